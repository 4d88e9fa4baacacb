"""The scale of an axis: round numbers that people read at a glance."""

from __future__ import annotations

from typing import Final

_STEPS: Final = (1, 2, 5)


def ticks(highest: int, most: int = 4) -> list[int]:
    """Whole numbers from 0 on in steps of 1, 2 or 5 times a power of ten, the last not below
    `highest`; at most `most` steps. Of nothing the scale goes to 1.
    """
    power = 1
    while True:
        for step in _STEPS:
            steps = max(1, -(-highest // (step * power)))
            if steps <= most:
                return [n * step * power for n in range(steps + 1)]
        power *= 10


def thinned(count: int, room: float, wanted: float) -> int:
    """Every how many-th of `count` labels can be written, `wanted` pixels each, in `room`."""
    if count <= 0 or room <= 0:
        return 1
    return max(1, -(-int(wanted * count) // max(1, int(room))))
