"""A number that is not published because it could give a person away (domain 3.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

NARROW: Final = 10


class Mark(Enum):
    """What is told of a hidden number: that it is below another, between two, or nothing."""

    BELOW = auto()
    BETWEEN = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A cell without its number, of which anybody can tell that it lies from `least` to `most`.

    `most` None: nothing tells how high it may be. A `small` one is a primary cell: a number below
    the threshold, with what is known of the rest of a sum added. All others are complementary.
    """

    small: bool
    least: int
    most: int | None

    @property
    def kind(self) -> str:
        """The field's word for it."""
        return "primary" if self.small else "complementary"

    @property
    def mark(self) -> Mark:
        """What is told of it."""
        if self.most is not None and self.small and self.least == 1:
            return Mark.BELOW
        if self.most is not None and (self.small or self._is_narrow(self.most)):
            return Mark.BETWEEN
        return Mark.NOTHING

    def __str__(self) -> str:
        """The mark in the number's place, the same in every language."""
        if self.most is None or self.mark is Mark.NOTHING:
            return "\N{BULLET}"
        if self.mark is Mark.BELOW:
            return f"<{self.most + 1}"
        return f"{self.least}\N{EN DASH}{self.most}"

    def _is_narrow(self, most: int) -> bool:
        """Whether only a tenth of a sum, or less, is open."""
        return NARROW * (most - self.least) <= self.least


Count = int | Hidden


def least(count: Count) -> int:
    """The number, or the lowest that a hidden one can be."""
    return count.least if isinstance(count, Hidden) else count


def remainder(total: Count, parts: Iterable[Count]) -> int:
    """What of a total is surely in its hidden parts: 0 where all of them are told."""
    return max(0, least(total) - sum(part for part in parts if isinstance(part, int)))
