"""Where numbers stand beside points that lie above each other, so that each can be read."""

from __future__ import annotations

from collections.abc import Sequence


def number_tops(
    points: Sequence[float], height: float, gap: float, top: float, bottom: float
) -> list[float | None]:
    """The top edge of the number of each point; y grows downwards. None where there is no room.

    A number stands `gap` above its point. Of points that lie too close for one between them the
    upper half has its numbers above all of them, the lower half below, as far as there is room from
    `top` to `bottom`. From low to high the numbers have the order of their points.
    """
    tops: list[float | None] = [None] * len(points)
    close = _close(points, height + 2 * gap)
    floor = bottom
    for i, cluster in enumerate(close):
        low, high = points[cluster[0]] + gap, points[cluster[-1]] - gap
        ceiling = points[close[i + 1][0]] + gap if i + 1 < len(close) else top
        below = _fitting(floor - low, height, len(cluster) // 2)
        above = _fitting(high - ceiling, height, len(cluster) - below)
        below = _fitting(floor - low, height, len(cluster) - above)
        for n, one in enumerate(cluster[:below]):
            tops[one] = low + (below - 1 - n) * height
        for n, one in enumerate(cluster[below : below + above], start=1):
            tops[one] = high - n * height
        floor = high - above * height
    return tops


def _close(points: Sequence[float], least: float) -> list[list[int]]:
    """The numbers of the points from the lowest up; those nearer than `least` in one list."""
    found: list[list[int]] = []
    for i in sorted(range(len(points)), key=lambda i: -points[i]):
        if found and points[found[-1][-1]] - points[i] < least:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _fitting(room: float, height: float, most: int) -> int:
    return max(0, min(int(room // height), most))
