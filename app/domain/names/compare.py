"""How well a name that is asked for fits one that is kept, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import OSA

from app.domain.names.parts import Part, together
from app.domain.names.sound import Reading

LEAST: Final = 0.7
_SLIP: Final = 0.78
_DIFFERENT: Final = 1.05  # what spelling may cost in all, by the measures below
_ANOTHER_SIGN: Final = 0.25
_EXTRA: Final = 0.02
_MISSING: Final = 0.6
_LETTER: Final = 0.25
_LONG: Final = 0.5
_BESIDE_A_SLIP: Final = 0.88
_VOWELS: Final = {
    frozenset("ae"): 0.2, frozenset("ei"): 0.1, frozenset("ai"): 0.6, frozenset("au"): 0.6,
    frozenset("eu"): 0.7, frozenset("iu"): 0.7,
}  # fmt: skip
_NO_VOWEL: Final = {"a": 0.2, "e": 0.15, "i": 0.3, "u": 0.35}


class How(IntEnum):
    """In what way a part fits, the nearest first."""

    SAME = 0
    BEGINS = 1
    SCRIPT = 2
    SPELLING = 3
    SLIP = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """A part that was asked for and the one it fits; `score` is above 0 and at most 1."""

    asked: str
    found: str
    how: How
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """How a whole name fits: its score, and the fit of each part that was asked for."""

    score: float
    fits: tuple[Fit, ...]

    @property
    def certain(self) -> bool:
        """Whether every part stands there as it was asked for, or begins so."""
        return all(fit.how <= How.BEGINS for fit in self.fits)


@lru_cache(maxsize=1 << 16)
def likeness(asked: Part, found: Part) -> tuple[How, float] | None:
    """How one part fits another and how well, None where it is unlikely to be meant."""
    return _spelt(asked, found) or _spoken(asked, found) or _slipped(asked, found)


def _spelt(asked: Part, found: Part) -> tuple[How, float] | None:
    another = How.SAME if asked.script == found.script else How.SCRIPT
    if asked.spellings & found.spellings:
        return another, 1.0
    if any(one.startswith(begun) for one in found.spellings for begun in asked.spellings):
        return (How.BEGINS if another is How.SAME else another), 0.9
    return None


def _spoken(asked: Part, found: Part) -> tuple[How, float] | None:
    bare = (asked.script == "arabic") != (found.script == "arabic")
    costs = [
        _cost(one, other, bare=bare) + 0.06 * min(place + another, 2)
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
    if signs < 2 and not bare:
        return any(
            len(one) > 2 and OSA.distance(one, other) < 2
            for one, other in product(asked.spellings, found.spellings)
        )
    return cost <= 0.22 * max(signs, 1) + (0.15 if bare else 0.05)


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


def _likely(fits: Sequence[Fit]) -> bool:
    """A slip of the fingers is believed in where the rest of the name fits well."""
    slips = [one for one in fits if one.how is How.SLIP]
    others = (one.score for one in fits if one.how is not How.SLIP)
    return not slips or (len(slips) == 1 and min(others, default=1.0) >= _BESIDE_A_SLIP)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to lay one name over another; `missing` counts letters that nothing fits."""

    fits: tuple[Fit, ...] = ()
    missing: int = 0

    @property
    def letters(self) -> float:
        return sum(one.score * len(one.asked) for one in self.fits)


def match(asked: Sequence[Part], found: Sequence[Part]) -> Match | None:
    """How well the parts of one name fit another; None where it is unlikely to be meant.

    Parts may stand in any order, and two neighbours may be one word in the other name. All that
    is asked for must be there, but for one of three or more where the name has fewer.
    """
    spare = 1 if len(asked) > 2 and len(found) < len(asked) else 0
    way = _Laying().best(tuple(asked), tuple(found), spare)
    if way is None or not way.fits or not _likely(way.fits):
        return None
    whole = sum(len(one.asked) for one in way.fits) + _MISSING * way.missing
    extra = min(max(0, len(found) - len(asked)), 3)
    score = way.letters / whole - _EXTRA * extra
    return Match(score, way.fits) if score >= LEAST else None


class _Laying:
    """Lays one name over another; what has been tried is not tried twice."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, tuple[Part, ...], int], _Way | None] = {}

    def best(self, asked: tuple[Part, ...], found: tuple[Part, ...], spare: int) -> _Way | None:
        """The best way, None where more than `spare` parts would be left without a fit."""
        if not asked:
            return _Way()
        known = len(asked), found, spare
        if known not in self._known:
            ways = self._ways(asked, found, spare)
            self._known[known] = max(ways, key=lambda way: way.letters, default=None)
        return self._known[known]

    def _ways(self, asked: tuple[Part, ...], found: tuple[Part, ...], spare: int) -> Iterator[_Way]:
        for (part, rest), (other, left) in product(_first(asked), _any(found)):
            if len(rest) + 1 < len(asked) and len(left) + 1 < len(found):
                continue
            like = likeness(part, other)
            others = self.best(rest, left, spare) if like else None
            if like and others:
                fit = Fit(part.written, other.written, *like)
                yield _Way((fit, *others.fits), others.missing)
        if spare:
            others = self.best(asked[1:], found, spare - 1)
            if others:
                yield _Way(others.fits, others.missing + asked[0].length)


def _first(parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """The first part, alone and with its neighbour, each with what is left."""
    yield parts[0], parts[1:]
    if len(parts) > 1:
        yield together(parts[0], parts[1]), parts[2:]


def _any(parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """Each part, alone and with its neighbour, each with what is left."""
    for place in range(len(parts)):
        for part, rest in _first(parts[place:]):
            yield part, parts[:place] + rest
