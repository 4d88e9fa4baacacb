"""The bars of an overview: visits by stretches of time, and those of a compared period beside."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.overview import Bar
from app.domain.periods import Grain, Period, label, stretches

Entries = Mapping[str, Mapping[date, int]]
"""Visits by location and day; only days that have any."""


def bars(
    grain: Grain,
    now: tuple[Period, Entries],
    before: tuple[Period, Entries] | None,
    portals: Sequence[str],
    apart: Sequence[str],
) -> tuple[Bar, ...]:
    """One bar for each stretch of `now`, empty ones too, with the sum of the portals before."""
    parts, heights = _heights(grain, *now)
    past = _heights(grain, *before)[1] if before else []
    sums = [sum(height[code] for code in portals) for height in past]
    return tuple(
        Bar(
            label(grain, part.first),
            {code: height[code] for code in (*portals, *apart)},
            sums[number] if number < len(sums) else None,
        )
        for number, (part, height) in enumerate(zip(parts, heights, strict=True))
    )


def _heights(
    grain: Grain, period: Period, entries: Entries
) -> tuple[list[Period], list[Counter[str]]]:
    """The stretches of a period, and the visits in each by location."""
    parts = list(stretches(period, grain))
    begins = [part.first for part in parts]
    heights = [Counter[str]() for _part in parts]
    for location, days in entries.items():
        for day, visits in days.items():
            heights[bisect_right(begins, day) - 1][location] += visits
    return parts, heights
