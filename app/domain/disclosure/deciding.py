"""The decisions of a portal, month by month, each from what was there when the month had ended.

What is decided is never taken back, so whoever kept the tables of every month knows no more than
whoever has the last ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure.board import Board, Mark, only_hidden_month, parts
from app.domain.disclosure.cells import YEAR, Span, month, quarter_of
from app.domain.disclosure.outcomes import is_cramped, may_be_summed, most_outcomes
from app.domain.disclosure.rows import hidden_in_row
from app.domain.disclosure.settling import settle, withhold
from app.domain.disclosure.tables import PUBLISHABLE, YearTables


@dataclass(frozen=True, slots=True)
class Portal:
    """The boards of a portal: its total, and each breakdown."""

    totals: Board
    boards: dict[Breakdown, Board]


def decided(year: YearTables, portal: str, threshold: int) -> Portal:
    """All decisions up to the last month that has visits.

    Months without any behind it are shown as 0 and not decided: what a location brings later, in
    one piece, is then published as if it had been there in time.
    """
    totals = Board(year.of(Breakdown.TOTAL, portal), threshold, rows=False, listed=("",))
    boards = {name: _board(year, portal, name, totals) for name in PUBLISHABLE}
    last = max((number for number, _value in totals.counts), default=0)
    for number in range(1, last + 1):
        _decide_total(totals, month(number))
        for board in boards.values():
            _decide_month(board, totals, month(number))
        for span in _ending(number):
            settle(totals, None, span)
            for board in boards.values():
                _decide_sums(board, totals, span)
    return Portal(totals, boards)


def _board(year: YearTables, portal: str, name: Breakdown, totals: Board) -> Board:
    counts, listed = year.of(name, portal), year.possible[name, portal]
    if name is not Breakdown.OUTCOME:
        return Board(counts, totals.threshold, True, listed)
    told = {key: count for key, count in counts.items() if key[1] != NOT_STATED}
    stated = tuple(value for value in listed if value != NOT_STATED)
    return Board(told, totals.threshold, False, stated)


def _decide_sums(board: Board, totals: Board, span: Span) -> None:
    if not board.rows and span != YEAR:
        board.most.update(most_outcomes(board, totals, span))
    if _has_row(totals, span) and (board.rows or may_be_summed(board, totals, span)):
        settle(board, totals, span)
    else:
        withhold(board, span)


def _has_row(totals: Board, span: Span) -> bool:
    """Whether values may be shown: where totals are hidden, all must hang on one month."""
    sums = [span, *parts(span)] if span == YEAR else [span]
    hidden = any((each, "") in totals.marks for each in sums)
    return not hidden or only_hidden_month(totals, span) is not None


def _ending(number: int) -> Iterator[Span]:
    """The quarter and the year that end with a month."""
    if number % 3 == 0:
        yield quarter_of(number)
    if number == YEAR.last:
        yield YEAR


def _decide_total(totals: Board, span: Span) -> None:
    """Hide a small total; after a small first month of a quarter, its other months as well.

    With three months hidden the quarter's total can be shown, and all that stands above it.
    """
    count, first = totals.true(span, ""), month(quarter_of(span.first).first)
    if totals.is_small(count):
        totals.marks[span, ""] = Mark.SMALL
    elif count and (first, "") in totals.marks:
        totals.marks[span, ""] = Mark.COVER


def _decide_month(board: Board, totals: Board, span: Span) -> None:
    values = board.values(span.last)
    row = {value: board.true(span, value) for value in values}
    marks: dict[str, Mark] | None = None
    if (span, "") in totals.marks or (not board.rows and is_cramped(board, totals, span)):
        pass
    elif board.rows:
        before = board.hidden(Span(quarter_of(span.first).first, span.last))
        marks = hidden_in_row(row, board.threshold, {value for _, value in before})
    else:
        marks = {value: Mark.SMALL for value, count in row.items() if board.is_small(count)}
    if marks is None:
        marks = dict.fromkeys(values, Mark.OPEN)
    board.marks.update({(span, value): mark for value, mark in marks.items()})
