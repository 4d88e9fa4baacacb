"""The overview of a period for within the unit: exact, from the counters, of one state."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain import ranking
from app.domain.bars import bars
from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.figures import Amount, Dimension, Question, Value
from app.domain.open_days import open_days, open_hours
from app.domain.overview import Cross, KeyFigures, OpenDays, Overview, Row, Wish
from app.domain.periods import Grain, Period, grain_for, stretches
from app.domain.place import Hours, LocationKind
from app.domain.roles import Right
from app.services import places, statistics
from app.services.counted import Counted, counted
from app.services.statistics import Progress, in_silence
from app.services.unit import Unit
from app.store.queries import overview as queries

Codes = tuple[str, ...]
Cancelled = Callable[[], bool]


def overview(unit: Unit, wish: Wish, progress: Progress = in_silence) -> Overview:
    """All that is shown of a period; `progress` is told (done, whole) after each period.

    Errors: `no_right`, `location_unknown`.
    """
    portals, apart = _asked(unit, wish.locations)
    hours = {code: places.hours(unit, code) for code in (*portals, *apart)}
    periods = [wish.period] if wish.compared is None else [wish.period, wish.compared]
    sides = []
    for done, period in enumerate(periods, 1):
        sides.append(_Side(counted(unit, period, portals, apart), period, hours, unit.today))
        progress(done, len(periods))
    return _overview(wish, portals, apart, sides[0], sides[1] if wish.compared else None)


def breakdown(unit: Unit, wish: Wish, dimension: Dimension) -> tuple[Row, ...]:
    """The visits of the portals by a dimension that is no stretch of time, from the counters.

    Romaniportti has a row only where the dimension is the location.
    Errors: `no_right`, `location_unknown`.
    """
    codes = _counting(_asked(unit, wish.locations), dimension)
    now = _by(unit, wish.period, codes, dimension)
    before = None if wish.compared is None else _by(unit, wish.compared, codes, dimension)
    return ranking.rows(dimension, now, before, codes)


def cross(
    unit: Unit,
    period: Period,
    locations: Codes,
    rows: Dimension,
    columns: Dimension,
    progress: Progress = in_silence,
    cancelled: Cancelled = lambda: False,
) -> Cross:
    """Visits by two dimensions, from the counters if they hold them, else from the visits.

    `progress` is told (done, whole) and `cancelled` is asked between the parts, each of them the
    visits of a month, or of a quarter if the period is longer than five years.
    Errors: `no_right`, `location_unknown`, `dimension_twice`, `one_grain`, `cancelled`.
    """
    codes = _counting(_asked(unit, locations), rows, columns)
    question = Question(period, (rows, columns), codes)
    cells: defaultdict[tuple[Value, Value], Amount] = defaultdict(Amount)
    whole = Amount()
    parts = _parts(question) if codes else []
    for done, part in enumerate(parts, 1):
        answer = statistics.figures(unit, replace(question, period=part))
        whole += answer.portals
        for line in answer.lines:
            cells[line.values[0], line.values[1]] += line.amount
        progress(done, len(parts))
        if done < len(parts) and cancelled():
            raise Refused("cancelled")
    return Cross(
        rows,
        columns,
        ranking.ranked(rows, _sums((row, amount) for (row, _), amount in cells.items()), codes),
        ranking.ranked(columns, _sums((one, amount) for (_, one), amount in cells.items()), codes),
        dict(cells),
        whole,
    )


def _parts(question: Question) -> list[Period]:
    """A question that the counters answer at once; the visits of a month or a quarter at a time."""
    if statistics.at_once(question):
        return [question.period]
    few = grain_for(question.period) is not Grain.YEAR
    return list(stretches(question.period, Grain.MONTH if few else Grain.QUARTER))


def rows_since(unit: Unit) -> date | None:
    """The day from which on visits are kept one by one, None where there are none."""
    unit.demand(Right.STATISTICS_INTERNAL)
    day: date | None = unit.connection.execute(queries.oldest()).scalar()
    return day


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two periods, and what is needed to speak of its open days."""

    counted: Counted
    period: Period
    hours: Mapping[str, Hours]
    today: date

    def open_days(self, locations: Codes) -> OpenDays:
        hours = {code: self.hours[code] for code in locations}
        return open_days(hours, self.counted.entries, self.period, self.today)

    def key_figures(self, portals: Codes) -> KeyFigures:
        return self.counted.key_figures(self.open_days(portals))

    def topics(self) -> Mapping[Value, Amount]:
        return self.counted.facts[Breakdown.MAIN_TOPIC]

    def amount(self, apart: Codes) -> Amount | None:
        """Of the location apart, if it was asked for."""
        return self.counted.amounts[apart[0]] if apart else None


def _asked(unit: Unit, codes: Codes) -> tuple[Codes, Codes]:
    """The portals that make one sum, and Romaniportti if it was asked for."""
    unit.demand(Right.STATISTICS_INTERNAL)
    asked = statistics.asked_for(unit, codes)
    apart = tuple(code for code, one in asked.items() if one.kind is LocationKind.ROMA_PORTAL)
    return tuple(code for code in asked if code not in apart), apart


def _counting(asked: tuple[Codes, Codes], *dimensions: Dimension) -> Codes:
    """The locations of an answer by these dimensions."""
    portals, apart = asked
    return (*portals, *apart) if Dimension.LOCATION in dimensions else portals


def _overview(
    wish: Wish, portals: Codes, apart: Codes, now: _Side, before: _Side | None
) -> Overview:
    grain = wish.grain or grain_for(wish.period)
    past = (before.period, before.counted.entries) if before else None
    return Overview(
        period=wish.period,
        compared=wish.compared,
        locations=(*portals, *apart),
        grain=grain,
        now=now.key_figures(portals),
        before=before.key_figures(portals) if before else None,
        bars=bars(grain, (now.period, now.counted.entries), past, portals, apart),
        topics=ranking.rows(Dimension.TOPIC, now.topics(), before.topics() if before else None),
        clock=now.counted.hours,
        open_hours=open_hours({code: now.hours[code] for code in portals}, wish.period),
        romaniportti=now.amount(apart),
        romaniportti_before=before.amount(apart) if before else None,
        romaniportti_days=now.open_days(apart) if apart else None,
    )


def _by(unit: Unit, period: Period, codes: Codes, dimension: Dimension) -> dict[Value, Amount]:
    if not codes:
        return {}
    answer = statistics.figures(unit, Question(period, (dimension,), codes))
    return {line.values[0]: line.amount for line in answer.lines}


def _sums(amounts: Iterable[tuple[Value, Amount]]) -> dict[Value, Sequence[int]]:
    found: Counter[Value] = Counter()
    for value, amount in amounts:
        found[value] += amount.visits
    return {value: [visits] for value, visits in found.items()}
