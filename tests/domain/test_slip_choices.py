"""What stood on a slip goes into JSON and back."""

import json
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.slip import BRING, Coming, Paper
from app.domain.slip_choices import Choices, unpacked

CHOICES = st.builds(
    Choices,
    language=st.sampled_from(["fi", "ar", "prs"]),
    beside=st.sampled_from(["fi", "sv"]),
    paper=st.sampled_from(Paper),
    matter=st.sampled_from(["", "housing"]),
    bring=st.lists(st.sampled_from(BRING), unique=True).map(tuple),
    appointment=st.none() | st.datetimes(min_value=datetime(2026, 1, 1)),
    coming=st.sampled_from(Coming),
    interpreter=st.sampled_from(["", "ar"]),
    ask_interpreter=st.booleans(),
)


@given(CHOICES)
def test_choices_come_back_from_json(choices: Choices) -> None:
    assert unpacked(json.loads(json.dumps(choices.packed()))) == choices
