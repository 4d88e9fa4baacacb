"""A number that is not published because it could give a person away (domain 3.3)."""

from dataclasses import dataclass


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
        if not self.small or self.most is None:
            return "\N{BULLET}"
        if self.least == 1:
            return f"<{self.most + 1}"
        return f"{self.least}\N{EN DASH}{self.most}"


Count = int | Hidden
