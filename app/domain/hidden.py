"""A number that is not published because it could give a person away (domain 3.3)."""

from dataclasses import dataclass
from typing import Final

NARROW: Final = 10


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

    def __str__(self) -> str:
        """The mark in the number's place, the same in every language."""
        if self.most is not None and self.small and self.least == 1:
            return f"<{self.most + 1}"
        if self.most is not None and (self.small or self._is_narrow(self.most)):
            return f"{self.least}\N{EN DASH}{self.most}"
        return "\N{BULLET}"

    def _is_narrow(self, most: int) -> bool:
        """Whether only a tenth of a sum, or less, is open."""
        return NARROW * (most - self.least) <= self.least


Count = int | Hidden
