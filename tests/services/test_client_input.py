"""Whatever is typed into a client's record is kept as it is shown, or refused in one sentence."""

import pytest

from app.domain.client import Client, Why
from app.domain.errors import Refused
from app.services import clients
from app.services.lookup import look_up
from app.services.unit import Desk
from app.words.sentences import sentence
from tests.clients import recorded

BAD = [
    *("x" * 10_000, "1" * 10_000, "a" + "\u0301" * 9_000, "a@" + "." * 10_000 + "@", "Ab " * 40),
    *("\u200f\u202b\u2067Yusuf", "\u202e", "\u200c", '"', "*", "NEAR", "-", "%", "_", "' or 1=1 -"),
    *("\0", "Yu\0suf", "🙂", "", " ", "\ud800", "\u0301", "30.2.1990", "31.12.2999", "٠٥٠ ١٢٣"),
]


def taken(desk: Desk, field: str, typed: str) -> Client | str:
    """The client who was recorded, or what is said instead."""
    try:
        if field == "given":
            return recorded(desk, typed, "Haidari")
        if field == "family":
            return recorded(desk, "Yusuf", typed)
        return recorded(desk, "Yusuf", **{field: typed})
    except Refused as refused:
        return sentence(refused)


@pytest.mark.parametrize("field", ["given", "family", "phone", "email", "address", "koto_aj"])
def test_whatever_is_typed_is_kept_and_found_or_refused(desk: Desk, field: str) -> None:
    for typed in BAD:
        client = taken(desk, field, typed)
        if isinstance(client, str):
            assert 0 < len(client) < 200, client
            continue
        with desk.read() as unit:
            assert clients.open_record(unit, client.id, Why.VISIT).record == client.record
            found = look_up(unit, str(client.number)).found
            assert [one.id for one in found] == [client.id]
            look_up(unit, typed, widely=True)
