"""A demonstration on either engine: complete, the same again, and marked as one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, true

from app.domain.client import Client
from app.domain.client_check import check_record
from app.domain.client_number import is_number
from app.domain.errors import Refused
from app.domain.names.letters import script_of
from app.domain.referral import State
from app.domain.roles import Role
from app.domain.visit import Visit, check_facts
from app.services import demo, places, server, staff
from app.services.checking import check
from app.services.chips import bundled_reference
from app.services.demo import Wish, is_demo
from app.services.slips import SlipWish, Way, hand_out
from app.services.unit import Desk
from app.store import clients, visits
from app.store import referrals as referral_store
from app.store.models import ClientRow
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, file_desk

TODAY = date(2026, 11, 24)
WISH = Wish(120, 7, TODAY)


def all_visits(desk: Desk) -> list[Visit]:
    with desk.read() as unit:
        return visits.read(unit.connection)


def test_a_demonstration_is_complete(desk: Desk) -> None:
    heard: list[int] = []
    with desk.read() as unit:
        assert not is_demo(unit)
    shown = demo.fill(desk, WISH, heard.append)
    made = all_visits(desk)
    assert heard[-1] == len(made) == 120
    with shown.read() as unit:
        assert is_demo(unit)
        places_by_code = {place.code: place for place in places.locations(unit)}
        closed = places.hours(unit, "pietarsaari").on(date(2026, 12, 24))
        people = {person.id for person in staff.everyone(unit)}
    contents = check(shown).contents
    assert contents is not None
    assert (contents.counts.visits, contents.counters, contents.broken) == (120, (), ())
    for visit in made:
        check_facts(visit.facts, bundled_reference(), places_by_code[visit.location])
    assert {visit.recorded_by for visit in made} <= people
    assert closed == ()
    assert any(visit.when.day == TODAY for visit in made)


def test_both_engines_and_every_run_make_the_same(desk: Desk, tmp_path: Path) -> None:
    demo.fill(desk, WISH, lambda done: None)
    other = file_desk(tmp_path / "other", SetClock())
    demo.fill(other, WISH, lambda done: None)
    assert all_visits(desk) == all_visits(other)
    other.store.close()


def all_clients(desk: Desk) -> list[Client]:
    with desk.read() as unit:
        ids = unit.session.scalars(select(ClientRow.id).order_by(ClientRow.id))
        return [one for own in ids if (one := clients.read(unit.connection, true(), own))]


def test_invented_clients_are_of_all_scripts_and_the_same_each_time(
    desk: Desk, tmp_path: Path
) -> None:
    shown = demo.fill(desk, WISH, lambda done: None)
    made = all_clients(shown)
    assert len(made) == demo.CLIENTS
    scripts = {script_of(name.whole) for one in made for name in one.record.names}
    assert scripts == {"latin", "arabic", "cyrillic", "ethiopic"}
    assert sum(one.protected_until is not None for one in made) >= 3
    assert any(one.record.relatives for one in made)
    for one in made:
        check_record(one.record, bundled_reference(), TODAY)
        assert is_number(str(one.number))
    other = file_desk(tmp_path / "other", SetClock())
    assert all_clients(demo.fill(other, WISH, lambda done: None)) == made
    other.store.close()


def test_people_have_their_roles_and_real_passwords_stay_long(tmp_path: Path) -> None:
    desk = demo.create(tmp_path / "data", WISH, WORKSTATION, clock=SetClock(), cost=CHEAP)
    with desk.read() as unit:
        roles = {person.login: person.roles for person in staff.everyone(unit)}
    assert roles.pop("demo") == frozenset(Role)
    assert roles == {role.value: frozenset({role}) for role in Role}
    with desk.write() as unit, pytest.raises(Refused, match="password_too_short"):
        staff.add(unit, "anna", "Anna", [Role.CLERK], "anna")
    desk.store.close()


def test_a_database_that_is_there_stays(tmp_path: Path) -> None:
    desk = file_desk(tmp_path / "data", SetClock())
    with pytest.raises(Refused, match="file_exists"):
        demo.create(tmp_path / "data", WISH, WORKSTATION, cost=CHEAP)
    with desk.read() as unit:
        assert [person.login for person in staff.everyone(unit)] == [FIRST.login]
    desk.store.close()


def test_a_stopped_demonstration_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.create(tmp_path / "data", WISH, WORKSTATION, progress=stop, cost=CHEAP)
    assert list((tmp_path / "data").iterdir()) == []


def test_a_server_holds_the_people_to_their_roles(server_url: str) -> None:
    desk = demo.create_on_server(server_url, Wish(20, 7, TODAY), WORKSTATION, clock=SetClock())
    assert len(all_visits(desk)) == 20
    desk.store.close()
    for login in ("demo", *(role.value for role in Role)):
        own = server.connect(server_url, login, login, WORKSTATION, SetClock())
        with own.read() as unit:
            assert is_demo(unit)
        own.store.close()
    with pytest.raises(Refused, match="server_in_use"):
        demo.create_on_server(server_url, WISH, WORKSTATION)


def test_referred_visits_have_slips_with_outcomes_the_same_each_time(
    desk: Desk, tmp_path: Path
) -> None:
    wish = Wish(600, 7, TODAY)
    shown = demo.fill(desk, wish, lambda done: None)
    other = demo.fill(file_desk(tmp_path / "other", SetClock()), wish, lambda done: None)
    with shown.read() as unit, other.read() as again:
        slips = referral_store.read(unit.connection)
        assert [replace(slip, issued_by=slip.id) for slip in slips] == [
            replace(slip, issued_by=slip.id) for slip in referral_store.read(again.connection)
        ]
    by_id = {visit.id: visit for visit in all_visits(desk)}
    assert all("referred" in by_id[slip.visit].facts.outcomes for slip in slips if slip.visit)
    assert len({slip.number for slip in slips}) == len(slips)
    assert {state for slip in slips for state in slip.states(TODAY)} == set(State)
    assert "romaniportti" not in {slip.location for slip in slips}
    assert any(slip.choices is not None for slip in slips)
    with shown.write() as unit:
        kela = SlipWish(("org-kela",), "fi", "fi", "kruunupyy")
        number = hand_out(unit, kela, Way.COPY).number
    assert number not in {slip.number for slip in slips}
    other.store.close()
