"""Stores and people for tests: an open desk on either engine, with a clock one can set."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.domain.roles import FIRST_PERSON, Role
from app.domain.visit import Facts, Visit
from app.services import places, staff
from app.services.directory_seed import add_bundled_directory
from app.services.sign_in import FirstPerson, create_file
from app.services.staff import Person
from app.services.unit import Actor, Desk
from app.services.visits import NewVisit, new_id
from app.store import schema, visits
from app.store.key_slots import Cost
from app.store.opening import open_server, server_url

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORKSTATION = UUID(int=1)
NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)
FIRST = FirstPerson("henna.sandkvist", "Henna Sandkvist", "invented word")


class SetClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


class NoAccounts:
    """People without passwords, for a store on a server that the test itself has opened."""

    def within(self, session: Session) -> Self:
        return self

    def put(self, login: str, password: str, staff_id: UUID) -> None:
        """Nobody signs in here."""

    def grant(self, login: str, roles: Iterable[Role]) -> None:
        """Nobody signs in here."""

    def remove(self, login: str) -> None:
        """Nobody signs in here."""


def file_desk(folder: Path, clock: SetClock) -> Desk:
    """A new encrypted file with its first person at the desk."""
    return create_file(folder, FIRST, WORKSTATION, clock, CHEAP)[0]


@contextmanager
def server_desk(address: str, clock: SetClock) -> Iterator[Desk]:
    """A new database on the server with the same first person at the desk."""
    store = open_server(server_url(address))
    schema.prepare(store)
    maker = Actor(new_id(), "", "", frozenset({Role.ADMINISTRATOR}), WORKSTATION)
    desk = Desk(store, maker, NoAccounts(), clock)
    with desk.write() as unit:
        places.add_bundled_locations(unit)
        add_bundled_directory(unit.connection)
        person = staff.add(unit, FIRST.login, FIRST.name, FIRST_PERSON, FIRST.password)
    yield at_desk(desk, person)
    store.close()


def at_desk(desk: Desk, person: Person) -> Desk:
    """The same store with `person` at it."""
    return desk.of(Actor(person.id, person.login, person.name, person.roles, WORKSTATION))


def colleague(desk: Desk, login: str, *roles: Role) -> Desk:
    """The same store with a new person of these roles at it."""
    with desk.write() as unit:
        person = staff.add(unit, login, login.title(), roles, "invented word")
    return at_desk(desk, person)


def visit(*topics: str, location: str = "pietarsaari", **facts: object) -> NewVisit:
    """A visit about to be recorded."""
    return NewVisit(new_id(), location, Facts(topics or ("benefits",), **facts))  # type: ignore[arg-type]


def counting(connection: Connection) -> list[Visit]:
    """All visits that count, for a recount."""
    return list(visits.walk(connection, visits.VISIT.c.void_reason.is_(None)))
