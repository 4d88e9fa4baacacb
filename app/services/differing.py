"""Clients of whom somebody says that they are two persons, however alike they look."""

from uuid import UUID

from sqlalchemy import delete, exists, insert, select

from app.services import clients
from app.services.unit import Changes, Unit
from app.store.clients import DIFFERENT
from app.store.different import is_pair, pair


def tell_apart(unit: Unit, one: UUID, other: UUID) -> None:
    """Remember that two clients are two persons. Errors: `no_right`, `client_unknown`."""
    _demand_both(unit, one, other)
    if not unit.connection.scalar(select(exists().where(is_pair(one, other)))):
        a, b = pair(one, other)
        row = {"a": a, "b": b, "said_by": unit.actor.staff_id, "said_at": unit.now}
        unit.connection.execute(insert(DIFFERENT).values(row))
    _changed(unit, "client.differ", one, other)


def untell_apart(unit: Unit, one: UUID, other: UUID) -> None:
    """Undo of `tell_apart`. Errors: `no_right`, `client_unknown`."""
    _demand_both(unit, one, other)
    unit.connection.execute(delete(DIFFERENT).where(is_pair(one, other)))
    _changed(unit, "client.differ_not", one, other)


def _demand_both(unit: Unit, one: UUID, other: UUID) -> None:
    for each in (one, other):
        clients.demand_known(unit, each)


def _changed(unit: Unit, action: str, *both: UUID) -> None:
    for one in both:
        unit.log(action, one)
    unit.changes |= Changes.CLIENTS
