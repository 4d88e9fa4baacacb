"""Visitor statistics as values: what is asked, and the exact answer (programme line 413).

The three portals make one sum. Romaniportti is a line of its own and in no sum, because a visit
there tells of ethnic origin.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.periods import Grain, Period


class Dimension(StrEnum):
    """What visits can be counted by; `TOPIC` is the main topic.

    A visit with several topics or outcomes counts once in each value of `ANY_TOPIC` and
    `OUTCOME`, so that these do not add up to the whole.
    """

    LOCATION = "location"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    WEEKDAY = "weekday"
    HOUR = "hour"
    TOPIC = "topic"
    ANY_TOPIC = "any_topic"
    LANGUAGE = "language"
    MUNICIPALITY = "municipality"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    INTERPRETER = "interpreter"
    FIRST_VISIT = "first_visit"
    SOURCE = "source"


NOT_ADDITIVE: Final = frozenset({Dimension.ANY_TOPIC, Dimension.OUTCOME})
_GRAINS: Final = {Dimension(grain.value): grain for grain in Grain}
_CLOCK: Final = frozenset({Dimension.WEEKDAY, Dimension.HOUR})
_KEPT: Final = {
    Dimension.TOPIC: Breakdown.MAIN_TOPIC,
    Dimension.ANY_TOPIC: Breakdown.TOPIC,
    Dimension.LANGUAGE: Breakdown.LANGUAGE,
    Dimension.MUNICIPALITY: Breakdown.MUNICIPALITY,
    Dimension.CHANNEL: Breakdown.CHANNEL,
    Dimension.OUTCOME: Breakdown.OUTCOME,
    Dimension.INTERPRETER: Breakdown.INTERPRETER,
    Dimension.FIRST_VISIT: Breakdown.FIRST_VISIT,
    Dimension.SOURCE: Breakdown.SOURCE,
}

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the days, the dimensions in their order, the locations (empty: all).

    Errors: `dimension_twice`, `one_grain` (more than one of day, week, month, quarter, year).
    """

    period: Period
    by: tuple[Dimension, ...] = ()
    locations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.by)) < len(self.by):
            raise Refused("dimension_twice")
        if sum(dimension in _GRAINS for dimension in self.by) > 1:
            raise Refused("one_grain")

    @property
    def grain(self) -> Grain | None:
        """The stretch of time asked for, if any."""
        return next((_GRAINS[dimension] for dimension in self.by if dimension in _GRAINS), None)

    @property
    def facts(self) -> frozenset[Dimension]:
        """The dimensions that are neither the place nor a stretch of time."""
        return frozenset(self.by) - _GRAINS.keys() - {Dimension.LOCATION}

    @property
    def breakdown(self) -> Breakdown | None:
        """The breakdown of the counters that answers, None when the visits must be counted."""
        if not self.facts:
            return Breakdown.TOTAL
        if self.facts <= _CLOCK:
            return Breakdown.WEEKDAY_HOUR
        if len(self.facts) == 1:
            return _KEPT[next(iter(self.facts))]
        return None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of visits and of the persons in them."""

    visits: int = 0
    persons: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.visits + other.visits, self.persons + other.persons)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: a value for each dimension, and how many.

    A weekday is 1 (Monday) to 7, an hour 0 to 23, a stretch of time as `periods.label` calls it,
    all else a code; None stands for what was not recorded.
    """

    values: tuple[Value, ...]
    amount: Amount


@dataclass(frozen=True, slots=True)
class Figures:
    """An exact answer, for use within the unit only.

    `by` names the values of each line. Where it has no location, the lines are sums of the three
    portals. `portals` is their total, `romaniportti` that of the location apart (None: not asked).
    """

    question: Question
    by: tuple[Dimension, ...]
    lines: tuple[Line, ...]
    portals: Amount
    romaniportti: Amount | None


class Valued(Protocol):
    """A line of any answer: a value for each dimension."""

    @property
    def values(self) -> tuple[Value, ...]: ...


AnyLine = TypeVar("AnyLine", bound=Valued)


def in_order(
    lines: Iterable[AnyLine], by: Sequence[Dimension], locations: Sequence[str]
) -> tuple[AnyLine, ...]:
    """The lines by their values: locations in the order given, what was not recorded last."""

    found = list(lines)
    columns = zip(*(line.values for line in found), strict=True)
    ranks = [
        _ranks(set(column), locations if dimension is Dimension.LOCATION else ())
        for dimension, column in zip(by, columns, strict=False)
    ]

    def rank(line: AnyLine) -> list[int]:
        return [ranks_of[value] for ranks_of, value in zip(ranks, line.values, strict=True)]

    return tuple(sorted(found, key=rank))


def _ranks(values: Iterable[Value], first: Sequence[str]) -> dict[Value, int]:
    """The place of each value: as in `first`, else by number or by letters, None last."""

    def key(value: Value) -> tuple[bool, int, str]:
        if value in first:
            return False, first.index(str(value)), ""
        return value is None, value if isinstance(value, int) else 0, str(value)

    return {value: place for place, value in enumerate(sorted(values, key=key))}
