"""What an overview asks of one period: each statement is one sweep over what it needs."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    cast,
    extract,
    false,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from app.domain.counting import Breakdown
from app.domain.periods import Period, cut
from app.store.models import LocationRow
from app.store.models.base import month_number
from app.store.queries.counters import DAY, MONTH, NO_STAMP
from app.store.visits import VISIT

WAIT: Final = "wait"
SERVICE: Final = "service"
_FACTS: Final = (
    Breakdown.MAIN_TOPIC,
    Breakdown.INTERPRETER,
    Breakdown.FIRST_VISIT,
    Breakdown.SOURCE,
)


def by_day(period: Period, locations: Sequence[str]) -> Select[Any]:
    """Rows: location, day, visits, persons, of the days that have any."""
    return select(DAY.c.location, DAY.c.day, DAY.c.visits, DAY.c.persons).where(
        DAY.c.breakdown == str(Breakdown.TOTAL),
        DAY.c.day.between(period.first, period.last),
        DAY.c.location.in_(locations),
        DAY.c.visits > 0,
    )


def facts(period: Period, locations: Sequence[str]) -> CompoundSelect[Any]:
    """Main topics, interpreter, first visit, source and the clock, all locations in one.

    Rows: breakdown, value, stamp, visits, persons. Of whole months the clock is `WEEKDAY_HOUR`;
    of the days beside them it is `HOUR`, with the day (20261124) as its stamp.
    """
    parts = cut(period)
    selects = []
    if parts.months:
        first, last = month_number(parts.months.first), month_number(parts.months.last)
        months = MONTH.c.month.between(first, last)
        selects.append(_sums(MONTH, (*_FACTS, Breakdown.WEEKDAY_HOUR), months, locations))
    if parts.edges:
        days = or_(*(DAY.c.day.between(edge.first, edge.last) for edge in parts.edges))
        stamp = type_coerce(DAY.c.day, Integer)
        selects.append(_sums(DAY, _FACTS, days, locations))
        selects.append(_sums(DAY, (Breakdown.HOUR,), days, locations, stamp))
    return union_all(*selects)


def _sums(
    table: Any,
    breakdowns: Sequence[Breakdown],
    within: ColumnElement[bool],
    locations: Sequence[str],
    stamp: ColumnElement[int] = NO_STAMP,
) -> Select[Any]:
    cell = (table.c.breakdown, table.c.value)
    key = cell if stamp is NO_STAMP else (*cell, stamp)
    return (
        select(*cell, stamp.label("stamp"), func.sum(table.c.visits), func.sum(table.c.persons))
        .where(table.c.breakdown.in_([str(one) for one in breakdowns]), within)
        .where(table.c.location.in_(locations))
        .group_by(*key)
    )


def times(period: Period, locations: Sequence[str]) -> CompoundSelect[Any]:
    """How long people waited and were served, in whole seconds.

    Rows: `WAIT` or `SERVICE`, seconds, how many visits. Visits that nobody closed are left out.
    """
    return union_all(
        _lasted(WAIT, VISIT.c.arrived_at, VISIT.c.served_at, period, locations),
        _lasted(SERVICE, VISIT.c.served_at, VISIT.c.done_at, period, locations),
    )


def _lasted(
    what: str,
    begins: ColumnElement[Any],
    ends: ColumnElement[Any],
    period: Period,
    locations: Sequence[str],
) -> Select[str, int, int]:
    seconds = cast(extract("epoch", ends), Integer) - cast(extract("epoch", begins), Integer)
    return (
        select(literal(what), seconds, func.count())
        .where(
            VISIT.c.location.in_(locations),
            VISIT.c.day.between(period.first, period.last),
            VISIT.c.arrived_at.is_not(None),
            begins.is_not(None),
            ends.is_not(None),
            VISIT.c.void_reason.is_(None),
            VISIT.c.closed_by_day_end == false(),
        )
        .group_by(seconds)
    )


def oldest() -> Select[Any]:
    """The day of the oldest visit; the index has the first one of each location."""
    first = (
        select(func.min(VISIT.c.day))
        .where(VISIT.c.location == LocationRow.code)
        .correlate(LocationRow)
        .scalar_subquery()
    )
    return select(func.min(first, type_=VISIT.c.day.type)).select_from(LocationRow)
