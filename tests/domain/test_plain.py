"""Values as plain data and back."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import Client, Record
from app.domain.plain import from_plain, plain
from tests.domain.test_client_check import WHOLE

CLIENT = Client(
    UUID(int=1), 1234566, WHOLE, 2, UUID(int=2), datetime(2026, 1, 2, 3, 4, 5, 6, UTC), None
)


def test_a_client_comes_back_from_json_as_it_was() -> None:
    assert from_plain(Client, json.loads(json.dumps(plain(CLIENT)))) == CLIENT


records = st.builds(
    Record,
    names=st.just(WHOLE.names),
    born=st.none() | st.dates(date(1900, 1, 1)),
    phone=st.text(max_size=10),
    relatives=st.just(()) | st.just(WHOLE.relatives),
    sensitive=st.sampled_from([None, frozenset(), WHOLE.sensitive]),
    in_charge=st.none() | st.uuids(),
    origins=st.sampled_from([{}, WHOLE.origins]),
)


@given(records)
def test_any_record_comes_back_as_it_was(record: Record) -> None:
    assert from_plain(Record, json.loads(json.dumps(plain(record)))) == record
