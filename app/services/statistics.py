"""Visitor statistics: from the counters where they hold the breakdown, else from the visits.

Exact, hence for use within the unit only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import Final, NamedTuple

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
_ROWS: Final = 1000


class _Cell(NamedTuple):
    """A part of the answer in a stretch of time; `facts` is None for a part of the total."""

    location: str
    stretch: str | None
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
    stretch, weekday = _stretches(question.grain), cache(_weekday)
    facts = cache(partial(_facts, question.facts))
    answer = unit.connection.execute(counters.cells(question, breakdown))
    rows = chain.from_iterable(answer.partitions(_ROWS))
    for location, stamp, found, value, visits, persons, answers in rows:
        amount = Amount(int(visits), int(persons))
        if found == Breakdown.TOTAL:
            yield _Cell(location, None, None, amount)
        if answers:
            told = facts(found, value, weekday(stamp))
            yield _Cell(location, stretch(stamp), told, amount)


def _facts(
    asked: frozenset[Dimension], found: str, value: str, weekday: int | None
) -> Mapping[Dimension, Value]:
    """What a counter's value says in each dimension asked for."""
    if found == Breakdown.WEEKDAY_HOUR:
        of_week, hour = value.split("-", 1)
        return {Dimension.WEEKDAY: int(of_week) + 1, Dimension.HOUR: _hour(hour)}
    if found in (Breakdown.HOUR, Breakdown.TOTAL):
        return {Dimension.WEEKDAY: weekday, Dimension.HOUR: _hour(value)}
    return dict.fromkeys(asked, None if value == NOT_STATED else value)


def _hour(value: str) -> int | None:
    return int(value) if value.isdigit() else None


def _from_visits(unit: Unit, question: Question, progress: Progress) -> Iterator[_Cell]:
    parts = list(years(question.period))
    columns = visit_counts.columns(question)
    stretch, weekday = _stretches(question.grain), cache(_weekday)
    for done, part in enumerate(parts, 1):
        for row in unit.connection.execute(visit_counts.totals(question, part)):
            yield _Cell(row[0], None, None, Amount(*row[1:]))
        for location, stamp, *values, visits, persons in unit.connection.execute(
            visit_counts.grouped(question, part)
        ):
            facts: dict[Dimension, Value] = dict(zip(columns, values, strict=True))
            facts[Dimension.WEEKDAY] = weekday(stamp)
            yield _Cell(location, stretch(stamp), facts, Amount(visits, persons))
        progress(done, len(parts))


def _stretches(grain: Grain | None) -> Callable[[int], str | None]:
    """What the stretch of a stamp is called; there are many rows of each."""

    @cache
    def called(stamp: int) -> str | None:
        day = _day(stamp)
        return label(grain, day) if grain and day else None

    return called


def _weekday(stamp: int) -> int | None:
    day = _day(stamp)
    return day.isoweekday() if day else None


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
    summed: dict[tuple[Value, ...], Amount] = {}
    totals: defaultdict[bool, Amount] = defaultdict(Amount)
    with_apart, values_of = Dimension.LOCATION in by, _values(question, by)
    for cell in cells:
        if cell.facts is None:
            totals[cell.location in apart] += cell.amount
        elif with_apart or cell.location not in apart:
            values = values_of(cell)
            known = summed.get(values)
            summed[values] = cell.amount if known is None else known + cell.amount
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


def _values(question: Question, by: tuple[Dimension, ...]) -> Callable[[_Cell], tuple[Value, ...]]:
    """What takes the values of a line from a cell."""
    stretch = Dimension(question.grain.value) if question.grain else None
    ways: dict[Dimension, Callable[[_Cell], Value]] = {
        Dimension.LOCATION: lambda cell: cell.location
    }
    if stretch is not None:
        ways[stretch] = lambda cell: cell.stretch
    takes = [ways.get(dimension) or partial(_fact, dimension) for dimension in by]
    return lambda cell: tuple([take(cell) for take in takes])


def _fact(dimension: Dimension, cell: _Cell) -> Value:
    assert cell.facts is not None
    return cell.facts[dimension]
