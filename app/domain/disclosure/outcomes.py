"""What the number of visits tells of outcomes, which do not add up to it.

A visit has no outcome or up to `OUTCOMES_MAX` different ones. Visits without any are not
published, so that shown outcomes give no lower bound for a hidden one. What is left: an outcome is
not more frequent than visits, and all outcomes together at most `OUTCOMES_MAX` times as frequent.
"""

from app.domain.disclosure.board import Board, Mark, only_hidden_month, parts
from app.domain.disclosure.cells import YEAR, Span
from app.domain.visit import OUTCOMES_MAX


def most_outcomes(board: Board, totals: Board, span: Span) -> dict[tuple[int, str], int]:
    """How often each outcome could have been in the months of a quarter, one moved at a time.

    A hidden total leaves room for as many visits as can be moved there from its quarter.
    """
    moved, most = _movable(totals, span), {}
    for part in parts(span):
        visits = totals.true(part, "")
        if mark := totals.marks.get((part, "")):
            visits = totals.threshold - 1 if mark is Mark.SMALL else visits - moved
        values = board.values(span.last)
        room = OUTCOMES_MAX * visits - sum(board.true(part, value) for value in values)
        for value in values:
            most[part.first, value] = min(visits, board.true(part, value) + room)
    return most


def may_be_summed(board: Board, totals: Board, span: Span) -> bool:
    """Whether outcomes of a quarter or year may be shown: enough visits to move them about."""
    if span == YEAR:
        return all(may_be_summed(board, totals, part) for part in parts(span))
    only = only_hidden_month(totals, span)
    if (span, "") in totals.marks and not only:
        return False
    most = most_outcomes(board, totals, span)
    return (only is not None or _donors_stay(totals, span)) and all(
        most[part.first, value] >= board.true(part, value) and not is_cramped(board, totals, part)
        for part in parts(span)
        for value in board.values(span.last)
    )


def is_cramped(board: Board, totals: Board, span: Span) -> bool:
    """Whether nearly every visit of a month had all the outcomes that it could have."""
    visits = totals.true(span, "")
    found = sum(board.true(span, value) for value in board.values(span.last))
    return visits > 0 and OUTCOMES_MAX * visits - found < totals.threshold


def _movable(totals: Board, span: Span) -> int:
    """The visits that would make every small month of a quarter as great as small ones are."""
    return sum(
        totals.threshold - 1 - totals.true(part, "")
        for part in parts(span)
        if totals.marks.get((part, "")) is Mark.SMALL
    )


def _donors_stay(totals: Board, span: Span) -> bool:
    moved, marks = _movable(totals, span), [totals.marks.get((part, "")) for part in parts(span)]
    if not any(marks):
        return True
    return Mark.COVER in marks and all(
        totals.true(part, "") - moved >= totals.threshold
        for part, mark in zip(parts(span), marks, strict=True)
        if mark is Mark.COVER
    )
