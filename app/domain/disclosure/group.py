"""The decisions of what is decided together, each month from what was there when it had ended.

What is decided is never taken back, so whoever kept the tables of every month knows no more than
whoever has the last ones.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure.board import Board
from app.domain.disclosure.cells import YEAR, Cell, Span, quarter_of
from app.domain.disclosure.joined import may_show_totals
from app.domain.disclosure.months import decide_month
from app.domain.disclosure.spans import decide_span
from app.domain.disclosure.tables import PUBLISHABLE, Part, YearTables
from app.domain.disclosure.totals import Totals


@dataclass(frozen=True, slots=True)
class Group:
    """The decided totals, and each breakdown."""

    totals: Totals
    boards: Mapping[Breakdown, Board]

    def cell(
        self, breakdown: Breakdown | None, portal: str | None, span: Span, value: str, ended: int
    ) -> Cell:
        """What is told of a month, quarter or year as far as its months have ended."""
        if breakdown is None:
            return self.totals.cell(portal, span, ended)
        return self.boards[breakdown].cell(portal, span, value, ended)


def decided(year: YearTables, threshold: int, chosen: Set[Part]) -> Group:
    """All decisions on some of the portals' months, up to the last that has visits.

    Months without any behind it are shown as 0 and not decided, nor are sums that they end: what
    comes later is then published as if it had been there in time.
    """
    visits = {
        (at.portal, at.month): count
        for at, count in year.counts.get(Breakdown.TOTAL, {}).items()
        if count and (at.portal, at.month) in chosen
    }
    totals = Totals(visits, threshold)
    boards = {name: _board(year, name, threshold, chosen) for name in PUBLISHABLE}
    for number in range(1, max((number for _portal, number in visits), default=0) + 1):
        rows = totals.decide_month(number)
        for board in boards.values():
            decide_month(board, number, rows)
        for span in _ending(number):
            totals.decide_span(span)
            for board in boards.values():
                decide_span(board, span)
            if not all(may_show_totals(totals, board, span) for board in boards.values()):
                totals.withhold(span)
        totals.close()
        for board in boards.values():
            board.close()
    return Group(totals, boards)


def _board(year: YearTables, name: Breakdown, threshold: int, chosen: Set[Part]) -> Board:
    unsaid = {NOT_STATED} if name is Breakdown.OUTCOME else set()
    counts = {
        (at.portal, at.month, at.value): count
        for at, count in year.counts.get(name, {}).items()
        if count and at.value not in unsaid and (at.portal, at.month) in chosen
    }
    listed = {portal: frozenset(year.possible[name, portal]) - unsaid for portal in year.portals}
    return Board(counts, threshold, name is not Breakdown.OUTCOME, listed)


def _ending(number: int) -> Iterator[Span]:
    """The quarter and the year that end with a month."""
    if number % 3 == 0:
        yield quarter_of(number)
    if number == YEAR.last:
        yield YEAR
