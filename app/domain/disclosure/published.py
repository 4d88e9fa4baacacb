"""The publishable tables of a year."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure.batches import batches
from app.domain.disclosure.cells import (
    YEAR,
    Cell,
    Complementary,
    Primary,
    Shown,
    Span,
    added,
    month,
    quarter_of,
)
from app.domain.disclosure.group import Group, decided
from app.domain.disclosure.tables import PUBLISHABLE, YearTables


@dataclass(frozen=True, slots=True)
class Published:
    """What may be told of a year up to its last ended month."""

    months: int
    threshold: int
    values: dict[Breakdown, tuple[str, ...]]
    apart: dict[str, Cell]
    portals: tuple[str, ...]
    groups: tuple[Group, ...]

    def cell(
        self, breakdown: Breakdown | None, portal: str | None, span: Span, value: str = ""
    ) -> Cell:
        """A cell of a breakdown, or of the totals (None); all portals together with None.

        A span is any run of ended months; where it is no month, quarter or year it is the sum of
        those. The part of a quarter or year that has not ended yet is not in it.
        """
        return added(
            group.cell(breakdown, portal, part, value, self.months)
            for part in cover(span, self.months)
            for group in self.groups
        )


def publish(year: YearTables, threshold: int) -> Published:
    """The publishable tables; `threshold` is the least number, 3 to 10, that is not small.

    The same months give the same cells whatever comes after them: a sum that is shown once, and a
    mark once set, stays, but for marks that a later sum makes needless. Months that a portal
    brings late add to those that were handed out.
    """
    values = {
        name: tuple(
            value
            for value in year.values_of(name)
            if (name, value) != (Breakdown.OUTCOME, NOT_STATED)
        )
        for name in PUBLISHABLE
    }
    return Published(
        year.months,
        threshold,
        values,
        {code: _apart(count, year.months, threshold) for code, count in year.apart.items()},
        year.portals,
        tuple(decided(year, threshold, parts) for parts in batches(year)),
    )


def _apart(count: int, months: int, threshold: int) -> Cell:
    """A location in no sum has one number, and only when the year is whole."""
    if months < YEAR.last:
        return Complementary()
    return Primary() if 1 <= count < threshold else Shown(count)


def cover(span: Span, ended: int) -> Iterator[Span]:
    """The months and quarters, or the year, that together are the ended part of a span."""
    if span == YEAR and ended == YEAR.last:
        yield YEAR
        return
    number = span.first
    while number <= min(span.last, ended):
        whole = quarter_of(number)
        part = whole if number == whole.first and whole.last <= span.last else month(number)
        yield part
        number = part.last + 1
