"""The networks in which what is hidden may be moved.

Rows and columns of a month are its nodes, or of two months whose entries move against each other.
Above the columns of all portals stand their sums over a quarter and the year, so that each entry
is in one row and one chain of sums: that is a flow. A portal's own sums over time are in no such
chain; who moves an entry alone pays for them.
"""

from collections.abc import Iterator
from itertools import combinations

from app.domain.disclosure.board import OUTSIDE, Board, Key, Row, parts
from app.domain.disclosure.cells import YEAR, Span, month, quarter_of
from app.domain.disclosure.network import Edge, Network, Node
from app.domain.disclosure.numbers import Entry, Sum

AGAIN, AGAIN_IN_YEAR = 40, 20
"""How much less it costs to hide an entry whose like was hidden in the quarter, in the year."""


def one_month(board: Board, number: int) -> Network:
    """The entries of a month and the sums of its columns, all of which may be hidden yet."""
    network, near = Network(), quarter_of(number).first
    saved: dict[tuple[Row, str], int] = {}
    for (earlier, row, value), entry in board.in_months(Span(1, number - 1)):
        if entry.mark is not None:
            saved[row, value] = AGAIN if earlier >= near else AGAIN_IN_YEAR
    for (_number, row, value), entry in board.in_months(month(number)):
        tail = _row(board, row)
        network.add(Edge(tail, value, ((entry, 1),), (), saved.get((row, value), 0)))
    for value in board.values(number):
        if one := board.sums.get((None, month(number), value)):
            network.add(Edge(value, OUTSIDE, (), (one,)))
    return network


def two_months(board: Board, span: Span) -> Iterator[Network]:
    """The entries of two months against each other, for each two that have any."""
    for first, second in combinations(range(span.first, span.last + 1), 2):
        edges = list(_against(board, first, second, span))
        if edges:
            network = Network()
            for edge in (*edges, *_columns(board, first, second)):
                network.add(edge)
            yield network


def _against(board: Board, first: int, second: int, span: Span) -> Iterator[Edge]:
    far = quarter_of(first) != quarter_of(second)
    for (_number, row, value), entry in board.in_months(month(first)):
        other = board.entries.get((second, row, value))
        if entry.mark is not None and other and _is_movable(other, second, span):
            quarters = (quarter_of(first), quarter_of(second)) if far and len(row) == 1 else ()
            sums = _sums(board, [(row[0], each, value) for each in quarters])
            yield Edge(_row(board, row), value, ((entry, 1), (other, -1)), sums)


def _columns(board: Board, first: int, second: int) -> Iterator[Edge]:
    spans = [month(first), month(second)]
    if quarter_of(first) != quarter_of(second):
        spans += [quarter_of(first), quarter_of(second)]
    for value in board.values(first):
        sums = _sums(board, [(None, each, value) for each in spans])
        if len(sums) == len(spans):
            yield Edge(value, OUTSIDE, (), sums)


def all_months(board: Board, span: Span) -> Network:
    """All entries of the span with their sums above them."""
    network = Network()
    for (number, row, value), entry in board.in_months(span):
        if _is_movable(entry, number, span):
            spans = dict.fromkeys((quarter_of(number), span)) if len(row) == 1 else ()
            sums = _sums(board, [(row[0], each, value) for each in spans])
            tail = _row(board, (*row, str(number)))
            network.add(Edge(tail, (month(number), value), ((entry, 1),), sums))
    for part, above in _levels(span):
        for value in board.values(part.last):
            one = board.sums.get((None, part, value))
            if one is not None and one.cost is not None:
                head = OUTSIDE if part == span else (above, value)
                network.add(Edge((part, value), head, (), (one,)))
    return network


def _levels(span: Span) -> Iterator[tuple[Span, Span]]:
    """Each sum and the one above it."""
    for number in range(span.first, span.last + 1):
        yield month(number), quarter_of(number)
    if span == YEAR:
        yield from ((part, YEAR) for part in parts(YEAR))
    yield span, span


def _row(board: Board, row: Row) -> Node:
    return ("row", *row) if board.adds else OUTSIDE


def _sums(board: Board, keys: list[Key]) -> tuple[Sum, ...]:
    return tuple(board.sums[key] for key in keys if key in board.sums)


def _is_movable(entry: Entry, number: int, span: Span) -> bool:
    """Whether an entry is hidden, or could be, since its month has just ended."""
    return entry.mark is not None or (number == span.last and entry.true > 0)
