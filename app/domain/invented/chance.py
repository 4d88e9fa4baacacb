"""Drawing from weighted values."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import accumulate
from random import Random
from typing import Final

Weights = Mapping[str, float]


class Chance:
    """Values, each as likely as its weight says."""

    def __init__(self, weights: Weights) -> None:
        self._values: Final = list(weights)
        self._sums: Final = list(accumulate(weights.values()))

    def draw(self, random: Random) -> str:
        return random.choices(self._values, cum_weights=self._sums)[0]

    def draw_several(self, random: Random, number: int) -> list[str]:
        """Up to `number` different values, in the order in which they came."""
        drawn: dict[str, None] = {}
        for _try in range(4 * number):
            if len(drawn) == number:
                break
            drawn[self.draw(random)] = None
        return list(drawn)


def bent(weights: Weights, *factors: Weights) -> dict[str, float]:
    """The weights, each multiplied by its factors; a value without a factor keeps its weight."""
    changed = dict(weights)
    for some in factors:
        for value, factor in some.items():
            if value in changed:
                changed[value] *= factor
    return changed


def chance(random: Random, share: float) -> bool:
    """True as often as the share of 1 says."""
    return random.random() < share


def days(random: Random, least: int, most: int) -> timedelta:
    """Some days, both ends counted."""
    return timedelta(days=random.randint(least, most))
