"""The numbers of one breakdown at one portal, and which of them are hidden so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from app.domain.disclosure.cells import (
    Cell,
    Complementary,
    Primary,
    Shown,
    Span,
    added,
    month,
    quarter,
)
from app.domain.disclosure.network import ANY

Counts = Mapping[tuple[int, str], int]
Key = tuple[Span, str]


class Mark(Enum):
    """Why a number is hidden, and thereby what its mark tells of it."""

    SMALL = auto()
    """1 to threshold - 1, written "<5"."""
    COVER = auto()
    """At least the threshold, hidden beside small ones."""
    OPEN = auto()
    """Any number: a sum, or part of a row that is too small to be broken down, zeros included."""


@dataclass(slots=True)
class Board:
    """`rows` says whether the values of a month add up to its total.

    `most` has the highest number that a month's count could be, where something else tells it.
    """

    counts: Counts
    threshold: int
    rows: bool
    listed: tuple[str, ...] = ()
    most: dict[tuple[int, str], int] = field(default_factory=dict)
    marks: dict[Key, Mark] = field(default_factory=dict)
    decided: set[Span] = field(default_factory=set)
    _sums: dict[Key, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for (number, value), count in self.counts.items():
            for span in (month(number), quarter((number + 2) // 3), Span(1, 12)):
                key = span, value
                self._sums[key] = self._sums.get(key, 0) + count

    def true(self, span: Span, value: str) -> int:
        return self._sums.get((span, value), 0)

    def is_small(self, count: int) -> bool:
        return 1 <= count < self.threshold

    def values(self, until: int) -> list[str]:
        """The values that are listed or occurred up to a month: what was known then."""
        seen = {value for number, value in self.counts if number <= until}
        return sorted(seen | set(self.listed))

    def hidden(self, span: Span) -> Iterator[Key]:
        """The hidden months within a span, month by month."""
        for number in range(span.first, span.last + 1):
            for value in self.values(span.last):
                if (month(number), value) in self.marks:
                    yield month(number), value

    def bounds(self, key: Key) -> tuple[int, int]:
        """The lowest and highest number that the mark leaves open."""
        span, value = key
        high = self.most.get((span.first, value), ANY) if span.first == span.last else ANY
        match self.marks[key]:
            case Mark.SMALL:
                return 1, min(high, self.threshold - 1)
            case Mark.COVER:
                return self.threshold, high
            case Mark.OPEN:
                return 0, high

    def cell(self, span: Span, value: str, ended: int = 12) -> Cell:
        """What is published of a month, quarter or year; a sum where it is not decided yet."""
        mark = self.marks.get((span, value))
        if mark is Mark.SMALL:
            return Primary()
        if span.first == span.last:
            return self._month_cell(span, value, mark)
        if mark is None and span in self.decided:
            return Shown(self.true(span, value))
        return added(self.cell(part, value, ended) for part in parts(span) if part.first <= ended)

    def _month_cell(self, span: Span, value: str, mark: Mark | None) -> Cell:
        if mark is None:
            return Shown(self.true(span, value))
        return Complementary(self.threshold if mark is Mark.COVER else 0)


def parts(span: Span) -> list[Span]:
    """The quarters of a year, the months of a quarter."""
    if span.last - span.first == 11:
        return [quarter(number) for number in range(1, 5)]
    return [month(number) for number in range(span.first, span.last + 1)]


def only_hidden_month(totals: Board, span: Span) -> Span | None:
    """The month on which alone a hidden total hangs, if that is so."""
    hidden = [part for part in parts(span) if (part, "") in totals.marks]
    if (span, "") not in totals.marks or len(hidden) != 1:
        return None
    (part,) = hidden
    return part if part.first == part.last else only_hidden_month(totals, part)
