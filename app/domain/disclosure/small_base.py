"""Means, and changes in per cent, which a small base makes as telling as the numbers themselves."""

from typing import Final

from app.domain.hidden import Count

LEAST_BASE: Final = 10


def mean(whole: Count, base: int) -> float | None:
    """What comes to each of a base; None where the whole is hidden or the base is below 10."""
    return whole / base if isinstance(whole, int) and base >= LEAST_BASE else None
