"""Which sums over a quarter or the year are shown beside the months.

All are shown at first. Every hidden number has to find its worlds anew, with these sums as they
are: at best by two months that move against each other, which no sum over time can tell, or else
along a way that hides sums, a portal's own rather than those of all portals. What ends at the same
time is decided at the same time: where that tells less, another entry of the last month is hidden.
What was found for the months, or the quarters, holds in any case where the sums that it moves are
hidden.
"""

from app.domain.disclosure.board import Board, Place
from app.domain.disclosure.cells import YEAR, Span, quarter_of
from app.domain.disclosure.months import protect
from app.domain.disclosure.moves import all_months, two_months
from app.domain.disclosure.numbers import Entry, Mark, Number, begin, fits, moved, replay
from app.domain.disclosure.proving import Proof, hidden_parts

A_PORTAL, ALL_PORTALS = 100, 60
A_PORTAL_AGAIN, ALL_PORTALS_AGAIN = 40, 40
"""Where the same sum is hidden in a quarter before, so that of the year depends on more."""
A_PORTAL_YEAR, ALL_PORTALS_YEAR = 50, 200


def decide_span(board: Board, span: Span) -> None:
    """Decide the sums over a span of which the months, and quarters, are decided."""
    _add_sums(board, span)
    if board.apart & set(range(span.first, span.last + 1)):
        _hide_sums(board, span)
    else:
        _settle(board, span)


def _settle(board: Board, span: Span) -> None:
    """Prove all open, or hide all sums over the span, so that its parts stand for themselves."""
    if not _prove(board, span):
        _hide_sums(board, span)
        if span == YEAR:
            _settle(board, quarter_of(YEAR.last))
        else:
            protect(board, span.last)


def _hide_sums(board: Board, span: Span) -> None:
    for (_portal, its, _value), one in board.sums.items():
        if its == span:
            one.hidden = True


def _add_sums(board: Board, span: Span) -> None:
    columns: dict[tuple[str | None, str], list[Entry]] = {}
    for (_number, row, value), entry in board.in_months(span):
        columns.setdefault((None, value), []).append(entry)
        for portal in row if len(board.listed) > 1 else ():
            own = columns.setdefault((portal, value), [])
            if row == (portal,):
                own.append(entry)
    for (owner, value), entries in columns.items():
        board.add_sum((owner, span, value), _price(board, owner, span, value), entries)


def _price(board: Board, owner: str | None, span: Span, value: str) -> int:
    """What it costs to hide a sum over a span."""
    if span == YEAR:
        return A_PORTAL_YEAR if owner else ALL_PORTALS_YEAR
    before = (quarter_of(number) for number in range(1, span.first, 3))
    if any(board.is_hidden((owner, each, value)) for each in before):
        return A_PORTAL_AGAIN if owner else ALL_PORTALS_AGAIN
    return A_PORTAL if owner else ALL_PORTALS


def _prove(board: Board, span: Span) -> bool:
    """Hide sums until all is open; False where not even that is found to do."""
    revealed = _reveal(board, span) if span != YEAR else {}
    proof = Proof(board, span, [*two_months(board, span), all_months(board, span)])
    begin([*proof.places, *proof.keys])
    while failed := proof.run():
        if not (_restore(proof, revealed, failed) or _fall_back(proof, failed)):
            for entry in revealed:
                entry.hide(Mark.OPEN)
            return False
    return True


def _restore(proof: Proof, revealed: dict[Entry, Place], failed: list[Number]) -> bool:
    """Hide zeros again that would open what failed: those of its rows, else of its months."""
    near = [proof.places[part] for one in failed for part in hidden_parts(one)]
    for depth in (2, 1):
        where = {place[:depth] for place in near}
        again = [entry for entry, place in revealed.items() if place[:depth] in where]
        for entry in again:
            entry.hide(Mark.OPEN)
            del revealed[entry]
        if again:
            return True
    return False


def _reveal(board: Board, span: Span) -> dict[Entry, Place]:
    """Show the zeros of a hidden row again, of values that did not occur in all the quarter."""
    seen = {
        (portal, value)
        for (_number, row, value), entry in board.in_months(span)
        if entry.true
        for portal in row
    }
    found = {
        entry: place
        for place, entry in board.in_months(span)
        if entry.mark is Mark.OPEN and not any((each, place[2]) in seen for each in place[1])
    }
    for entry in found:
        entry.hide(None)
    return found


def _fall_back(proof: Proof, failed: list[Number]) -> bool:
    """Let the worlds hold that were found before, and hide the sums that they move."""
    found = False
    for number in failed:
        known = [one.proofs for one in (number, *hidden_parts(number), *proof.below(number))]
        for changes in [changes for proofs in known for changes in list(proofs.values())]:
            if proof.is_open(number):
                break
            if fits(changes) and all(one.cost is not None for one in moved(changes)):
                found = replay(changes, number) or found
    return found
