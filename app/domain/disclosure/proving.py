"""Finding worlds until every hidden number of a span is open.

First by what is hidden already; only a number that finds no way so has others hidden for it, each
time along the cheapest way of all.
"""

from app.domain.disclosure.board import Board, Key, Place
from app.domain.disclosure.cells import Primary, Span
from app.domain.disclosure.network import FREE, Network, room_of, step_of
from app.domain.disclosure.numbers import ANY, Entry, Mark, Number, Sum, World


class Proof:
    """What is hidden of a board in a span, with the networks in which it may be moved."""

    def __init__(self, board: Board, span: Span, networks: list[Network]) -> None:
        self._board, self._networks = board, networks
        self.places: dict[Entry, Place] = {one: at for at, one in board.in_months(span)}
        self.keys: dict[Sum, Key] = {
            one: key
            for key, one in board.sums.items()
            if span.first <= key[1].first and key[1].last <= span.last and board.is_whole(key)
        }

    def numbers(self) -> list[Number]:
        """All that is hidden by now."""
        return [
            *(entry for entry in self.places if entry.mark is not None),
            *(one for one in self.keys if one.hidden),
        ]

    def below(self, number: Number) -> list[Sum]:
        """The hidden sums of which a sum consists."""
        if not isinstance(number, Sum):
            return []
        portal, span, value = self.keys[number]
        return [
            one
            for one, (its, part, same) in self.keys.items()
            if one.hidden
            and (its, same) == (portal, value)
            and span.first <= part.first <= span.last
        ]

    def run(self) -> list[Number]:
        """Find worlds; the numbers for which there are not enough."""
        failed: dict[Number, None] = {}
        while waiting := [
            one for one in self.numbers() if one not in failed and not self.is_open(one)
        ]:
            for one in waiting:
                for limit in (FREE, ANY):
                    self._stretch(one, limit, held=True)
                self._stretch(one, FREE, held=False)
                if not self.is_open(one):
                    failed[one] = None
        return [one for one in failed if not self.is_open(one)]

    def is_open(self, number: Number) -> bool:
        """Whether the worlds that were found give a number all that it has to be open for.

        One that is known to be small, but for what is shown, has no more than these values.
        """
        size = self._board.threshold
        if len(number.seen) >= size:
            return True
        if isinstance(number, Sum):
            if len(number.seen) == size - 1:
                return isinstance(self._board.cell(*self.keys[number]), Primary)
            return all(part.mark is None for part in number.parts)
        assert isinstance(number, Entry)
        return len(number.seen) == size - 1 and number.mark is Mark.SMALL

    def _stretch(self, number: Number, limit: int, held: bool) -> None:
        """Move a number up and down, a sum part by part; `held` the others stay as they are."""
        parts = hidden_parts(number)
        for direction in (1, -1):
            if self.is_open(number):
                return
            world = World()
            for part in parts:
                for other in parts:
                    other.held = held and other is not part
                while not self.is_open(number) and self._move(
                    number, part, direction, limit, world
                ):
                    pass
            world.end()
            for part in parts:
                part.held = False

    def _move(self, number: Number, part: Entry, direction: int, limit: int, world: World) -> bool:
        """Move a part further along the cheapest way of all networks, if there is one."""
        size = self._board.threshold
        wanted = min(size - abs(number.now - number.true), 2 * size - abs(part.now - part.true))
        if number is part and part.mark is Mark.SMALL:
            wanted = part.high - part.now if direction > 0 else part.now - part.low
        if wanted <= 0:
            return False
        best = None
        for network in self._networks:
            found = network.way(part, direction, limit)
            if found is not None:
                limit, best = found
                if limit < FREE:
                    break
        if best is None:
            return False
        world.move(step_of(best), min(wanted, room_of(best)))
        return True


def hidden_parts(number: Number) -> list[Entry]:
    """The hidden entries of a sum; an entry itself."""
    if isinstance(number, Entry):
        return [number]
    assert isinstance(number, Sum)
    return [part for part in number.parts if part.mark is not None]
