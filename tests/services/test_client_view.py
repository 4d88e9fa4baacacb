"""What a card says beside the record."""

import pytest
from sqlalchemy import select

from app.domain.client import Origin, Told, Why
from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import client_view, clients, lookup, protection
from app.services.client_view import Contact
from app.services.unit import Desk
from app.store.models import LogRow
from tests.clients import hidden, person, recorded
from tests.desks import colleague

REACHED = {"phone": "050 765 4321", "email": "yusuf@haidari.example", "address": "Storgatan 17"}


def last(desk: Desk) -> tuple[str, str]:
    with desk.read() as unit:
        row = unit.session.scalars(select(LogRow).order_by(LogRow.number.desc())).first()
        assert row is not None
        return row.action, row.reason


def test_the_staff_that_a_record_names_have_names(desk: Desk) -> None:
    other = colleague(desk, "other", Role.ADVISER)
    client = recorded(
        other,
        "Yusuf",
        municipality="luoto",
        in_charge=desk.actor.staff_id,
        origins={"municipality": Told(Origin.AUTHORITY)},
    )
    with desk.read() as unit:
        staff = client_view.around(unit, client.id).staff
    assert staff == {desk.actor.staff_id: desk.actor.name, other.actor.staff_id: "Other"}


def test_how_a_client_is_reached_is_a_look_of_its_own(desk: Desk) -> None:
    client = recorded(desk, "Yusuf", **REACHED)
    with desk.read() as unit:
        assert client_view.contact(unit, client.id) == Contact(**REACHED)
    assert last(desk) == ("client.contact", "")


def test_of_a_protected_client_there_is_no_address(desk: Desk) -> None:
    client = hidden(desk, "Yusuf", **REACHED)
    with desk.read() as unit:
        assert client_view.contact(unit, client.id).address == ""


def test_a_change_moves_the_revision_and_is_not_logged(desk: Desk) -> None:
    client = recorded(desk, "Yusuf")
    with desk.write() as unit:
        clients.amend(unit, client.id, person("Yousuf"), client.revision)
    before = last(desk)
    with desk.read() as unit:
        assert client_view.revision(unit, client.id) == client.revision + 1
    assert last(desk) == before


def test_who_may_not_be_known_any_more_is_not_there(desk: Desk) -> None:
    unnamed, client = colleague(desk, "unnamed", Role.ADVISER), recorded(desk, "Yusuf")
    with desk.write() as unit:
        protection.name_person(unit, desk.actor.staff_id)
        protection.protect(unit, client.id, None)
    with unnamed.read() as unit, pytest.raises(Refused) as refused:
        client_view.revision(unit, client.id)
    assert refused.value.code == "client_unknown"


def test_a_glance_tells_who_it_is_and_no_more(desk: Desk) -> None:
    clerk = colleague(desk, "clerk", Role.CLERK)
    client = recorded(desk, "Yusuf", "Haidari", birth_year=1990, municipality="luoto")
    with clerk.read() as unit:
        seen = lookup.glance(unit, client.id)
    assert (seen.name, seen.birth_year, seen.number) == ("Yusuf Haidari", 1990, client.number)
    assert seen.protected_until is None
    assert last(desk) == ("client.glance", "")


def test_a_protected_client_is_glanced_at_for_a_reason(desk: Desk) -> None:
    clerk, client = colleague(desk, "clerk", Role.CLERK), hidden(desk, "Yusuf")
    with desk.write() as unit:
        protection.name_person(unit, clerk.actor.staff_id)
    with clerk.read() as unit, pytest.raises(Refused) as refused:
        lookup.glance(unit, client.id)
    assert refused.value.code == "reason_missing"
    with clerk.read() as unit:
        assert lookup.glance(unit, client.id, Why.VISIT).protected_until == protection.NO_END
    assert last(desk) == ("client.glance", "visit")
