"""What the store has counted of one period: everything that an overview is made of."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.figures import Amount, Value
from app.domain.overview import KeyFigures, OpenDays, Share
from app.domain.periods import Period
from app.domain.visit import FirstVisit, Interpreter, Source
from app.services.unit import Unit
from app.store.queries import overview as queries

_CLOCK: Final = (Breakdown.HOUR, Breakdown.WEEKDAY_HOUR)
_Cell = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Counted:
    """One period. `entries` and `amounts` have every location asked for by its code, `entries`
    visits by the days that have any; all else is of the portals alone.

    `hours` maps (weekday 1 to 7, hour) to visits, `no_hour` are those whose hour is not known.
    """

    entries: Mapping[str, Mapping[date, int]]
    amounts: Mapping[str, Amount]
    whole: Amount
    facts: Mapping[Breakdown, Mapping[Value, Amount]]
    hours: Mapping[tuple[int, int], int]
    no_hour: int
    median_wait: timedelta | None
    median_service: timedelta | None

    def key_figures(self, open_days: OpenDays) -> KeyFigures:
        """The figures of the portals."""
        interpreter, first = (
            {value: amount.visits for value, amount in self.facts[breakdown].items()}
            for breakdown in (Breakdown.INTERPRETER, Breakdown.FIRST_VISIT)
        )
        got, first_time = interpreter.get(Interpreter.USED, 0), first.get(FirstVisit.YES, 0)
        return KeyFigures(
            amount=self.whole,
            open_days=open_days,
            interpreter=Share(got, got + interpreter.get(Interpreter.NOT_GOT, 0)),
            first=Share(first_time, first_time + first.get(FirstVisit.NO, 0)),
            listed=self.facts[Breakdown.SOURCE].get(Source.TALLY, Amount()).visits,
            no_hour=self.no_hour,
            median_wait=self.median_wait,
            median_service=self.median_service,
        )


def counted(unit: Unit, period: Period, portals: Sequence[str], apart: Sequence[str]) -> Counted:
    """Read one period; of the locations `apart` no more than how many came on which day."""
    entries, amounts = _by_day(unit, period, (*portals, *apart))
    facts, clock = _facts(unit, period, portals)
    wait, service = _medians(unit, period, portals)
    return Counted(
        entries,
        amounts,
        sum((amounts[code] for code in portals), Amount()),
        facts,
        {(weekday, hour): visits for (weekday, hour), visits in clock.items() if hour is not None},
        sum(visits for (_weekday, hour), visits in clock.items() if hour is None),
        wait,
        service,
    )


def _by_day(
    unit: Unit, period: Period, codes: Sequence[str]
) -> tuple[dict[str, dict[date, int]], dict[str, Amount]]:
    entries: dict[str, dict[date, int]] = {code: {} for code in codes}
    persons = dict.fromkeys(codes, 0)
    found = unit.connection.execute(queries.by_day(period, codes)).all()
    for code, day, visits, people in found:
        entries[code][day] = visits
        persons[code] += people
    return entries, {code: Amount(sum(entries[code].values()), persons[code]) for code in codes}


def _facts(
    unit: Unit, period: Period, portals: Sequence[str]
) -> tuple[Mapping[Breakdown, Mapping[Value, Amount]], Mapping[_Cell, int]]:
    facts: defaultdict[Breakdown, dict[Value, Amount]] = defaultdict(dict)
    clock: Counter[_Cell] = Counter()
    found = unit.connection.execute(queries.facts(period, portals)).all()
    for name, value, stamp, visits, persons in found:
        if name in _CLOCK:
            clock[_cell(value, stamp)] += int(visits)
        else:
            known = facts[Breakdown(name)]
            known[value] = known.get(value, Amount()) + Amount(int(visits), int(persons))
    return facts, +clock


def _cell(value: str, stamp: int) -> _Cell:
    """What a counter of the clock tells: "1-09" of a month, "09" of a day (20261124)."""
    if not stamp:
        weekday, value = value.split("-", 1)
        return int(weekday) + 1, _hour(value)
    day = date(stamp // 10_000, stamp // 100 % 100, stamp % 100)
    return day.isoweekday(), _hour(value)


def _hour(value: str) -> int | None:
    return None if value == NOT_STATED else int(value)


def _medians(
    unit: Unit, period: Period, portals: Sequence[str]
) -> tuple[timedelta | None, timedelta | None]:
    lasted: dict[str, dict[int, int]] = {queries.WAIT: {}, queries.SERVICE: {}}
    for what, seconds, visits in unit.connection.execute(queries.times(period, portals)):
        lasted[what][int(seconds)] = visits
    return median(lasted[queries.WAIT]), median(lasted[queries.SERVICE])


def median(lasted: Mapping[int, int]) -> timedelta | None:
    """The median of seconds that so many visits took; None of nothing."""
    whole, passed = sum(lasted.values()), 0
    middle: list[int] = []
    for seconds, visits in sorted(lasted.items()):
        passed += visits
        if not middle and 2 * passed >= whole:
            middle.append(seconds)
        if 2 * passed > whole:
            middle.append(seconds)
            break
    return timedelta(seconds=sum(middle) / 2) if middle else None
