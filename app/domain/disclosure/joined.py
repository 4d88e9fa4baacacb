"""What a portal's shown total tells, where it is told of with others in some of the months.

How the visits of such a month fall on its portals is open. But where a portal's total over a
quarter or the year is shown, its joined months add up to a known number; if nearly all of their
visits have the same value, so does the portal's sum of that value. Then the total is not shown.
"""

from collections.abc import Iterator

from app.domain.disclosure.board import Board, Row
from app.domain.disclosure.cells import YEAR, Span, quarter_of
from app.domain.disclosure.numbers import Changes, Entry
from app.domain.disclosure.totals import Totals
from app.domain.visit import OUTCOMES_MAX

Joined = list[tuple[int, Row]]


def may_show_totals(totals: Totals, board: Board, span: Span) -> bool:
    """Whether the sums of a breakdown stay open beside the portals' totals over a span."""
    if board.apart & set(range(span.first, span.last + 1)):
        return not any(totals.hinges(portal, span) for portal in board.listed)
    return all(
        _is_open(totals, board, portal, span, value)
        for portal in board.listed
        if totals.hinges(portal, span)
        for value in board.values(span.last)
        if not board.is_whole((portal, span, value))
    )


def _is_open(totals: Totals, board: Board, portal: str, span: Span, value: str) -> bool:
    joined = [
        (number, row)
        for number in range(span.first, span.last + 1)
        if (row := totals.row(number, portal)) and len(row) > 1
        if span != YEAR or totals.is_hidden(portal, quarter_of(number))
    ]
    if not joined:
        return True
    found: set[int] = set()
    entries = [board.entries.get((number, row, value)) for number, row in joined]
    for shares in totals.worlds(portal, joined):
        for changes in _worlds([entry for entry in entries if entry]):
            low, high = _range(totals, board, value, joined, shares, changes)
            plain = _plain(board, portal, span, value, changes)
            found.update(range(plain + low, plain + high + 1))
            if len(found) >= board.threshold:
                return True
    return False


def _worlds(entries: list[Entry]) -> Iterator[Changes]:
    yield {}
    for entry in entries:
        for value in entry.seen - {entry.true}:
            yield entry.proofs[value]


def _plain(board: Board, portal: str, span: Span, value: str, changes: Changes) -> int:
    """What a portal has of a value in its other months."""
    return sum(
        entry.true + changes.get(entry, 0)
        for (_number, row, its), entry in board.in_months(span)
        if row == (portal,) and its == value
    )


def _range(
    totals: Totals,
    board: Board,
    value: str,
    joined: Joined,
    shares: list[int],
    changes: Changes,
) -> tuple[int, int]:
    """The least and most that a portal may have of a value in its joined months.

    Least above most where its share of the visits is none that is possible.
    """
    low, high = 0, 0
    for (number, row), share in zip(joined, shares, strict=True):
        counts = {
            its: entry.true + changes.get(entry, 0)
            for (_number, one, its), entry in board.in_months(Span(number, number))
            if one == row
        }
        own = counts.pop(value, 0)
        rest = totals.rows[number][row] - share
        least, most = max(0, own - rest), min(own, share)
        if not board.adds:
            others = sum(min(count, share) for count in counts.values())
            forced = sum(max(0, count - rest) for count in counts.values())
            missing = sum(counts.values()) + own - OUTCOMES_MAX * rest - others
            least, most = max(least, missing), min(most, OUTCOMES_MAX * share - forced)
        if least > most:
            return 1, 0
        low, high = low + least, high + most
    return low, high
