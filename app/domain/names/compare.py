"""How well a name that is asked for fits one that is kept, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import Final

from app.domain.names.likeness import How, likeness
from app.domain.names.parts import Part, together

LEAST: Final = 0.7
_EXTRA: Final = 0.02  # for each part of the name that was not asked for
_MISSING: Final = 0.6  # the weight of a letter that was asked for and is not there
_BESIDE_A_SLIP: Final = 0.88
_AS_ONE_WORD: Final = 0.85


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
        """Whether every part is spelt as it was asked for, in any script, or begins so."""
        return all(fit.how.is_spelt for fit in self.fits)


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
    if len(asked) == 1:
        return _lone_match(asked[0], found)
    spare = 1 if len(asked) > 2 and len(found) < len(asked) else 0
    if not _any_way(asked, found, spare):
        return None
    way = _Laying().best(tuple(asked), tuple(found), spare)
    if way is None or not way.fits or not _likely(way.fits):
        return None
    whole = sum(len(one.asked) for one in way.fits) + _MISSING * way.missing
    return _enough(way.letters / whole, way.fits, len(found) - len(asked))


def _any_way(asked: Sequence[Part], found: Sequence[Part], spare: int) -> bool:
    """Whether all but `spare` parts have a fit at all; of many names that is soon said."""
    words, pairs = [*found, *_pairs(found)], _pairs(asked)
    missing = (
        part
        for place, part in enumerate(asked)
        if not any(likeness(part, word) for word in words)
        and not any(
            likeness(pair, one) for pair in pairs[max(0, place - 1) : place + 1] for one in found
        )
    )
    return next(islice(missing, spare, None), None) is None


def _pairs(parts: Sequence[Part]) -> list[Part]:
    return [together(one, other) for one, other in pairwise(parts)]


def _enough(score: float, fits: tuple[Fit, ...], extra: int) -> Match | None:
    """A match, if its score is enough when the parts that were not asked for are counted."""
    score -= _EXTRA * min(max(0, extra), 3)
    return Match(score, fits) if score >= LEAST else None


def _lone_match(asked: Part, found: Sequence[Part]) -> Match | None:
    """As `match`, for one part; one that is spelt so is not less so for others beside it."""
    fits = [(like, other) for other in found if (like := likeness(asked, other))]
    if not any(how.is_spelt for (how, _score), _other in fits):
        joined = [(like, word) for word in _pairs(found) if (like := likeness(asked, word))]
        fits += [one for one in joined if one[0][1] >= _AS_ONE_WORD]
    if not fits:
        return None
    (how, score), other = max(fits, key=lambda fit: fit[0][1])
    extra = 0 if how.is_spelt else len(found) - 1
    return _enough(score, (Fit(asked.written, other.written, how, score),), extra)


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
            pairs = (len(rest) + 1 < len(asked)) + (len(left) + 1 < len(found))
            like = likeness(part, other) if pairs < 2 else None
            if like and pairs and like[1] < _AS_ONE_WORD:
                continue
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
