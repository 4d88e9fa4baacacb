"""The people who work with the program: who they are, what they may, and their key slots.

On a file a person's password is a slot of the key file (see `app.store.key_slots`); on a server it
is the password of the person's own database role.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.roles import Right, Role
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store.models import StaffRow

_LOGIN: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
PASSWORD_MIN: Final = 10


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the staff."""

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    active: bool


def everyone(unit: Unit) -> list[Person]:
    """All people, in the order of their names, those who have left included."""
    return [_person(row) for row in unit.session.scalars(select(StaffRow).order_by(StaffRow.name))]


def by_id(unit: Unit, staff_id: UUID) -> Person:
    """One person. Errors: `person_unknown`."""
    row = unit.session.get(StaffRow, staff_id)
    if row is None:
        raise Refused("person_unknown")
    return _person(row)


def add(
    unit: Unit,
    login: str,
    name: str,
    roles: Iterable[Role],
    password: str,
    *,
    staff_id: UUID | None = None,
) -> Person:
    """Add a person who signs in with this password; without a `staff_id` one is made.

    Errors: `login_not_valid`, `login_taken`, `name_missing`, `roles_missing`,
    `password_too_short`.
    """
    unit.demand(Right.MANAGE_STAFF)
    check_password(password)
    kept = checked_login(login), _checked_name(name), frozenset(roles)
    person = Person(staff_id or new_id(), *kept, active=True)
    _check_roles(person.roles)
    if unit.session.scalar(select(StaffRow.id).where(StaffRow.login == person.login)):
        raise Refused("login_taken", login=person.login)
    unit.session.add(
        StaffRow(
            id=person.id,
            login=person.login,
            name=person.name,
            roles=sorted(person.roles),
            active=True,
            created_at=unit.now,
        )
    )
    unit.session.flush()
    unit.accounts.put(person.login, password, person.id)
    unit.accounts.grant(person.login, person.roles)
    _changed(unit, "staff.add", person.id)
    return person


def change(unit: Unit, staff_id: UUID, name: str, roles: Iterable[Role], *, active: bool) -> Person:
    """Change a person's name and roles, or let them go; who has left has no password any more.

    Errors: `person_unknown`, `name_missing`, `roles_missing`, `last_administrator`.
    """
    unit.demand(Right.MANAGE_STAFF)
    row = unit.session.get(StaffRow, staff_id)
    if row is None:
        raise Refused("person_unknown")
    chosen = frozenset(roles)
    _check_roles(chosen)
    row.name, row.roles, row.active = _checked_name(name), sorted(chosen), active
    unit.session.flush()
    if not any(Role.ADMINISTRATOR in person.roles for person in everyone(unit) if person.active):
        raise Refused("last_administrator")
    if active:
        unit.accounts.grant(row.login, chosen)
    else:
        unit.accounts.remove(row.login)
    _changed(unit, "staff.change", staff_id)
    return _person(row)


def set_password(unit: Unit, staff_id: UUID, password: str) -> None:
    """Give a person a new password, who tells it to them and is asked to change it.

    Errors: `person_unknown`, `password_too_short`.
    """
    unit.demand(Right.MANAGE_STAFF)
    check_password(password)
    person = by_id(unit, staff_id)
    unit.accounts.put(person.login, password, person.id)
    _changed(unit, "staff.password", staff_id)


def checked_login(login: str) -> str:
    """The login as it is kept. Errors: `login_not_valid`."""
    kept = login.strip().casefold()
    if not _LOGIN.fullmatch(kept):
        raise Refused("login_not_valid")
    return kept


def check_password(password: str) -> None:
    """Refuse a password that is too easy. Errors: `password_too_short`."""
    if len(password) < PASSWORD_MIN:
        raise Refused("password_too_short", least=PASSWORD_MIN)


def _checked_name(name: str) -> str:
    kept = clean_line(name)
    if not kept:
        raise Refused("name_missing")
    if len(kept) > 200:
        raise Refused("name_too_long", most=200)
    return kept


def _check_roles(roles: frozenset[Role]) -> None:
    if not roles:
        raise Refused("roles_missing")


def _changed(unit: Unit, action: str, staff_id: UUID) -> None:
    unit.log(action, staff_id)
    unit.changes |= Changes.STAFF


def _person(row: StaffRow) -> Person:
    return Person(
        row.id, row.login, row.name, frozenset(Role(role) for role in row.roles), row.active
    )
