"""The numbers of one breakdown in a year: the finest entries, their sums, and what is hidden.

The entries of a month stand in rows. A row is a portal, or portals that are taken together in a
month because one of them had too few visits; its values add up to the visits of that row, but for
outcomes. The sums of all portals, and those over a quarter or the year, are numbers of their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
from app.domain.disclosure.numbers import Entry, Mark, Sum

Row = tuple[str, ...]
Place = tuple[int, Row, str]
Key = tuple[str | None, Span, str]
HIDDEN = Complementary()
OUTSIDE = "outside"


@dataclass(slots=True)
class Board:
    """`counts` by portal, month and value; `adds` says whether a row adds up to its visits.

    `apart` are months whose sums are all hidden: they hang on no other month.
    """

    counts: Mapping[tuple[str, int, str], int]
    threshold: int
    adds: bool
    listed: Mapping[str, frozenset[str]]
    rows: dict[int, list[Row]] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)
    entries: dict[Place, Entry] = field(default_factory=dict)
    sums: dict[Key, Sum] = field(default_factory=dict)
    _months: dict[int, list[tuple[Place, Entry]]] = field(default_factory=dict)
    _first: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for portal, number, value in self.counts:
            key = portal, value
            self._first[key] = min(number, self._first.get(key, number))

    def is_small(self, count: int) -> bool:
        return 1 <= count < self.threshold

    def values(self, until: int) -> list[str]:
        """The values that are listed or occurred up to a month: what was known then."""
        return self.values_of(tuple(self.listed), until)

    def values_of(self, row: Row, until: int) -> list[str]:
        """Those of them that were known at a portal of a row."""
        known = {
            value
            for (portal, value), first in self._first.items()
            if portal in row and first <= until
        }
        return sorted(known.union(*(self.listed[portal] for portal in row)))

    def column(self, number: int, value: str) -> list[Entry]:
        """The entries of a value in a month."""
        places = ((number, row, value) for row in self.rows.get(number, ()))
        return [self.entries[place] for place in places if place in self.entries]

    def row(self, number: int, portal: str) -> Row | None:
        """The row in which a portal is in a month; None where it had no visits."""
        return next((row for row in self.rows.get(number, ()) if portal in row), None)

    def in_months(self, span: Span) -> Iterator[tuple[Place, Entry]]:
        """The entries of a span."""
        for number in range(span.first, span.last + 1):
            yield from self._months.get(number, ())

    def add_row(self, number: int, row: Row) -> None:
        """The entries of a row, one for each value that is known by then."""
        for value in self.values_of(row, number):
            count = sum(self.counts.get((portal, number, value), 0) for portal in row)
            place = number, row, value
            self.entries[place] = Entry(count, self.threshold)
            self._months.setdefault(number, []).append((place, self.entries[place]))

    def add_sum(self, key: Key, price: int, entries: list[Entry]) -> Sum:
        """A sum that is shown unless it is small or tells of one portal in a row of several."""
        count = sum(entry.true for entry in entries)
        hidden = self.is_small(count) or len(entries) == 1 or not self.is_whole(key)
        one = Sum(count, price, hidden, entries)
        self.sums[key] = one
        for entry in entries:
            entry.sums.append(one)
        return one

    def is_whole(self, key: Key) -> bool:
        """Whether a sum is made of entries alone: of no portal that is told of with another."""
        portal, span, value = key
        return portal is None or not any(
            len(row) > 1 and portal in row and self.entry_cell((number, row, value)) != Shown(0)
            for number in range(span.first, span.last + 1)
            for row in self.rows.get(number, ())
        )

    def close(self) -> None:
        """Leave all sums as they are, once and for all."""
        for one in self.sums.values():
            one.price = None

    def is_hidden(self, key: Key) -> bool:
        one = self.sums.get(key)
        return one is not None and one.hidden

    def entry_cell(self, place: Place) -> Cell:
        entry = self.entries.get(place)
        if entry is None:
            return Shown(0)
        if entry.mark is None:
            return Shown(entry.true)
        if entry.mark is Mark.SMALL:
            return Primary()
        return Complementary(entry.low)

    def cell(self, portal: str | None, span: Span, value: str, ended: int = 12) -> Cell:
        """What is published of a month, quarter or year; a sum where it is not decided yet."""
        alone = len(self.listed) == 1
        if alone and portal in self.listed:
            portal = None
        one = self.sums.get((portal, span, value))
        if one is not None and not one.hidden:
            return Shown(one.true)
        if span.first == span.last:
            return self._month_cell(portal, span.first, value)
        there = [part for part in parts(span) if part.first <= ended]
        known = added(self.cell(portal, part, value, ended) for part in there)
        if portal is not None or alone or isinstance(known, Shown):
            return known
        other = added(self.cell(each, span, value, ended) for each in self.listed)
        return min(known, other, key=_vague)

    def _month_cell(self, portal: str | None, number: int, value: str) -> Cell:
        if portal is None:
            rows = self.rows.get(number, ())
            return added(self.entry_cell((number, row, value)) for row in rows)
        row = self.row(number, portal)
        if row is None:
            return Shown(0)
        cell = self.entry_cell((number, row, value))
        return cell if row == (portal,) or cell == Shown(0) else HIDDEN


def _vague(cell: Cell) -> tuple[int, int]:
    match cell:
        case Shown():
            return 0, 0
        case Primary():
            return 1, 0
        case Complementary(low):
            return 2, -low


def parts(span: Span) -> list[Span]:
    """The quarters of a year, the months of a quarter."""
    if span.last - span.first == 11:
        return [quarter(number) for number in range(1, 5)]
    return [month(number) for number in range(span.first, span.last + 1)]
