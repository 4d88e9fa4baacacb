"""The overview of a period as values: key figures, and the series that are drawn.

Exact, hence for use within the unit only. Sums are of the three portals that were asked for;
Romaniportti is a line of its own and in no sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.figures import Amount
from app.domain.periods import Grain, Period


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

    `days` counts a day once for each location that was open on it. `unknown` names the locations
    whose hours are not known for some day of the period: nothing can be said of those days.
    """

    days: int
    silent: tuple[tuple[str, date], ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures of one period. `median_wait` and `median_service` are None where nobody waited.

    `interpreter` is got of needed, `first` first visits of those who were asked, `listed` the
    visits that came from paper lists (their hour is not known).
    """

    amount: Amount
    open_days: OpenDays
    interpreter: Share
    first: Share
    listed: int
    median_wait: timedelta | None
    median_service: timedelta | None

    @property
    def per_open_day(self) -> float | None:
        """Visits per open day; None where no hours are known."""
        return self.amount.visits / self.open_days.days if self.open_days.days else None


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time on the axis: visits by location, and in all in the compared period."""

    label: str
    visits: Mapping[str, int]
    before: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a breakdown, most first; `code` None is what was not recorded."""

    code: str | None
    amount: Amount
    before: Amount | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the Statistics tab shows of a period, from one state of the store.

    `bars` are by `grain`, `topics` by main topic, `clock` maps (weekday 1 to 7, hour) to visits;
    visits whose hour is not known are in `listed` of the key figures and not here. `open_hours`
    are the cells in which a location asked for is usually open. `romaniportti` is None unless it
    was asked for.
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
