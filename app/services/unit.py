"""A unit of work: one transaction of one signed-in person, and what it changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Flag, auto
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.domain.days import local_day
from app.domain.roles import Right, Role, demand, rights_of
from app.store import log_chain
from app.store.accounts import Accounts
from app.store.log_chain import Entry
from app.store.store import Store

Clock = Callable[[], datetime]


class Changes(Flag):
    """What a write has changed; whoever shows it reads anew."""

    NONE = 0
    VISITS = auto()
    PLACES = auto()
    CHIPS = auto()
    STAFF = auto()
    WAITING = auto()
    SETTINGS = auto()
    DIRECTORY = auto()
    REFERRALS = auto()
    CLIENTS = auto()
    PATH = auto()


@dataclass(frozen=True, slots=True)
class Actor:
    """The person signed in, and the workstation at which that happened."""

    staff_id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    workstation: UUID


@dataclass(slots=True)
class Unit:
    """What a service works with: a session, the person, the time, and what it reports."""

    session: Session
    actor: Actor
    accounts: Accounts
    now: datetime
    changes: Changes = Changes.NONE
    entries: list[Entry] = field(default_factory=list)

    @property
    def connection(self) -> Connection:
        return self.session.connection()

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now)

    def demand(self, right: Right) -> None:
        """Refuse with `no_right` unless the person has the right."""
        demand(self.actor.roles, right)

    def may(self, right: Right) -> bool:
        """Whether the person has the right."""
        return right in rights_of(self.actor.roles)

    def log(self, action: str, subject: object = "", reason: str = "") -> None:
        """Put an entry into the log when the unit is finished."""
        self.entries.append(Entry(action, str(subject), reason))


def utc_now() -> datetime:
    """The clock of the machine, in UTC."""
    return datetime.now(UTC)


class Desk:
    """An open store with a person at it; makes the units of work."""

    def __init__(
        self, store: Store, actor: Actor, accounts: Accounts, clock: Clock = utc_now
    ) -> None:
        self.store = store
        self.actor = actor
        self.accounts = accounts
        self.clock = clock

    def of(self, actor: Actor) -> "Desk":
        """The same store with another person at it."""
        return Desk(self.store, actor, self.accounts, self.clock)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A unit that only looks; what it logs is written behind it."""
        with self.store.read() as session:
            unit = self._unit(session)
            yield unit
        if unit.entries:
            with self.store.write() as session:
                self._append(session.connection(), unit)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """A unit that is on disk, log included, when the block has ended without an error."""
        with self.store.write() as session:
            unit = self._unit(session)
            yield unit
            session.flush()
            self._append(session.connection(), unit)

    def _unit(self, session: Session) -> Unit:
        return Unit(session, self.actor, self.accounts.within(session), self.clock())

    def _append(self, connection: Connection, unit: Unit) -> None:
        log_chain.append_all(connection, self.actor.staff_id, unit.now, unit.entries)
