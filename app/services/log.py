"""The log, as an auditor reads it: who did what, when, on which record and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from app.domain.days import day_bounds
from app.domain.errors import Refused
from app.domain.roles import Right
from app.services.unit import Unit
from app.store.clients import CLIENT
from app.store.models import LogRow, StaffRow
from app.store.queries.clients import visible

_PAGE: Final = 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """Which entries: of local days, both counted, of a person by login, of actions, of a record.

    An action may be a whole kind: `client` is all that begins with `client.`.
    """

    first: date | None = None
    last: date | None = None
    login: str = ""
    actions: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry. It holds no contents and no name of a client.

    `login` and `name` are of the staff, empty where nobody was signed in; `subject` is the id of a
    record or what else the action was about, `reason` for what it was.
    """

    number: int
    at: datetime
    login: str
    name: str
    action: str
    subject: str
    reason: str


def entries(unit: Unit, wish: Wish) -> Iterator[Logged]:
    """The entries, oldest first, a page at a time; that they were read is logged too.

    Errors: `no_right`, `person_unknown`, `period_backwards`.
    """
    unit.demand(Right.READ_LOG)
    where = list(_conditions(unit, wish))
    unit.log("log.read", wish.subject)
    return _read(unit, where)


def client_subject(unit: Unit, number: int) -> str:
    """The subject of what is logged of a client, by the client's number.

    A person under a non-disclosure order is not there for who was not named: ask by the id then.
    Errors: `no_right`, `client_unknown`.
    """
    unit.demand(Right.READ_LOG)
    rule = visible(unit.today, unit.actor.staff_id)
    client_id = unit.connection.scalar(select(CLIENT.c.id).where(CLIENT.c.number == number, rule))
    if client_id is None:
        raise Refused("client_unknown")
    return str(client_id)


def _conditions(unit: Unit, wish: Wish) -> Iterator[ColumnElement[bool]]:
    if wish.first and wish.last and wish.last < wish.first:
        raise Refused("period_backwards", first=wish.first, last=wish.last)
    if wish.first:
        yield LogRow.at >= day_bounds(wish.first)[0]
    if wish.last:
        yield LogRow.at < day_bounds(wish.last)[1]
    if wish.login:
        yield LogRow.staff_id == _staff_id(unit, wish.login)
    if wish.actions:
        yield or_(*(_is(action) for action in wish.actions))
    if wish.subject:
        yield LogRow.subject == wish.subject


def _is(action: str) -> ColumnElement[bool]:
    return (LogRow.action == action) | LogRow.action.startswith(f"{action}.", autoescape=True)


def _staff_id(unit: Unit, login: str) -> UUID:
    staff_id = unit.session.scalar(select(StaffRow.id).where(StaffRow.login == login.casefold()))
    if staff_id is None:
        raise Refused("person_unknown")
    return staff_id


def _read(unit: Unit, where: list[ColumnElement[bool]]) -> Iterator[Logged]:
    columns = (LogRow.number, LogRow.at, StaffRow.login, StaffRow.name, LogRow.action)
    query = select(*columns, LogRow.subject, LogRow.reason)
    query = query.outerjoin(StaffRow, StaffRow.id == LogRow.staff_id).where(*where)
    rows = unit.connection.execute(
        query.order_by(LogRow.number), execution_options={"yield_per": _PAGE}
    )
    for number, at, login, name, action, subject, reason in rows:
        yield Logged(number, at, login or "", name or "", action, subject, reason)
