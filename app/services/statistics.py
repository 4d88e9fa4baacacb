"""Visitor statistics: from the counters where they hold the breakdown, else from the visits.

Exact, hence for use within the unit only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.errors import Refused
from app.domain.figures import Amount, Dimension, Figures, Line, Question, Value, in_order
from app.domain.periods import Grain, label, years
from app.domain.place import Location, LocationKind
from app.domain.roles import Right
from app.services import places
from app.services.unit import Unit
from app.store.queries import counters, visit_counts

Progress = Callable[[int, int], None]


class _Cell(NamedTuple):
    """A part of the answer; `facts` is None for a part of the total."""

    location: str
    day: date | None
    facts: Mapping[Dimension, Value] | None
    amount: Amount


def at_once(question: Question) -> bool:
    """Whether the counters hold the answer, however many visits there are."""
    return question.breakdown is not None


def in_silence(done: int, whole: int) -> None:
    """Nobody watches."""


def figures(unit: Unit, question: Question, progress: Progress = in_silence) -> Figures:
    """The exact answer; `progress` is told (done, whole) while visits have to be counted.

    Errors: `no_right`, `location_unknown`.
    """
    unit.demand(Right.STATISTICS_INTERNAL)
    asked = asked_for(unit, question.locations)
    breakdown = question.breakdown
    if breakdown is None:
        return _figures(question, asked, _from_visits(unit, question, progress))
    return _figures(question, asked, _from_counters(unit, question, breakdown))


def log_export(unit: Unit, question: Question, form: str, internal: bool) -> None:
    """Keep on record that figures were handed out: which days, by what, in which form."""
    period = question.period
    by = ",".join(question.by) or "total"
    mode = "internal" if internal else "public"
    unit.log("statistics.export", f"{period.first}/{period.last} {by} {form} {mode}")


def asked_for(unit: Unit, codes: tuple[str, ...]) -> Mapping[str, Location]:
    """The locations of these codes (none: all), in their order. Errors: `location_unknown`."""
    known = {location.code: location for location in places.locations(unit)}
    for code in codes:
        if code not in known:
            raise Refused("location_unknown", given=code[:40])
    wanted = codes or known
    return {code: location for code, location in known.items() if code in wanted}


def _from_counters(unit: Unit, question: Question, breakdown: Breakdown) -> Iterator[_Cell]:
    rows = unit.connection.execute(counters.cells(question, breakdown))
    for location, stamp, found, value, visits, persons, answers in rows:
        day, amount = _day(stamp), Amount(int(visits), int(persons))
        if found == Breakdown.TOTAL:
            yield _Cell(location, day, None, amount)
        if answers:
            yield _Cell(location, day, _facts(question, Breakdown(found), value, day), amount)


def _facts(
    question: Question, found: Breakdown, value: str, day: date | None
) -> dict[Dimension, Value]:
    """What a counter's value says in each dimension asked for."""
    if found is Breakdown.WEEKDAY_HOUR:
        weekday, hour = value.split("-", 1)
        return {Dimension.WEEKDAY: int(weekday) + 1, Dimension.HOUR: _hour(hour)}
    if found in (Breakdown.HOUR, Breakdown.TOTAL):
        weekday_of = day.isoweekday() if day else None
        return {Dimension.WEEKDAY: weekday_of, Dimension.HOUR: _hour(value)}
    return dict.fromkeys(question.facts, None if value == NOT_STATED else value)


def _hour(value: str) -> int | None:
    return int(value) if value.isdigit() else None


def _from_visits(unit: Unit, question: Question, progress: Progress) -> Iterator[_Cell]:
    parts = list(years(question.period))
    columns = visit_counts.columns(question)
    for done, part in enumerate(parts, 1):
        for row in unit.connection.execute(visit_counts.totals(question, part)):
            yield _Cell(row[0], None, None, Amount(*row[1:]))
        for location, stamp, *values, visits, persons in unit.connection.execute(
            visit_counts.grouped(question, part)
        ):
            day = _day(stamp)
            facts: dict[Dimension, Value] = dict(zip(columns, values, strict=True))
            facts[Dimension.WEEKDAY] = day.isoweekday() if day else None
            yield _Cell(location, day, facts, Amount(visits, persons))
        progress(done, len(parts))


def _day(stamp: int) -> date | None:
    """The day of a stamp, the first of the month for a month's, None for 0."""
    if not stamp:
        return None
    if stamp < 1_000_000:
        stamp = stamp * 100 + 1
    return date(stamp // 10_000, stamp // 100 % 100, stamp % 100)


def _figures(question: Question, asked: Mapping[str, Location], cells: Iterable[_Cell]) -> Figures:
    apart = {code for code, place in asked.items() if place.kind is LocationKind.ROMA_PORTAL}
    by = question.by
    if apart == asked.keys() and Dimension.LOCATION not in by:
        by = (Dimension.LOCATION, *by)
    summed: defaultdict[tuple[Value, ...], Amount] = defaultdict(Amount)
    totals: defaultdict[bool, Amount] = defaultdict(Amount)
    for cell in cells:
        if cell.facts is None:
            totals[cell.location in apart] += cell.amount
        elif Dimension.LOCATION in by or cell.location not in apart:
            summed[_values(by, question.grain, cell)] += cell.amount
    if not by:
        summed[()] = totals[False]
    lines = [Line(values, sums) for values, sums in summed.items() if sums.visits or not by]
    return Figures(
        question,
        by,
        in_order(lines, by, list(asked)),
        totals[False],
        totals[True] if apart else None,
    )


def _values(by: tuple[Dimension, ...], grain: Grain | None, cell: _Cell) -> tuple[Value, ...]:
    assert cell.facts is not None
    known = dict(cell.facts)
    known[Dimension.LOCATION] = cell.location
    if grain and cell.day:
        known[Dimension(grain.value)] = label(grain, cell.day)
    return tuple(known[dimension] for dimension in by)
