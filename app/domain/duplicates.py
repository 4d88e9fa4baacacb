"""How likely two records are of one person, and why.

Sure signs are a reference or a whole name with a birth date. Less is said by a name alone: of
those who have nothing else in common with a record only the likeliest one is told.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from itertools import product
from typing import Final, TypeVar

from app.domain.client import ClientName, Record
from app.domain.names.asked import phone_key, reference_key
from app.domain.names.compare import match
from app.domain.names.letters import folded, plain
from app.domain.names.parts import parts_of

_LEAST: Final = 0.8
_MOST: Final = 5


class Sign(StrEnum):
    """What two records have in common, the strongest first."""

    IDENTITY = auto()
    REFERENCE = auto()
    BIRTH = auto()
    SWAPPED = auto()
    PHONE = auto()
    NAME = auto()
    SPELLING = auto()
    GIVEN = auto()
    NEAR_BIRTH = auto()
    YEAR = auto()
    FAMILY = auto()


_WEIGHTS: Final = {
    Sign.IDENTITY: 5.0,
    Sign.REFERENCE: 5.0,
    Sign.BIRTH: 3.0,
    Sign.SWAPPED: 2.5,
    Sign.PHONE: 2.0,
    Sign.NEAR_BIRTH: 1.0,
    Sign.YEAR: 1.0,
    Sign.FAMILY: 1.0,
}
_SURE: Final = frozenset({Sign.IDENTITY, Sign.REFERENCE})
_WHOLE: Final = frozenset({Sign.NAME, Sign.SPELLING})


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """What tells one person from another; `family` has ids of clients and folded names."""

    names: tuple[ClientName, ...]
    born: date | None = None
    year: int | None = None
    phone: str = ""
    reference: str = ""
    family: frozenset[str] = frozenset()
    identity: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Likely:
    """How much speaks for one person: `sure` more than a name and a guess."""

    signs: tuple[Sign, ...]
    score: float
    sure: bool


T = TypeVar("T")


def facts_of(record: Record, identity: str = "") -> Facts:
    """What a record says of its person."""
    family = {str(one.client) if one.client else family_name(one.name) for one in record.relatives}
    return Facts(
        record.names,
        record.born,
        record.birth_year,
        record.phone,
        record.koto_aj,
        frozenset(family - {""}),
        identity,
    )


def family_name(name: str) -> str:
    """A relative's name as two spellings of it are compared."""
    return " ".join(sorted(folded(plain(word)) for word in name.split()))


def likely(one: Facts, other: Facts) -> Likely | None:
    """What speaks for one person, None where that is not likely."""
    born, contradicted = _birth(one, other)
    name, score = _name(one.names, other.names)
    signs = {sign for sign in (*_codes(one, other), born, name) if sign}
    if one.family & other.family:
        signs.add(Sign.FAMILY)
    sure = bool(signs & _SURE) or _is_sure(signs, contradicted)
    if not sure and (contradicted or not signs & _WHOLE) and not _is_guess(signs):
        return None
    weight = score + sum(_WEIGHTS.get(sign, 0) for sign in signs)
    return Likely(tuple(sign for sign in Sign if sign in signs), round(weight, 3), sure)


def chosen(found: Iterable[tuple[T, Likely]]) -> list[tuple[T, Likely]]:
    """Those to be told: all sure ones, best first, or else the likeliest of the others."""
    best = sorted(found, key=lambda both: -both[1].score)
    sure = [both for both in best if both[1].sure]
    return sure[:_MOST] or best[:1]


def swapped(born: date) -> date | None:
    """The date with day and month exchanged, None where there is no such one."""
    if born.day > 12 or born.day == born.month:
        return None
    return born.replace(month=born.day, day=born.month)


def _is_sure(signs: set[Sign], contradicted: bool) -> bool:
    """A name with a birth date or a telephone; families share telephones, twins birth dates."""
    if contradicted:
        return False
    if signs & _WHOLE:
        return bool(signs & {Sign.BIRTH, Sign.SWAPPED, Sign.PHONE})
    return Sign.GIVEN in signs and Sign.BIRTH in signs


def _is_guess(signs: set[Sign]) -> bool:
    """Whether something else speaks against what a record contradicts."""
    if Sign.GIVEN in signs:
        return bool(signs & {Sign.SWAPPED, Sign.PHONE})
    return Sign.NAME in signs and Sign.PHONE in signs


def _codes(one: Facts, other: Facts) -> Iterable[Sign]:
    if one.identity and one.identity == other.identity:
        yield Sign.IDENTITY
    if _same(one.reference, other.reference, reference_key):
        yield Sign.REFERENCE
    if _same(one.phone, other.phone, phone_key):
        yield Sign.PHONE


def _same(one: str, other: str, key: Callable[[str], str]) -> bool:
    return bool(one and other) and key(one) == key(other)


def _birth(one: Facts, other: Facts) -> tuple[Sign | None, bool]:
    """What the births have in common, and whether they contradict each other."""
    if one.born and other.born:
        return _dates(one.born, other.born)
    if one.year and other.year:
        return (Sign.YEAR, False) if one.year == other.year else (None, True)
    return None, False


def _dates(one: date, other: date) -> tuple[Sign | None, bool]:
    """A first of January often stands for a day that nobody knows."""
    guessed = (1, 1) in ((one.month, one.day), (other.month, other.day))
    if one == other:
        return (Sign.YEAR if guessed else Sign.BIRTH), False
    if swapped(one) == other:
        return Sign.SWAPPED, False
    if guessed and one.year == other.year:
        return Sign.YEAR, False
    differing = sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True))
    return (Sign.NEAR_BIRTH, False) if differing == 1 else (None, True)


def _name(ours: Sequence[ClientName], theirs: Sequence[ClientName]) -> tuple[Sign | None, float]:
    """How the names fit: whole, or by the given names where the family name is another one."""
    whole = max((_fit(a.whole, b.whole) for a, b in product(ours, theirs)), default=0.0)
    if whole >= _LEAST:
        return (Sign.NAME if whole >= 1 else Sign.SPELLING), whole
    given = max((_fit(a.given, b.given, lone=True) for a, b in product(ours, theirs)), default=0.0)
    return (Sign.GIVEN, given / 2) if given >= _LEAST else (None, 0.0)


def _fit(one: str, other: str, *, lone: bool = False) -> float:
    """How well a name fits the other, whichever has more parts; one part says little of two."""
    ours, theirs = parts_of(one), parts_of(other)
    if not lone and len(ours) != len(theirs) and min(len(ours), len(theirs)) < 2:
        return 0.0
    fits = [found.score for a, b in ((ours, theirs), (theirs, ours)) if (found := match(a, b))]
    return max(fits, default=0.0)
