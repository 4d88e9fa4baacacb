"""Today at one location: how many, when, the last visits, and what could be repeated."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Row, select

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.days import local
from app.domain.place import Span
from app.domain.roles import Right
from app.domain.visit import Facts, FirstVisit, Precision, Visit
from app.services import places
from app.services.unit import Unit
from app.store import visits
from app.store.models import DayCounterRow

LAST_SHOWN: Final = 30
USUAL_WEEKS: Final = 8
REPEATS: Final = 3


@dataclass(frozen=True, slots=True)
class Today:
    """One local day at one location.

    `by_hour` maps a local hour to visits; `usual_by_hour` is the mean of the same weekday over
    the last eight weeks that had visits, `usual_by_now` its sum until now (None: no such week).
    `last` is in the order of `day_list`, `open` as `Hours.on`, `repeats` what F2 to F4 fill in.
    """

    day: date
    visits: int
    persons: int
    by_hour: Mapping[int, int]
    usual_by_hour: Mapping[int, float]
    usual_by_now: float | None
    last: tuple[Visit, ...]
    open: tuple[Span, ...] | None
    repeats: tuple[Facts, ...]


def today(unit: Unit, location: str) -> Today:
    """What happened at `location` on the local day of now. Errors: `no_right`."""
    day = unit.today
    counters = _counters(unit, location, [day])
    shown = _visits_of(unit, location, day)
    usual = _usual(unit, location, day)
    return Today(
        day=day,
        visits=sum(row.visits for row in counters if row.breakdown == Breakdown.TOTAL),
        persons=sum(row.persons for row in counters if row.breakdown == Breakdown.TOTAL),
        by_hour=_by_hour(counters),
        usual_by_hour=usual,
        usual_by_now=_until_now(unit, usual) if usual else None,
        last=tuple(shown[:LAST_SHOWN]),
        open=places.hours(unit, location).on(day),
        repeats=tuple(_repeats(shown)),
    )


def day_list(unit: Unit, location: str, day: date) -> list[Visit]:
    """All visits of a day at a location, newest first, voided ones included.

    Those whose time is not known come last: a day's paper list does not hide what just happened.
    Errors: `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    where = (visits.VISIT.c.location == location, visits.VISIT.c.day == day)
    found = visits.read(unit.connection, *where)[::-1]
    return sorted(found, key=lambda visit: visit.when.precision is Precision.DAY)


def _visits_of(unit: Unit, location: str, day: date) -> list[Visit]:
    return [visit for visit in day_list(unit, location, day) if visit.void_reason is None]


CounterRow = Row[tuple[date, str, str, int, int]]


def _counters(unit: Unit, location: str, days: list[date]) -> list[CounterRow]:
    row = DayCounterRow
    statement = select(row.day, row.breakdown, row.value, row.visits, row.persons).where(
        row.location == location,
        row.day.in_(days),
        row.breakdown.in_([Breakdown.TOTAL, Breakdown.HOUR]),
    )
    return list(unit.session.execute(statement))


def _by_hour(counters: list[CounterRow]) -> dict[int, int]:
    return {
        int(row.value): row.visits
        for row in counters
        if row.breakdown == Breakdown.HOUR and row.value != NOT_STATED and row.visits
    }


def _usual(unit: Unit, location: str, day: date) -> dict[int, float]:
    days = [day - timedelta(weeks=week) for week in range(1, USUAL_WEEKS + 1)]
    rows = _counters(unit, location, days)
    counted = {row.day for row in rows if row.breakdown == Breakdown.TOTAL and row.visits}
    sums: Counter[int] = Counter()
    for row in rows:
        if row.breakdown == Breakdown.HOUR and row.value != NOT_STATED:
            sums[int(row.value)] += row.visits
    return {hour: visits / len(counted) for hour, visits in sorted(sums.items()) if visits}


def _until_now(unit: Unit, usual: Mapping[int, float]) -> float:
    now = local(unit.now)
    past = sum(visits for hour, visits in usual.items() if hour < now.hour)
    return past + usual.get(now.hour, 0.0) * now.minute / 60


def _repeats(shown: list[Visit]) -> list[Facts]:
    """As the last visit, then what was commonest today: main topic, language, municipality."""
    if not shown:
        return []
    last = replace(shown[0].facts, note="", first_visit=FirstVisit.NOT_ASKED)
    kinds = Counter(_kind(visit.facts) for visit in shown)
    common = [kind for kind, _count in kinds.most_common(REPEATS) if kind != _kind(last)]
    return [last, *common][:REPEATS]


def _kind(facts: Facts) -> Facts:
    return Facts(topics=facts.topics[:1], language=facts.language, municipality=facts.municipality)
