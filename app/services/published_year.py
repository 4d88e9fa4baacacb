"""A calendar year as the disclosure step takes it: what was handed out as it was, the rest now."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from app.domain.counting import NOT_STATED, Breakdown, hour_value
from app.domain.days import local_day
from app.domain.disclosure import At, HandOut, Published, YearTables, publish
from app.domain.open_days import open_hours
from app.domain.periods import Period
from app.domain.place import LocationKind
from app.domain.public import last_ended
from app.domain.reference import Kind
from app.services import chips, places
from app.services.unit import Unit
from app.store.queries import publishing as queries

YEAR_MONTHS: Final = 12
_LISTS: Final = {
    Breakdown.MAIN_TOPIC: Kind.TOPIC,
    Breakdown.LANGUAGE: Kind.LANGUAGE,
    Breakdown.MUNICIPALITY: Kind.MUNICIPALITY,
    Breakdown.CHANNEL: Kind.CHANNEL,
    Breakdown.OUTCOME: Kind.OUTCOME,
}
_ALWAYS_STATED: Final = (Breakdown.MAIN_TOPIC, Breakdown.CHANNEL)
_USUAL_HOURS: Final = frozenset((day, hour) for day in range(1, 6) for hour in range(9, 15))
_Possible = tuple[tuple[Breakdown, str, tuple[str, ...]], ...]
_Counts = tuple[tuple[Breakdown, At, int], ...]


@dataclass(frozen=True, slots=True)
class PublishedYear:
    """The counters of a year up to `months`, its last month that has ended.

    `kept` are the (location, 202611) that were handed out, with the moment, all with this
    `threshold`.
    """

    number: int
    months: int
    threshold: int
    kept: Mapping[tuple[str, int], datetime]
    counts: Mapping[Breakdown, Mapping[At, int]]
    portals: tuple[str, ...]
    apart: tuple[str, ...]

    def handed_out(self) -> Iterator[HandOut]:
        """What came out together, by time."""
        together: defaultdict[datetime, set[tuple[str, int]]] = defaultdict(set)
        for (code, month), at in self.kept.items():
            if code in self.portals:
                together[at].add((code, month % 100))
        for at in sorted(together):
            yield HandOut(_ended(self.number, local_day(at)), frozenset(together[at]))

    def to_keep(self) -> Iterator[tuple[str, int]]:
        """A portal's months up to its last with a visit; a location apart when the year is whole.

        Months behind them are not handed out: what a location brings later, in one piece, is new.
        """
        for code in (*self.portals, *self.apart):
            busy = [at.month for at in self.counts[Breakdown.TOTAL] if at.portal == code]
            last = max(busy, default=0)
            if code in self.apart:
                last = YEAR_MONTHS if busy and self.months == YEAR_MONTHS else 0
            yield from ((code, self.number * 100 + month) for month in range(1, last + 1))


def read_year(unit: Unit, number: int, threshold: int) -> PublishedYear | None:
    """`threshold` is for a year of which nothing was handed out yet.

    None where no month of the year has ended or nobody came in it.
    """
    months = _ended(number, unit.today)
    first, end = number * 100 + 1, number * 100 + months
    handed_out = unit.connection.execute(queries.months(first, end)).all()
    kept = {(code, month): at for code, month, _threshold, at in handed_out}
    counts: defaultdict[Breakdown, Counter[At]] = defaultdict(Counter)
    for query, was_kept in ((queries.now(first, end), False), (queries.kept(first, end), True)):
        for code, month, breakdown, value, visits in unit.connection.execute(query):
            if ((code, month) in kept) is was_kept:
                counts[Breakdown(breakdown)][At(code, month % 100, value)] = visits
    if not counts:
        return None
    known = places.locations(unit)
    return PublishedYear(
        number,
        months,
        handed_out[0].threshold if handed_out else threshold,
        kept,
        counts,
        tuple(one.code for one in known if one.kind is LocationKind.PORTAL),
        tuple(one.code for one in known if one.kind is not LocationKind.PORTAL),
    )


def _ended(number: int, today: date) -> int:
    """How many months of a year have ended."""
    last = last_ended(today)
    return YEAR_MONTHS if number < last.year else last.month if number == last.year else 0


def published(unit: Unit, year: PublishedYear) -> Published:
    """The publishable tables of a year; the same numbers are decided only once."""
    totals = year.counts[Breakdown.TOTAL]
    apart = tuple(
        (code, sum(count for at, count in totals.items() if at.portal == code))
        for code in year.apart
    )
    counts = tuple(
        sorted(
            (breakdown, at, count)
            for breakdown, cells in year.counts.items()
            for at, count in cells.items()
            if at.portal in year.portals
        )
    )
    possible = tuple(_possible(unit, year))
    handed_out = tuple(year.handed_out())
    return _decided(year.portals, year.months, counts, possible, apart, handed_out, year.threshold)


@lru_cache(maxsize=8)
def _decided(
    portals: tuple[str, ...],
    months: int,
    counts: _Counts,
    possible: _Possible,
    apart: tuple[tuple[str, int], ...],
    handed_out: tuple[HandOut, ...],
    threshold: int,
) -> Published:
    cells: defaultdict[Breakdown, dict[At, int]] = defaultdict(dict)
    for breakdown, at, count in counts:
        cells[breakdown][at] = count
    offered = {(breakdown, portal): values for breakdown, portal, values in possible}
    year = YearTables(portals, months, cells, offered, dict(apart), handed_out)
    return publish(year, threshold)


def _possible(unit: Unit, year: PublishedYear) -> Iterator[tuple[Breakdown, str, tuple[str, ...]]]:
    """What anybody knows to be possible: what the desk offers, the hours that are open."""
    period = Period(date(year.number, 1, 1), date(year.number, 12, 31))
    reference = chips.reference(unit)
    for portal in year.portals:
        for breakdown, kind in _LISTS.items():
            unstated = () if breakdown in _ALWAYS_STATED else (NOT_STATED,)
            yield breakdown, portal, (*sorted(reference[kind]), *unstated)
        hours = open_hours({portal: places.hours(unit, portal)}, period) or _USUAL_HOURS
        clock = {f"{day - 1}-{hour_value(hour)}" for day, hour in hours}
        unknown = {f"{day - 1}-{NOT_STATED}" for day, _hour in hours}
        yield Breakdown.WEEKDAY_HOUR, portal, tuple(sorted(clock | unknown))
