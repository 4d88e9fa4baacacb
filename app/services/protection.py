"""Non-disclosure orders, and who of the staff may know of the clients under one.

The right is given by name by a supervisor and logged; no role has it.
"""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import delete, insert, select

from app.domain.errors import Refused
from app.domain.roles import Right
from app.services import clients, municipalities, staff
from app.services.unit import Changes, Unit
from app.store import clients as store
from app.store import links
from app.store.clients import CLIENT
from app.store.queries.clients import READER

NO_END: Final = date.max


def may_know(unit: Unit) -> bool:
    """Whether the person signed in was named."""
    return unit.actor.staff_id in _named(unit)


def named(unit: Unit) -> list[staff.Person]:
    """Who may know of protected clients. Errors: `no_right`."""
    unit.demand(Right.NAME_PROTECTED)
    known = _named(unit)
    return [person for person in staff.everyone(unit) if person.id in known]


def name_person(unit: Unit, staff_id: UUID) -> None:
    """Let a person know of protected clients. Errors: `no_right`, `person_unknown`."""
    unit.demand(Right.NAME_PROTECTED)
    staff.by_id(unit, staff_id)
    if staff_id in _named(unit):
        return
    row = {"staff_id": staff_id, "given_by": unit.actor.staff_id, "given_at": unit.now}
    unit.connection.execute(insert(READER).values(row))
    _changed(unit, "protected.name", staff_id)


def unname_person(unit: Unit, staff_id: UUID) -> None:
    """Let a person know of them no more. Errors: `no_right`, `person_unknown`."""
    unit.demand(Right.NAME_PROTECTED)
    staff.by_id(unit, staff_id)
    unit.connection.execute(delete(READER).where(READER.c.staff_id == staff_id))
    _changed(unit, "protected.unname", staff_id)


def protect(unit: Unit, client_id: UUID, until: date | None) -> None:
    """Set a non-disclosure order with its last day, None for one without end.

    Errors: `no_right`, `client_unknown`, `order_past`, `not_named` of who could not undo it.
    """
    _demand_named(unit)
    if until is not None and until < unit.today:
        raise Refused("order_past", day=until)
    _set(unit, client_id, until or NO_END)


def lift(unit: Unit, client_id: UUID) -> None:
    """End a non-disclosure order. Errors: `no_right`, `client_unknown`, `not_named`."""
    _demand_named(unit)
    _set(unit, client_id, None)


def ending(unit: Unit, until: date) -> list[UUID]:
    """The clients whose order ends by `until`, soonest first; nobody for who was not named."""
    unit.demand(Right.KEEP_CLIENTS)
    if not may_know(unit):
        return []
    days = CLIENT.c.hidden_until.between(unit.today, until)
    query = select(CLIENT.c.id).where(days, CLIENT.c.merged_into.is_(None))
    query = query.order_by(CLIENT.c.hidden_until, CLIENT.c.id)
    return list(unit.connection.scalars(query))


def _demand_named(unit: Unit) -> None:
    unit.demand(Right.KEEP_CLIENTS)
    if not may_know(unit):
        raise Refused("not_named")


def _set(unit: Unit, client_id: UUID, until: date | None) -> None:
    links.hold(unit.connection, client_id)
    client = clients.demand_known(unit, client_id)
    store.set_hidden(unit.connection, client, until, unit.now)
    municipalities.settle_client(unit, client_id)
    _changed(unit, "client.protect" if until else "client.lift", client_id)


def _named(unit: Unit) -> frozenset[UUID]:
    return frozenset(unit.connection.scalars(select(READER.c.staff_id)))


def _changed(unit: Unit, action: str, subject: UUID) -> None:
    unit.log(action, subject)
    unit.changes |= Changes.CLIENTS
