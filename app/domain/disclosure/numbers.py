"""Hidden numbers, sums of them, and the possible worlds that were found.

A world gives every hidden number a value such that all that is published stays as it is; the true
one is one of them. Whatever values a number has in the worlds that were found it may have for
whoever knows all that is published, so each of them proves that the number is open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

ANY: Final = 1_000_000_000


class Mark(Enum):
    """Why a number is hidden, and thereby what its mark tells of it."""

    SMALL = auto()
    """1 to threshold - 1, written "<5"."""
    COVER = auto()
    """At least the threshold, hidden beside small ones."""
    OPEN = auto()
    """Any number: part of a row that is too small to be broken down, zeros included."""


Changes = dict["Entry", int]


@dataclass(slots=True, eq=False)
class Number:
    """`now` is its value in the world that is looked at, `seen` has the values of all worlds.

    `proofs` has for a value that was seen one such world, as changes of the true one.
    """

    true: int
    now: int = field(init=False)
    seen: set[int] = field(init=False)
    proofs: dict[int, Changes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.now = self.true
        self.seen = {self.true}


@dataclass(slots=True, eq=False)
class Sum(Number):
    """What its parts, the entries below it, add up to: shown unless it is `hidden`.

    What hiding it costs is its `price`; None once it is decided and shown for good.
    """

    price: int | None
    hidden: bool = False
    parts: list["Entry"] = field(default_factory=list)

    @property
    def cost(self) -> int | None:
        """What it takes to let it move."""
        return 0 if self.hidden else self.price


@dataclass(slots=True, eq=False)
class Entry(Number):
    """A count of the finest table; `most` is the highest it could be by anything else known."""

    threshold: int
    most: int = ANY
    mark: Mark | None = None
    low: int = field(init=False)
    high: int = field(init=False)
    sums: list[Sum] = field(default_factory=list, repr=False)
    held: bool = False
    """Whether it has to stay as it is while another part of a sum is moved."""

    def __post_init__(self) -> None:
        Number.__post_init__(self)
        self.hide(self.mark)

    def hide(self, mark: Mark | None) -> None:
        """Set the mark; a number that is shown could be hidden as a cover, if it is no zero."""
        self.mark = mark
        if mark is Mark.SMALL:
            self.low, self.high = 1, min(self.threshold - 1, self.most)
        elif mark is Mark.OPEN:
            self.low, self.high = 0, self.most
        else:
            self.low, self.high = (self.threshold, self.most) if self.true else (0, 0)


class World:
    """A world on its way from the true one, changed step by step."""

    def __init__(self) -> None:
        self._numbers: dict[Number, None] = {}

    def move(self, step: Changes, times: int) -> None:
        """Change the world so many times by a step, of which every time is a world as well."""
        sums: dict[Sum, int] = {}
        for entry, change in step.items():
            for one in entry.sums:
                sums[one] = sums.get(one, 0) + change
        self._numbers.update(dict.fromkeys((*step, *sums)))
        for _ in range(times):
            for entry, change in step.items():
                entry.now += change
                if entry.mark is None:
                    entry.hide(Mark.COVER)
            for one, change in sums.items():
                one.now += change
            changes: Changes | None = None
            for number in (*step, *sums):
                if number.now not in number.seen:
                    changes = changes or self.changes()
                    number.seen.add(number.now)
                    number.proofs[number.now] = changes
        for one in sums:
            if one.now != one.true and not one.hidden:
                assert one.price is not None, "a number that is shown for good has moved"
                one.hidden = True

    def changes(self) -> Changes:
        return {
            one: one.now - one.true
            for one in self._numbers
            if isinstance(one, Entry) and one.now != one.true
        }

    def end(self) -> None:
        """Put everything back to what is true."""
        for number in self._numbers:
            number.now = number.true
        self._numbers.clear()


def moved(changes: Changes) -> Iterator[Sum]:
    """The sums that a world changes."""
    sums: dict[Sum, int] = {}
    for entry, change in changes.items():
        for one in entry.sums:
            sums[one] = sums.get(one, 0) + change
    return (one for one, change in sums.items() if change)


def begin(numbers: Iterable[Number]) -> None:
    """Keep of the worlds that were found those that change nothing that is shown by now."""
    for number in numbers:
        number.seen = {number.true}
        for value, changes in number.proofs.items():
            if fits(changes) and all(one.hidden for one in moved(changes)):
                number.seen.add(value)


def fits(changes: Changes) -> bool:
    """Whether a world is still within the bounds of what is hidden."""
    return all(entry.low <= entry.true + change <= entry.high for entry, change in changes.items())


def replay(changes: Changes, number: Number) -> bool:
    """Go to a world again; whether it gives a number a value that was not seen."""
    before = len(number.seen)
    world = World()
    world.move(changes, 1)
    world.end()
    return len(number.seen) > before
