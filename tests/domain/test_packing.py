import json

from hypothesis import given
from hypothesis import strategies as st

from app.domain.packing import pack, unpack
from app.domain.visit import Facts
from tests.shapes import facts


@given(facts(note=st.text()))
def test_facts_come_back_as_they_were(kept: Facts) -> None:
    assert unpack(json.loads(json.dumps(pack(kept)))) == kept


def test_facts_kept_without_their_note_come_back() -> None:
    packed = pack(Facts(("benefits",), note="stays out"))
    del packed["note"]
    assert unpack(packed) == Facts(("benefits",))
