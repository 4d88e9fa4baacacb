"""What is published of one number: the number itself, or one of two marks in its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Shown:
    """The exact number."""

    count: int


@dataclass(frozen=True, slots=True)
class Primary:
    """A number of which everything but one small cell is known: `beside` + 1 to threshold - 1.

    `beside` is 0 for a small cell itself, written "<5"; for a sum of shown numbers and one small
    cell it is what is shown, so that "16–19" may be written where `beside` is 15.
    """

    beside: int = 0


@dataclass(frozen=True, slots=True)
class Complementary:
    """Hidden, written "•": at least threshold different numbers are possible, none below `low`."""

    low: int = 0


Cell = Shown | Primary | Complementary

ZERO = Shown(0)


class Span(NamedTuple):
    """The months from `first` to `last` of the year, 1 to 12, both counted."""

    first: int
    last: int


YEAR = Span(1, 12)


def month(number: int) -> Span:
    return Span(number, number)


def quarter(number: int) -> Span:
    """The quarter 1 to 4."""
    return Span(3 * number - 2, 3 * number)


def quarter_of(number: int) -> Span:
    """The quarter in which a month lies."""
    return quarter((number + 2) // 3)


def added(cells: Iterable[Cell]) -> Cell:
    """The sum, as far as it follows from what is published of its parts."""
    beside, low, small, covered = 0, 0, 0, False
    for cell in cells:
        if isinstance(cell, Shown):
            beside += cell.count
        elif isinstance(cell, Primary):
            beside += cell.beside
            small += 1
        else:
            low += cell.low
            covered = True
    if covered or small > 1:
        return Complementary(beside + low + small)
    return Primary(beside) if small else Shown(beside)
