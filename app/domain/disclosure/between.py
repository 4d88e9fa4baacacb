"""Between which numbers a hidden one lies, for all to see.

It follows from published cells alone, so that "19 806–19 830" in place of "•" gives nothing away
that was not told: a great sum stays of use although a small part of it is hidden.
"""

from collections.abc import Iterable

from app.domain.counting import Breakdown
from app.domain.disclosure.board import Row, parts
from app.domain.disclosure.cells import Cell, Complementary, Primary, Shown, Span
from app.domain.disclosure.group import Group
from app.domain.disclosure.published import Published, cover

Bounds = tuple[int, int | None]


def between(
    published: Published, breakdown: Breakdown | None, portal: str | None, span: Span, value: str
) -> Bounds:
    """The lowest and highest number that a cell may be; None where nothing tells the highest."""
    cell = published.cell(breakdown, portal, span, value)
    if not isinstance(cell, Complementary):
        return _told(cell, published.threshold)
    return _added(
        _Telling(published, group).of(breakdown, portal, part, value)
        for group in published.groups
        for part in cover(span, published.months)
    )


class _Telling:
    """What the cells of one group tell."""

    def __init__(self, published: Published, group: Group) -> None:
        self._ended, self._threshold = published.months, published.threshold
        self._portals, self._group = published.portals, group

    def of(self, breakdown: Breakdown | None, portal: str | None, span: Span, value: str) -> Bounds:
        """The bounds of a month, quarter or year: the narrowest of all its sums."""
        cell = self._group.cell(breakdown, portal, span, value, self._ended)
        ways = [_told(cell, self._threshold)]
        if isinstance(cell, Complementary):
            if span.first < span.last:
                ended = [part for part in parts(span) if part.first <= self._ended]
                ways.append(_added(self.of(breakdown, portal, part, value) for part in ended))
                if portal is None:
                    each = (self.of(breakdown, one, span, value) for one in self._portals)
                    ways.append(_added(each))
            else:
                ways.append(self._of_month(breakdown, portal, span.first, value))
        highest = [most for _least, most in ways if most is not None]
        return max(least for least, _most in ways), min(highest, default=None)

    def _of_month(
        self, breakdown: Breakdown | None, portal: str | None, number: int, value: str
    ) -> Bounds:
        rows = self._group.totals.rows.get(number, {})
        found = [
            self._of_row(breakdown, number, row, value)
            for row in rows
            if portal is None or portal in row
        ]
        alone = portal is None or (portal,) in rows
        low, high = _added(found)
        return (low if alone else 0), high

    def _of_row(self, breakdown: Breakdown | None, number: int, row: Row, value: str) -> Bounds:
        """What the visits of a row leave for a value beside what is known of the others."""
        low, high = _told(self._group.totals.row_cell(number, row), self._threshold)
        if breakdown is None:
            return low, high
        board = self._group.boards[breakdown]
        own = board.entry_cell((number, row, value))
        low, most = _told(own, self._threshold)
        if most is not None:
            return low, most
        others = 0
        if board.adds:
            for other in board.values(number):
                if other != value:
                    others += _told(board.entry_cell((number, row, other)), self._threshold)[0]
        assert high is not None
        return low, high - others


def _told(cell: Cell, threshold: int) -> Bounds:
    match cell:
        case Shown(count):
            return count, count
        case Primary(beside):
            return beside + 1, beside + threshold - 1
        case Complementary(low):
            return low, None


def _added(bounds: Iterable[Bounds]) -> Bounds:
    low, high = 0, 0
    known = True
    for least, most in bounds:
        low += least
        high += most or 0
        known = known and most is not None
    return low, high if known else None
