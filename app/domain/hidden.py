"""A number that is not published because it could give a person away (domain 3.3)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """A cell without its number: one below `below`, or (None) one that would tell such a number."""

    below: int | None = None

    def __str__(self) -> str:
        """The mark in the number's place, the same in every language."""
        return "\N{BULLET}" if self.below is None else f"<{self.below}"
