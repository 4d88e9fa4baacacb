"""The overview of a period as values: key figures, and the series that are drawn.

Exact, hence for use within the unit only. Sums are of the three portals that were asked for;
Romaniportti is a line of its own and in no sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.figures import Amount, Dimension, Value
from app.domain.periods import Grain, Period


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: a period, perhaps another beside it, locations (empty: all).

    `grain` None is chosen by the length of the period, see `periods.grain_for`.
    """

    period: Period
    compared: Period | None = None
    locations: tuple[str, ...] = ()
    grain: Grain | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`; there is no per cent of nothing."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class OpenDays:
    """On how many days locations were open, and on which of them nothing was recorded.

    `days` counts a day once for each location that was open on it, days to come left out. Those
    without a visit are `silent`, once they have ended. `unknown` names the locations whose hours
    are not known for some day of the period: nothing can be said of those days, and their visits
    are not among `visits`.
    """

    days: int
    silent: tuple[tuple[str, date], ...]
    unknown: tuple[str, ...]
    visits: int


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures of one period. `median_wait` and `median_service` are None where nobody waited.

    `interpreter` is got of needed, `first` first visits of those who were asked, `listed` the
    visits that came from paper lists, `no_hour` all whose hour is not known (those, and visits
    recorded later by their day alone).
    """

    amount: Amount
    open_days: OpenDays
    interpreter: Share
    first: Share
    listed: int
    no_hour: int
    median_wait: timedelta | None
    median_service: timedelta | None

    @property
    def per_open_day(self) -> float | None:
        """Visits per open day, of the days whose hours are known; None where there are none."""
        return self.open_days.visits / self.open_days.days if self.open_days.days else None


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time on the axis: visits by location, and in all in the compared period.

    `visits` has every location asked for, Romaniportti too, which is no part of the bar. `before`
    is the stretch of the same number in the compared period, None where that has none.
    """

    label: str
    visits: Mapping[str, int]
    before: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a breakdown; `code` None is what was not recorded.

    Most first, but hours, weekdays (1 to 7) and locations in their order; what was not recorded
    comes last.
    """

    code: Value
    amount: Amount
    before: Amount | None


@dataclass(frozen=True, slots=True)
class Cross:
    """Two breakdowns against each other, of the portals asked for.

    `row_codes` and `column_codes` are in the order of a breakdown's rows; a cell that is not there
    is nothing. Romaniportti has a row or column only where a dimension is the location, and is no
    part of `whole`. Any topic and outcome do not add up to `whole`.
    """

    rows: Dimension
    columns: Dimension
    row_codes: tuple[Value, ...]
    column_codes: tuple[Value, ...]
    cells: Mapping[tuple[Value, Value], Amount]
    whole: Amount


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the Statistics tab shows of a period, from one state of the store.

    `locations` are those asked for, in their order. `bars` are by `grain`, `topics` by main topic,
    `clock` maps (weekday 1 to 7, hour) to visits; visits whose hour is not known are in `no_hour`
    of the key figures and not here. `open_hours` are the cells in which a portal asked for is
    usually open. What is said of Romaniportti is None unless it was asked for.
    """

    period: Period
    compared: Period | None
    locations: tuple[str, ...]
    grain: Grain
    now: KeyFigures
    before: KeyFigures | None
    bars: tuple[Bar, ...]
    topics: tuple[Row, ...]
    clock: Mapping[tuple[int, int], int]
    open_hours: frozenset[tuple[int, int]]
    romaniportti: Amount | None
    romaniportti_before: Amount | None
    romaniportti_days: OpenDays | None
