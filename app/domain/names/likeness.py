"""How one part of a name is like another: spelt so, spoken so, or mistyped.

The measures were set by `tests/data/spellings.json`, which was written first.
"""

from enum import IntEnum
from functools import lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import OSA

from app.domain.names.parts import Part
from app.domain.names.sound import Reading

_SLIP: Final = 0.78
_DIFFERENT: Final = 1.05  # what spelling may cost in all, by the measures below
_ANOTHER_SIGN: Final = 0.25
_ANOTHER_READING: Final = 0.06
_LETTER: Final = 0.25
_LONG: Final = 0.5
_VOWELS: Final = {
    frozenset("ae"): 0.2, frozenset("ei"): 0.1, frozenset("ai"): 0.6, frozenset("au"): 0.6,
    frozenset("eu"): 0.7, frozenset("iu"): 0.7,
}  # fmt: skip
_NO_VOWEL: Final = {"a": 0.2, "e": 0.15, "i": 0.3, "u": 0.35}


class How(IntEnum):
    """In what way a part fits, the nearest first; up to `LETTERS` it is spelt as it was asked for.

    `LETTERS` are those of another script, letter by letter; in `SCRIPT` it is only spoken so.
    """

    SAME = 0
    BEGINS = 1
    LETTERS = 2
    SCRIPT = 3
    SPELLING = 4
    SLIP = 5

    @property
    def is_spelt(self) -> bool:
        return self <= How.LETTERS


@lru_cache(maxsize=1 << 16)
def likeness(asked: Part, found: Part) -> tuple[How, float] | None:
    """How one part fits another and how well, None where it is unlikely to be meant."""
    return _spelt(asked, found) or _spoken(asked, found) or _slipped(asked, found)


def _spelt(asked: Part, found: Part) -> tuple[How, float] | None:
    own = asked.script == found.script
    if asked.spellings & found.spellings:
        return (How.SAME if own else How.LETTERS), 1.0
    begun = tuple(asked.spellings)
    if any(one.startswith(begun) for one in found.spellings):
        return (How.BEGINS if own else How.LETTERS), 0.9
    return None


def _spoken(asked: Part, found: Part) -> tuple[How, float] | None:
    bare = (asked.script == "arabic") != (found.script == "arabic")
    costs = [
        _cost(one, other, bare=bare) + _ANOTHER_READING * min(place + another, 2)
        for place, one in enumerate(asked.readings)
        for another, other in enumerate(found.readings)
        if one.skeleton == other.skeleton
    ]
    cost = min(costs, default=_DIFFERENT)
    if cost >= _DIFFERENT or not _enough(asked, found, cost, bare=bare):
        return None
    if asked.script == found.script:
        return How.SPELLING, 0.97 - 0.2 * cost
    return How.SCRIPT, 0.94 - 0.2 * cost


def _enough(asked: Part, found: Part, cost: float, *, bare: bool) -> bool:
    """Whether two parts say enough to be one: short ones must differ less."""
    signs = len(asked.readings[0].skeleton)
    if asked.script == found.script == "arabic":
        return cost <= _LETTER
    if signs < 3 and not bare and not _written_alike(asked, found, 2 if signs == 2 else 3):
        return False
    return cost <= 0.22 * max(signs, 1) + (0.15 if bare else 0.05)


def _written_alike(asked: Part, found: Part, times: int) -> bool:
    """Whether of the longer spelling at most one letter in `times` differs."""
    return any(
        times * OSA.distance(one, other) <= max(len(one), len(other))
        for one, other in product(asked.spellings, found.spellings)
    )


def _cost(one: Reading, other: Reading, *, bare: bool) -> float:
    signs = sum(a != b for a, b in zip(one.exact, other.exact, strict=True)) * _ANOTHER_SIGN
    return signs + sum(
        _vowel_cost(a, b, bare=bare) for a, b in zip(one.between, other.between, strict=True)
    )


def _vowel_cost(one: str, other: str, *, bare: bool) -> float:
    """`bare` where one of both is of a script that leaves short vowels out, but no long ones."""
    if one.lower() == other.lower():
        return 0
    if one and other:
        return _VOWELS.get(frozenset((one + other).lower()), 0.5)
    only = one or other
    if bare and only.isupper():
        return _LONG
    return _NO_VOWEL.get(only.lower(), 0.3) * (0.3 if bare else 1)


def _slipped(asked: Part, found: Part) -> tuple[How, float] | None:
    """A letter left out, doubled, exchanged or mistyped; the first one seldom is."""
    if asked.script != found.script:
        return None
    for one in asked.spellings:
        most = 0 if len(one) < 5 else 1 if len(one) < 10 else 2
        for other in found.spellings:
            edits = OSA.distance(one, other, score_cutoff=most)
            if edits <= most and (one[0] == other[0] or edits < most or most == 1):
                return How.SLIP, _SLIP - 0.06 * (edits - 1)
    return None
