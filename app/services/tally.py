"""Tally entry: a whole day's paper list as one grid of topic by language, hours not known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.domain.errors import Refused
from app.domain.moment import BackDate, when_back_dated
from app.domain.roles import Right
from app.domain.visit import Facts, Source, Visit, check_facts
from app.services import drafts, places, visits
from app.services.chips import bundled_reference
from app.services.unit import Unit
from app.services.visits import UNDONE, new_id
from app.store import visits as stored
from app.store.models import VisitRow

CELL_MAX: Final = 200
DAY_MAX: Final = 1000

Cells = Mapping[tuple[str, str | None], int]


def record(
    unit: Unit, location: str, day: date, cells: Cells, first: UUID | None = None
) -> list[Visit]:
    """Record as many visits as the cells count, one person each, and forget the list's draft.

    `cells` maps a topic and a language (None: not stated) to a number of visits. `first` is the id
    of the first of them, made when the list was handed over: recording the same list again changes
    nothing, so that a lost answer never counts a list twice.
    Errors: `tally_empty`, `tally_too_many`, those of `check_facts` and `when_back_dated`,
    `location_unknown`, `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    _check_amounts(cells)
    first = first or new_id()
    drafts.forget_list(unit, location)
    known = stored.find(unit.connection, first)
    if known is not None:
        return _list_of(unit, known)
    place = places.location(unit, location)
    when = when_back_dated(BackDate(day), unit.now)
    tallied: list[Visit] = []
    for (topic, language), count in cells.items():
        facts = Facts((topic,), language=language)
        check_facts(facts, bundled_reference(), place)
        tallied += [
            Visit(new_id(), location, when, Source.TALLY, facts, unit.actor.staff_id, unit.now)
            for _ in range(count)
        ]
    tallied[0] = replace(tallied[0], id=first)
    visits.insert(unit, tallied)
    unit.log("visit.tally", f"{location}:{day.isoformat()}")
    return tallied


def _list_of(unit: Unit, one: Visit) -> list[Visit]:
    """All visits that were recorded in one go with this one."""
    row = stored.VISIT.c
    return stored.read(
        unit.connection,
        row.location == one.location,
        row.day == one.when.day,
        row.source == Source.TALLY,
        row.recorded_by == one.recorded_by,
        row.recorded_at == one.recorded_at,
    )


def already(unit: Unit, location: str, day: date) -> int:
    """How many visits of this day came from a tally before, so that no list is entered twice."""
    statement = select(func.count()).where(
        VisitRow.location == location,
        VisitRow.day == day,
        VisitRow.source == Source.TALLY,
        VisitRow.void_reason.is_(None),
    )
    return unit.session.scalar(statement) or 0


def take_back(unit: Unit, visit_ids: Sequence[UUID]) -> None:
    """Void all visits of a tally. Errors: as `visits.void`."""
    visits.void_all(unit, visit_ids, UNDONE)


def _check_amounts(cells: Cells) -> None:
    counts = cells.values()
    if not any(counts):
        raise Refused("tally_empty")
    if min(counts) < 0 or max(counts) > CELL_MAX or sum(counts) > DAY_MAX:
        raise Refused("tally_too_many", most=CELL_MAX)
