"""Numbers that hang together as a flow: in each node, what comes in goes out.

A table with known sums is such a network (Ahuja, Magnanti and Orlin, Network Flows, 1993,
chapter 6): the numbers are the edges, a hidden sum is an edge as well, and what is known is not
there. A number moves along the cheapest way back to itself (chapter 9): hidden numbers cost next
to nothing, so that others are hidden only where there is no way without.

An edge may stand for two numbers that move against each other, such as those of a portal and a
value in two months: what they add up to stays, whatever else is shown of it.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from heapq import heappop, heappush

from app.domain.disclosure.numbers import ANY, Changes, Entry, Sum

Node = Hashable
Parts = tuple[tuple[Entry, int], ...]
STEP, COVER = 1, 100
FREE = 60
"""No way through hidden numbers is as dear, and none that hides another one is cheaper."""


class Edge:
    """`parts` rise together with what flows (1) or fall (-1); `sums` have to be free to move.

    To hide a part takes `saved` less than usual.
    """

    __slots__ = ("_free", "_saved", "_sums", "head", "parts", "tail")

    def __init__(
        self, tail: Node, head: Node, parts: Parts, sums: Iterable[Sum] = (), saved: int = 0
    ) -> None:
        self.tail, self.head, self.parts = tail, head, parts
        self._sums, self._saved = tuple(sums), saved
        self._free = False

    def cost(self) -> int | None:
        """What has to be hidden for it; None where a sum is shown for good."""
        if self._free:
            return STEP
        cost = STEP
        for entry, _sign in self.parts:
            if entry.mark is None:
                cost += COVER - self._saved
        for one in self._sums:
            if not one.hidden:
                if one.price is None:
                    return None
                cost += one.price
        self._free = cost == STEP
        return cost

    def room(self, towards: int) -> int:
        """How far the parts can move in a direction of the flow, 1 or -1."""
        room = ANY
        for entry, sign in self.parts:
            if entry.held:
                return 0
            own = entry.high - entry.now if sign == towards else entry.now - entry.low
            if own < room:
                room = own
        return room


Flow = tuple[Edge, int]


class Network:
    """Edges between rows, columns and sums."""

    def __init__(self) -> None:
        self._at: defaultdict[Node, list[tuple[Edge, int, Node]]] = defaultdict(list)
        self._edge: dict[Entry, tuple[Edge, int]] = {}

    def add(self, edge: Edge) -> None:
        self._at[edge.tail].append((edge, 1, edge.head))
        self._at[edge.head].append((edge, -1, edge.tail))
        for entry, sign in edge.parts:
            self._edge[entry] = edge, sign

    def way(self, entry: Entry, direction: int, limit: int = ANY) -> tuple[int, list[Flow]] | None:
        """The cheapest way to raise (1) or lower (-1) an entry, if there is one below a limit."""
        if entry not in self._edge:
            return None
        edge, sign = self._edge[entry]
        towards = sign * direction
        if edge.room(towards) <= 0 or (own := edge.cost()) is None:
            return None
        start, end = (edge.head, edge.tail) if towards > 0 else (edge.tail, edge.head)
        if limit <= FREE:
            flows = self._shortest(edge, start, end) if own == STEP else None
            return (STEP, [(edge, towards), *flows]) if flows is not None else None
        found = self._cheapest(edge, start, end, limit - own)
        return (found[0] + own, [(edge, towards), *found[1]]) if found else None

    def _shortest(self, banned: Edge, start: Node, end: Node) -> list[Flow] | None:
        """A way through what is hidden already."""
        came: dict[Node, tuple[Edge, int, Node]] = {}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for flow in self._at[node]:
                edge, towards, there = flow
                if there in came or edge.cost() != STEP or edge is banned:
                    continue
                if edge.room(towards) > 0:
                    came[there] = edge, towards, node
                    if there == end:
                        return list(_walked_back(came, start, end))
                    queue.append(there)
        return None

    def _cheapest(
        self, banned: Edge, start: Node, end: Node, limit: int
    ) -> tuple[int, list[Flow]] | None:
        costs: dict[Node, int] = {start: 0}
        came: dict[Node, tuple[Edge, int, Node]] = {}
        heap: list[tuple[int, int, Node]] = [(0, 0, start)]
        number = 0
        while heap:
            so_far, _, node = heappop(heap)
            if node == end:
                return so_far, list(_walked_back(came, start, end))
            if so_far > costs[node]:
                continue
            for edge, towards, there in self._at[node]:
                if edge is banned or costs.get(there, limit) <= so_far:
                    continue
                cost = edge.cost()
                if cost is None or edge.room(towards) <= 0:
                    continue
                cost += so_far
                if cost < costs.get(there, limit):
                    costs[there] = cost
                    came[there] = edge, towards, node
                    number += 1
                    heappush(heap, (cost, number, there))
        return None


def _walked_back(
    came: dict[Node, tuple[Edge, int, Node]], start: Node, end: Node
) -> Iterator[Flow]:
    node = end
    while node != start:
        edge, towards, node = came[node]
        yield edge, towards


def step_of(way: list[Flow]) -> Changes:
    """The changes that one unit along a way makes."""
    return {part: sign * towards for edge, towards in way for part, sign in edge.parts}


def room_of(way: list[Flow]) -> int:
    """How many units may go along a way."""
    return min(edge.room(towards) for edge, towards in way)
