"""The waiting line of a location: arrived, being served, done, left; no name, no number."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from app.domain.days import day_bounds
from app.domain.errors import Refused
from app.domain.moment import when_now
from app.domain.roles import Right
from app.domain.visit import Facts, Source, Visit
from app.services import places, visits
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store.models import WaitingRow

LEFT_OUTCOME = "left"
OTHER_TOPIC = "other"


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody in the line; `served_at` is None while they wait."""

    id: UUID
    arrived_at: datetime
    served_at: datetime | None
    served_by: UUID | None


def line(unit: Unit, location: str) -> list[Waiter]:
    """Everybody in the line, longest here first."""
    rows = unit.session.scalars(
        select(WaitingRow)
        .where(WaitingRow.location == location)
        .order_by(WaitingRow.arrived_at, WaitingRow.id)
    )
    return [Waiter(row.id, row.arrived_at, row.served_at, row.served_by) for row in rows]


def arrive(unit: Unit, location: str) -> Waiter:
    """Somebody came and waits. Errors: `location_unknown`."""
    unit.demand(Right.RECORD_VISITS)
    places.location(unit, location)
    row = WaitingRow(id=new_id(), location=location, arrived_at=unit.now)
    unit.session.add(row)
    unit.session.flush()
    unit.changes |= Changes.WAITING
    return Waiter(row.id, row.arrived_at, None, None)


def call(unit: Unit, location: str) -> Waiter:
    """Serve whoever has waited longest. Errors: `nobody_waits`."""
    unit.demand(Right.RECORD_VISITS)
    row = unit.session.scalar(
        select(WaitingRow)
        .where(WaitingRow.location == location, WaitingRow.served_at.is_(None))
        .order_by(WaitingRow.arrived_at, WaitingRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if row is None:
        raise Refused("nobody_waits")
    row.served_at, row.served_by = unit.now, unit.actor.staff_id
    unit.session.flush()
    unit.changes |= Changes.WAITING
    return Waiter(row.id, row.arrived_at, row.served_at, row.served_by)


def back(unit: Unit, waiter_id: UUID) -> None:
    """Whoever was called waits again, in their old place. Errors: `waiter_unknown`."""
    unit.demand(Right.RECORD_VISITS)
    row = _row(unit, waiter_id)
    row.served_at = row.served_by = None
    unit.changes |= Changes.WAITING


def forget(unit: Unit, waiter_id: UUID) -> None:
    """An arrival that was a mistake."""
    unit.demand(Right.RECORD_VISITS)
    unit.session.execute(delete(WaitingRow).where(WaitingRow.id == waiter_id))
    unit.changes |= Changes.WAITING


def leave(unit: Unit, waiter_id: UUID) -> Visit:
    """Somebody left before being served: a visit with that outcome and no topic of its own.

    Errors: `waiter_unknown`.
    """
    unit.demand(Right.RECORD_VISITS)
    return _close(unit, _row(unit, waiter_id), unit.now, forgotten=False)


def close_day(unit: Unit, location: str) -> list[Visit]:
    """Close what earlier days left open, each on its own day, marked as forgotten.

    A visit that nobody closed has no waiting or service time that one could count.
    """
    unit.demand(Right.RECORD_VISITS)
    begins, _ends = day_bounds(unit.today)
    rows = unit.session.scalars(
        select(WaitingRow)
        .where(WaitingRow.location == location, WaitingRow.arrived_at < begins)
        .with_for_update(skip_locked=True)
    )
    return [_close(unit, row, row.arrived_at, forgotten=True) for row in rows.all()]


def _close(unit: Unit, row: WaitingRow, at: datetime, *, forgotten: bool) -> Visit:
    outcomes = () if forgotten else (LEFT_OUTCOME,)
    visit = Visit(
        row.id,
        row.location,
        when_now(at),
        Source.DESK,
        Facts((OTHER_TOPIC,), outcomes),
        unit.actor.staff_id,
        unit.now,
        arrived_at=row.arrived_at,
        served_at=row.served_at,
        done_at=None if forgotten else unit.now,
        closed_by_day_end=forgotten,
    )
    unit.session.delete(row)
    unit.session.flush()
    visits.insert(unit, [visit])
    unit.log("visit.close" if forgotten else "visit.left", visit.id)
    unit.changes |= Changes.WAITING
    return visit


def _row(unit: Unit, waiter_id: UUID) -> WaitingRow:
    row = unit.session.get(WaitingRow, waiter_id, with_for_update=True)
    if row is None:
        raise Refused("waiter_unknown")
    return row
