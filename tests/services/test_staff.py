"""The people: who may add them, what they may, and that somebody stays to keep the rest."""

from collections.abc import Callable

import pytest

from app.domain.errors import Refused
from app.domain.roles import FIRST_PERSON, Role
from app.services import staff
from app.services.staff import Person
from app.services.unit import Changes, Desk, Unit
from app.services.visits import new_id
from tests.desks import FIRST, colleague

PASSWORD = "invented word"


def added(desk: Desk, login: str, *roles: Role) -> Person:
    with desk.write() as unit:
        return staff.add(unit, login, login.title(), roles, PASSWORD)


def people(desk: Desk) -> dict[str, Person]:
    with desk.read() as unit:
        return {person.login: person for person in staff.everyone(unit)}


def test_the_first_person_is_there(desk: Desk) -> None:
    (first,) = people(desk).values()
    assert (first.login, first.name, first.roles) == (FIRST.login, FIRST.name, FIRST_PERSON)
    assert first.id == desk.actor.staff_id
    assert first.active


def test_people_stand_in_the_order_of_their_names(desk: Desk) -> None:
    added(desk, "zaid", Role.CLERK)
    added(desk, "anna", Role.CLERK)
    assert list(people(desk)) == ["anna", FIRST.login, "zaid"]


@pytest.mark.parametrize("login", ["Oskar", " oskar ", "OSKAR"])
def test_a_login_is_kept_in_one_form_and_taken_once(desk: Desk, login: str) -> None:
    assert added(desk, login, Role.CLERK).login == "oskar"
    with pytest.raises(Refused, match="login_taken"):
        added(desk, "oskar", Role.CLERK)


def test_without_a_role_nobody_is_added_or_left(desk: Desk) -> None:
    with pytest.raises(Refused, match="roles_missing"):
        added(desk, "oskar")
    person = added(desk, "oskar", Role.CLERK)
    with pytest.raises(Refused, match="roles_missing"), desk.write() as unit:
        staff.change(unit, person.id, "Oskar", [], active=True)


def test_a_change_says_so_and_holds(desk: Desk) -> None:
    person = added(desk, "oskar", Role.CLERK)
    with desk.write() as unit:
        staff.change(unit, person.id, "Oskar  Ny", [Role.SUPERVISOR], active=False)
        assert unit.changes == Changes.STAFF
    found = people(desk)["oskar"]
    assert (found.name, found.roles, found.active) == (
        "Oskar Ny",
        frozenset([Role.SUPERVISOR]),
        False,
    )


def test_somebody_stays_administrator(desk: Desk) -> None:
    first = people(desk)[FIRST.login]
    for roles, active in (([Role.CLERK], True), (FIRST_PERSON, False)):
        with pytest.raises(Refused, match="last_administrator"), desk.write() as unit:
            staff.change(unit, first.id, first.name, roles, active=active)
    assert people(desk)[FIRST.login] == first
    second = added(desk, "second", Role.ADMINISTRATOR)
    with desk.write() as unit:
        staff.change(unit, first.id, first.name, [Role.CLERK], active=True)
    with pytest.raises(Refused, match="last_administrator"), desk.write() as unit:
        staff.change(unit, second.id, "Second", [Role.ADMINISTRATOR], active=False)


ACTS: list[Callable[[Unit], object]] = [
    lambda unit: staff.add(unit, "new", "New", [Role.CLERK], PASSWORD),
    lambda unit: staff.change(unit, new_id(), "New", [Role.CLERK], active=True),
    lambda unit: staff.set_password(unit, new_id(), PASSWORD),
]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_people_are_for_who_keeps_them(
    desk: Desk, role: Role, act: Callable[[Unit], object]
) -> None:
    other = colleague(desk, "other", role)
    with pytest.raises(Refused, match="no_right"), other.write() as unit:
        act(unit)


def test_a_person_of_another_store_is_not_known(desk: Desk) -> None:
    with pytest.raises(Refused, match="person_unknown"), desk.write() as unit:
        staff.change(unit, new_id(), "Nobody", [Role.CLERK], active=True)
    with pytest.raises(Refused, match="person_unknown"), desk.read() as unit:
        staff.by_id(unit, new_id())
