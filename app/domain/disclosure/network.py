"""Numbers that hang together as a flow: in each node, what comes in goes out.

A table with known sums is such a network (Ahuja, Magnanti and Orlin, Network Flows, 1993,
chapter 6): the numbers are the edges, an unknown sum is an edge as well, and what is known is not
there. How far one number can be moved, all others staying within their bounds, is the question of
a greatest flow, so the answer is exact, and every whole number in between is possible too.
"""

from collections import defaultdict, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Final

ANY: Final = 1_000_000_000
Node = Hashable


@dataclass(slots=True, eq=False)
class Edge:
    """A hidden number: its true value, and the bounds that its mark tells.

    `least` and `most` are the lowest and highest value seen in any possible world so far.
    """

    tail: Node
    head: Node
    true: int
    low: int
    high: int
    flow: int = field(init=False)
    least: int = field(init=False)
    most: int = field(init=False)

    def __post_init__(self) -> None:
        self.flow = self.least = self.most = self.true


class Network:
    """Hidden numbers in their true state; an edge may be added later, none is taken away."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self._at: defaultdict[Node, list[Edge]] = defaultdict(list)

    def add(self, edge: Edge) -> None:
        self.edges.append(edge)
        self._at[edge.tail].append(edge)
        self._at[edge.head].append(edge)

    def __contains__(self, node: Node) -> bool:
        return node in self._at

    def raise_to(self, edge: Edge, goal: int) -> None:
        """Find a world in which the number is `goal`, or as near below as there is."""
        self._push(edge, edge.head, edge.tail, min(goal, edge.high) - edge.true)

    def lower_to(self, edge: Edge, goal: int) -> None:
        """Find a world in which the number is `goal`, or as near above as there is."""
        self._push(edge, edge.tail, edge.head, edge.true - max(goal, edge.low))

    def _push(self, edge: Edge, start: Node, end: Node, wanted: int) -> None:
        changed = {edge}
        while wanted > 0 and (path := self._path(edge, start, end)):
            step = min(wanted, *(_room(other, forward) for other, forward in path))
            for other, forward in path:
                other.flow += step if forward else -step
                changed.add(other)
            edge.flow += step if start == edge.head else -step
            wanted -= step
        for other in changed:
            other.least = min(other.least, other.flow)
            other.most = max(other.most, other.flow)
            other.flow = other.true

    def _path(self, edge: Edge, start: Node, end: Node) -> list[tuple[Edge, bool]]:
        came: dict[Node, tuple[Edge, bool] | None] = {start: None}
        queue = deque([start])
        while queue and end not in came:
            node = queue.popleft()
            for other in self._at[node]:
                forward = other.tail == node
                there = other.head if forward else other.tail
                if there not in came and other is not edge and _room(other, forward) > 0:
                    came[there] = other, forward
                    queue.append(there)
        return _walked_back(came, end) if end in came else []


def _room(edge: Edge, forward: bool) -> int:
    return edge.high - edge.flow if forward else edge.flow - edge.low


def _walked_back(came: dict[Node, tuple[Edge, bool] | None], end: Node) -> list[tuple[Edge, bool]]:
    path, node = [], end
    while (step := came[node]) is not None:
        path.append(step)
        edge, forward = step
        node = edge.tail if forward else edge.head
    return path
