"""A form that was begun before somebody else amended the same client."""

from dataclasses import replace

import pytest

from app.domain.client import Client, Why
from app.domain.client_change import Difference, Side
from app.domain.errors import Refused
from app.domain.responsibility.values import Group
from app.domain.roles import Role
from app.services import clients, protection
from app.services.amending import Amended, Clash, amend
from app.services.unit import Desk
from tests.clients import hidden, recorded
from tests.desks import SetClock, colleague

TRAFFICKED = frozenset({Group.TRAFFICKING_VICTIM})


@pytest.fixture
def other(desk: Desk) -> Desk:
    return colleague(desk, "otso", Role.ADVISER)


def amended(desk: Desk, seen: Client, **fields: object) -> Amended | Clash:
    with desk.write() as unit:
        return amend(unit, seen, replace(seen.record, **fields))  # type: ignore[arg-type]


def stored(desk: Desk, client: Client) -> Client:
    with desk.read() as unit:
        return clients.open_record(unit, client.id, Why.VISIT)


def test_the_only_one_amends_and_can_undo_it(desk: Desk) -> None:
    seen = recorded(desk, "Yusuf", phone="050 1", municipality="luoto")
    done = amended(desk, seen, phone="050 2")
    assert isinstance(done, Amended)
    assert (done.client, done.before) == (stored(desk, seen), seen)
    with desk.write() as unit:
        clients.put_back(unit, done.before, done.client.revision)
    assert stored(desk, seen).record == seen.record


def test_the_second_sees_what_the_first_left_and_nothing_is_written(
    desk: Desk, other: Desk
) -> None:
    seen = recorded(desk, "Yusuf", phone="050 1", email="y@example.fi")
    amended(other, seen, phone="050 2", email="yusuf@example.fi")
    clash = amended(desk, seen, phone="050 3")
    assert isinstance(clash, Clash)
    assert clash.now == stored(desk, seen)
    assert clash.own.phone == "050 3"
    assert clash.differences == (Difference("phone", None), Difference("email", Side.THEIRS))
    assert stored(desk, seen).record.phone == "050 2"


def test_sensitive_groups_that_both_changed_are_seen_too(desk: Desk, other: Desk) -> None:
    seen = recorded(desk, "Yusuf")
    amended(other, seen, sensitive=TRAFFICKED)
    clash = amended(desk, seen, sensitive=frozenset())
    assert isinstance(clash, Clash)
    assert clash.now.record.sensitive == TRAFFICKED


def test_an_order_that_was_set_or_lifted_meanwhile_is_no_clash(desk: Desk, other: Desk) -> None:
    open_before = recorded(desk, "Yusuf", municipality="luoto", address="Storgatan 1")
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, open_before.id, None)
    assert isinstance(amended(desk, open_before, phone="050 2"), Amended)
    hidden_before = stored(desk, open_before)
    assert hidden_before.record.municipality is None
    with desk.write() as unit:
        protection.lift(unit, open_before.id)
    assert isinstance(amended(desk, hidden_before, email="y@example.fi"), Amended)
    record = stored(other, open_before).record
    assert (record.municipality, record.address) == ("luoto", "Storgatan 1")
    assert (record.phone, record.email) == ("050 2", "y@example.fi")


def test_an_order_that_ends_while_the_form_is_open_loses_no_municipality(
    desk: Desk, clock: SetClock
) -> None:
    client = hidden(desk, "Yusuf", municipality="luoto", address="Storgatan 1")
    with desk.write() as unit:
        protection.protect(unit, client.id, unit.today)
    seen = stored(desk, client)
    done = amended(desk, seen, phone="050 2")
    assert isinstance(done, Amended)
    clock.forward(days=1)
    with pytest.raises(Refused, match="client_changed"), desk.write() as unit:
        clients.put_back(unit, done.before, done.client.revision)
    assert isinstance(amended(desk, done.client, phone="050 3"), Amended)
    record = stored(desk, client).record
    assert (record.municipality, record.address, record.phone) == ("luoto", "Storgatan 1", "050 3")


def test_a_client_who_is_hidden_meanwhile_is_not_there(desk: Desk, other: Desk) -> None:
    seen = recorded(desk, "Yusuf")
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, seen.id, None)
    with pytest.raises(Refused, match="client_unknown"):
        amended(other, seen, phone="050 2")
