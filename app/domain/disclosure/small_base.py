"""Percentages and means, which a small base makes as telling as the numbers themselves."""

from typing import Final

from app.domain.disclosure.cells import Cell, Shown

LEAST_BASE: Final = 10


def share(part: Cell, base: Cell) -> float | None:
    """A part of a base, 0 to 1; None where either is hidden or the base is below 10."""
    if isinstance(part, Shown) and isinstance(base, Shown) and base.count >= LEAST_BASE:
        return part.count / base.count
    return None


def mean(whole: float, base: Cell) -> float | None:
    """What comes to each of a base; None where it is hidden or below 10.

    `whole` itself is never published beside it.
    """
    if isinstance(base, Shown) and base.count >= LEAST_BASE:
        return whole / base.count
    return None
