"""Which sums over a quarter or a year are shown beside the months.

All sums are shown at first; then every hidden number has to prove that it stays open, and where it
cannot, sums are hidden until it can. To hide a sum takes no possible world away, so each proof is
made once. In the end, with no sum left, each month stands alone and is protected already. What was
hidden needlessly on the way is shown again, the greatest first, where all proofs hold with it.
"""

from collections import deque

from app.domain.disclosure.board import Board, Key, Mark, only_hidden_month, parts
from app.domain.disclosure.cells import YEAR, Primary, Span, quarter_of
from app.domain.disclosure.network import ANY, Edge, Network, Node

OUTSIDE = "outside"


def settle(board: Board, totals: Board | None, span: Span) -> None:
    """Decide the sums over a span whose parts are decided; `totals` are those of its portal."""
    board.decided.add(span)
    before = dict(board.marks)
    first = _Settling(board, totals, span, frozenset())
    first.run()
    hidden, after = frozenset(first.loose), dict(board.marks)
    for value in sorted(hidden, key=lambda value: (-board.true(span, value), value)):
        if isinstance(board.cell(span, value), Primary):
            continue
        board.marks.clear()
        board.marks.update(before)
        if _Settling(board, totals, span, hidden - {value}).proves():
            hidden, after = hidden - {value}, dict(board.marks)
        else:
            board.marks.clear()
            board.marks.update(after)


def withhold(board: Board, span: Span) -> None:
    """Hide all sums over a span, zeros included."""
    board.decided.add(span)
    board.marks.update({(span, value): Mark.OPEN for value in board.values(span.last)})


class _Settling:
    """The proofs of one span; `loose` are the sums that do not bind what is below them."""

    def __init__(
        self, board: Board, totals: Board | None, span: Span, loose: frozenset[str]
    ) -> None:
        self._board, self._span = board, span
        self._network, self._keys = Network(), dict[Edge, Key]()
        self._known: list[Edge] = []
        self._alone: list[Edge] = []
        self._add_parts()
        if totals and board.rows:
            self._add_totals(totals)
        self._bound = {value for value in board.values(span.last) if _sum(span, value) in self}
        self.loose = self._bound & loose
        self._bound -= loose
        for value in sorted(self.loose):
            self._add_sum(value, Mark.OPEN)
        for value in sorted(self._bound):
            if board.is_small(board.true(span, value)):
                self._add_sum(value, Mark.SMALL)

    def __contains__(self, node: Node) -> bool:
        return node in self._network

    def run(self) -> None:
        waiting = deque(self._keys)
        for edge in self._alone:
            while not self._is_any_small(edge):
                waiting.append(self._loosen((self._span, "")))
        while waiting:
            edge = waiting.popleft()
            while not self._stays_open(edge):
                waiting.append(self._loosen(self._keys[edge]))
            if not waiting:
                waiting.extend(self._no_longer_known())
        self._show_known()

    def proves(self) -> bool:
        """Whether all stays open with no other sum hidden; what is known is shown then."""
        edges = list(self._keys)
        proved = all(map(self._is_any_small, self._alone)) and all(map(self._stays_open, edges))
        if proved:
            self._show_known()
        return proved

    def _show_known(self) -> None:
        for edge in self._known:
            del self._board.marks[self._keys[edge]]

    def _add_parts(self) -> None:
        board = self._board
        for span, value in board.hidden(self._span):
            row = ("row", span) if board.rows else OUTSIDE
            self._add((span, value), row, _sum(quarter_of(span.first), value))
        for part in parts(self._span) if self._span == YEAR else ():
            for value in board.values(YEAR.last):
                if (part, value) in board.marks:
                    self._add((part, value), _sum(part, value), _sum(YEAR, value))

    def _add_totals(self, totals: Board) -> None:
        """Hidden totals are numbers of the network as well; one alone must stay open in it."""
        for span, _ in totals.hidden(self._span):
            edge = self._add_total(totals, span, ("row", quarter_of(span.first)))
            if span == only_hidden_month(totals, self._span):
                self._alone.append(edge)
        for part in parts(self._span) if self._span == YEAR else ():
            if (part, "") in totals.marks:
                self._add_total(totals, part, ("row", YEAR))
        if (self._span, "") in totals.marks:
            self._add_total(totals, self._span, OUTSIDE)

    def _add_total(self, totals: Board, span: Span, above: Node) -> Edge:
        key = span, ""
        edge = Edge(above, ("row", span), totals.true(*key), *totals.bounds(key))
        self._network.add(edge)
        return edge

    def _add_sum(self, value: str, mark: Mark) -> Edge:
        key = self._span, value
        self._board.marks[key] = mark
        return self._add(key, _sum(*key), OUTSIDE)

    def _add(self, key: Key, tail: Node, head: Node) -> Edge:
        edge = Edge(tail, head, self._board.true(*key), *self._board.bounds(key))
        self._network.add(edge)
        self._keys[edge] = key
        return edge

    def _stays_open(self, edge: Edge) -> bool:
        """Whether possible worlds give the number all the values that it has to be open for."""
        key, most = self._keys[edge], self._board.threshold - 1
        small = self._board.is_small(edge.true)
        month = key[0].first == key[0].last
        if self._board.marks[key] is Mark.SMALL:
            return self._is_any_small(edge)
        self._stretch(edge, edge.true - most - 1, edge.true + most + 1)
        if edge.least == edge.most and not small:
            self._known.append(edge)
            return True
        if small and month and not (edge.least <= 1 and edge.most >= most):
            return False
        lone = isinstance(self._board.cell(*key), Primary)
        return edge.most - edge.least + 1 >= self._board.threshold - lone

    def _is_any_small(self, edge: Edge) -> bool:
        most = self._board.threshold - 1
        self._stretch(edge, 1, most)
        return edge.least <= 1 and edge.most >= most

    def _stretch(self, edge: Edge, least: int, most: int) -> None:
        if edge.least > least:
            self._network.lower_to(edge, least)
        if edge.most < most:
            self._network.raise_to(edge, most)

    def _loosen(self, key: Key) -> Edge:
        """Hide a sum: the number's own, else the least one, at best no zero."""
        board, span = self._board, self._span
        sizes = {value: board.true(span, value) for value in self._bound}
        own = key[1] if key[1] in sizes else None
        value = own or min(sizes, key=lambda value: (not sizes[value], sizes[value], value))
        self._bound.remove(value)
        self.loose.add(value)
        edge = next((edge for edge, key in self._keys.items() if key == (span, value)), None)
        if edge is None:
            return self._add_sum(value, Mark.OPEN)
        board.marks[span, value] = Mark.OPEN
        edge.low, edge.high = 0, ANY
        return edge

    def _no_longer_known(self) -> list[Edge]:
        """Those that were known before a sum was hidden and are open by now."""
        for edge in self._known:
            self._stretch(edge, edge.true - 1, edge.true + 1)
        again = [edge for edge in self._known if edge.least < edge.most]
        self._known = [edge for edge in self._known if edge.least == edge.most]
        return again


def _sum(span: Span, value: str) -> Node:
    return "sum", span, value
