"""How many visits there were: which totals are hidden, and which portals are told of as one.

The sum of all portals is shown for each month unless it is small itself. So where the total of a
portal is small, the portal makes one row with those of fewest visits beside it, of which only what
they add up to is told: how it falls on them is open, in every breakdown in the same way. A portal
without visits is told of as such.
"""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.disclosure.board import Board, Row, parts
from app.domain.disclosure.cells import Cell, Primary, Shown, Span, added, month
from app.domain.disclosure.months import ALL_PORTALS, protect
from app.domain.disclosure.numbers import Mark
from app.domain.disclosure.spans import decide_span


class Totals:
    """`visits` by portal and month, nothing that is 0; decided month by month."""

    def __init__(self, visits: Mapping[tuple[str, int], int], threshold: int) -> None:
        self.rows: dict[int, dict[Row, int]] = {}
        self._visits, self._threshold = visits, threshold
        portals = {portal for portal, _number in visits}
        self._board = Board(
            {(portal, number, portal): count for (portal, number), count in visits.items()},
            threshold,
            True,
            {portal: frozenset({portal}) for portal in portals},
        )

    def decide_month(self, number: int) -> dict[Row, int]:
        """The rows of a month, and how many visits each had."""
        found = {portal: count for (portal, its), count in self._visits.items() if its == number}
        one = self._joined(found)
        rows: list[Row] = [tuple(sorted(one))] if one else []
        rows += [(portal,) for portal in sorted(found.keys() - one)]
        self.rows[number] = {row: sum(found[portal] for portal in row) for row in rows}
        self._hide(number)
        return self.rows[number]

    def decide_span(self, span: Span) -> None:
        """Whether the portals' totals over a quarter or the year are shown."""
        decide_span(self._board, span)

    def withhold(self, span: Span) -> None:
        """Hide the totals of all portals that are in a row with others in some month."""
        for portal in {portal for portal, _number in self._visits}:
            if self.hinges(portal, span):
                self._board.sums[None, span, portal].hidden = True

    def hinges(self, portal: str, span: Span) -> bool:
        """Whether a shown total tells of months in which a portal is in a row with others."""
        numbers = range(span.first, span.last + 1)
        rows = (self.row(number, portal) for number in numbers)
        return not self.is_hidden(portal, span) and any(row and len(row) > 1 for row in rows)

    def is_hidden(self, portal: str, span: Span) -> bool:
        """Whether a portal's total over a quarter or the year is no number of its own."""
        one = self._board.sums.get((None, span, portal))
        return one is None or one.hidden

    def row(self, number: int, portal: str) -> Row | None:
        """The row in which a portal is in a month; None where it had no visits."""
        return self._board.row(number, portal)

    def worlds(self, portal: str, joined: Iterable[tuple[int, Row]]) -> Iterator[list[int]]:
        """What may be a portal's visits in months in which it is in a row with others."""
        entries = [self._board.entries[number, row, portal] for number, row in joined]
        yield [entry.true for entry in entries]
        for one in entries:
            for value in one.seen - {one.true}:
                changes = one.proofs[value]
                yield [entry.true + changes.get(entry, 0) for entry in entries]

    def close(self) -> None:
        """Leave all as it is, once and for all."""
        self._board.close()

    def cell(self, portal: str | None, span: Span, ended: int) -> Cell:
        """A total of one portal, or of all."""
        if portal is not None:
            return self._board.cell(None, span, portal, ended)
        if span.first < span.last:
            return added(
                self.cell(None, part, ended) for part in parts(span) if part.first <= ended
            )
        return added(self.row_cell(span.first, row) for row in self.rows.get(span.first, ()))

    def row_cell(self, number: int, row: Row) -> Cell:
        """The visits of a row, which are small only where all portals together are."""
        visits = self.rows[number][row]
        return Primary() if visits < self._threshold else Shown(visits)

    def _joined(self, found: Mapping[str, int]) -> set[str]:
        """The portals of a month that are told of as one, at best as in a month before."""
        one = {portal for portal, count in found.items() if count < self._threshold}
        if not one:
            return one

        def enough(row: Iterable[str]) -> bool:
            return sum(found[portal] for portal in row) >= self._threshold

        for rows in reversed(self.rows.values()):
            for row in rows:
                if len(row) > 1 and one <= set(row) <= found.keys() and enough(row):
                    return set(row)
        for portal in sorted(found.keys() - one, key=lambda portal: (found[portal], portal)):
            if enough(one):
                break
            one.add(portal)
        return one

    def _hide(self, number: int) -> None:
        board, dark = self._board, False
        board.rows[number] = list(self.rows[number])
        for row, visits in self.rows[number].items():
            board.add_row(number, row)
            dark = dark or visits < self._threshold
        for (_number, row, portal), entry in board.in_months(month(number)):
            if len(row) > 1:
                entry.hide(Mark.OPEN)
            elif dark:
                entry.hide(Mark.SMALL)
            one = board.add_sum((None, month(number), portal), ALL_PORTALS, [entry])
            one.hidden = entry.mark is not None
        if dark:
            board.apart.add(number)
        else:
            protect(board, number)
