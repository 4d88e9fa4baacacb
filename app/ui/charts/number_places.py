"""Where numbers stand beside the points of several lines, so that each can be read."""

from __future__ import annotations

from collections.abc import Sequence


def number_tops(points: Sequence[float], height: float, gap: float) -> list[float]:
    """The top edge of the number of each point; y grows downwards, all points above each other.

    A number stands `gap` above its point. Where it would lie on the next point it moves above that
    one, below its number: numbers over points that lie close have the order of the points.
    """
    tops = [0.0] * len(points)
    order = sorted(range(len(points)), key=lambda i: -points[i])
    waiting: list[int] = []
    for place, i in enumerate(order):
        waiting.append(i)
        above = points[order[place + 1]] if place + 1 < len(order) else float("-inf")
        if points[i] - gap - len(waiting) * height >= above + gap:
            for n, one in enumerate(waiting, start=1):
                tops[one] = points[i] - gap - n * height
            waiting = []
    return tops
