"""What is hidden of a month when it has ended.

Small numbers first; then every hidden number has to find worlds in which it is something else.
Where the numbers hidden so far leave none, another one is hidden beside them: an entry of the same
row or column, or the sum of all portals. A row that cannot be protected by any of its numbers is
hidden whole, zeros included.
"""

from collections.abc import Mapping

from app.domain.disclosure.board import Board, Row
from app.domain.disclosure.cells import month, quarter_of
from app.domain.disclosure.moves import one_month
from app.domain.disclosure.numbers import Entry, Mark
from app.domain.disclosure.outcomes import most_outcomes
from app.domain.disclosure.proving import Proof

ALL_PORTALS, ALL_PORTALS_AGAIN = 30, 10
"""What it costs to hide the sum of all portals: less where it is hidden in the quarter already."""


def decide_month(board: Board, number: int, rows: Mapping[Row, int]) -> None:
    """Decide the entries of a month and its sums; `rows` are those with visits, and how many."""
    board.rows[number] = list(rows)
    for row in rows:
        board.add_row(number, row)
    _add_sums(board, number)
    small = any(board.is_small(visits) for visits in rows.values())
    if small or not (board.adds or _bound_outcomes(board, number, rows)):
        _hide_all(board, number)
        return
    for _place, entry in board.in_months(month(number)):
        if board.is_small(entry.true):
            entry.hide(Mark.SMALL)
    protect(board, number)


def _add_sums(board: Board, number: int) -> None:
    before = [month(earlier) for earlier in range(quarter_of(number).first, number)]
    for value in board.values(number):
        again = any(board.is_hidden((None, each, value)) for each in before)
        price = ALL_PORTALS_AGAIN if again else ALL_PORTALS
        board.add_sum((None, month(number), value), price, board.column(number, value))


def _hide_all(board: Board, number: int) -> None:
    board.apart.add(number)
    for value in board.values(number):
        if one := board.sums.get((None, month(number), value)):
            one.hidden = True
    for _place, entry in board.in_months(month(number)):
        entry.hide(Mark.OPEN)


def _bound_outcomes(board: Board, number: int, rows: Mapping[Row, int]) -> bool:
    """Say how frequent each outcome can be; False where a row has no room for any other."""
    for row, visits in rows.items():
        counts = {
            value: board.entries[number, row, value].true for value in board.values_of(row, number)
        }
        most = most_outcomes(counts, visits, board.threshold)
        if most is None:
            return False
        for value, highest in most.items():
            entry = board.entries[number, row, value]
            entry.most = highest
            entry.hide(entry.mark)
    return True


def protect(board: Board, number: int) -> None:
    """Hide more until all that is hidden of a month is open; in the end all of it."""
    proof = Proof(board, month(number), [one_month(board, number)])
    while failed := proof.run():
        rows = {proof.places[one][1] for one in failed if isinstance(one, Entry)}
        fresh = [
            entry
            for entry, (_number, row, _value) in proof.places.items()
            if row in rows and entry.mark is not Mark.OPEN
        ]
        if not fresh:
            _hide_all(board, number)
            return
        for entry in fresh:
            entry.hide(Mark.OPEN)
