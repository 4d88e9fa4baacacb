"""The keys by which an index finds a name, short and few, so that a database can look them up.

A spelling stands as it is, to be found by its beginning. `~` begins a skeleton, `-` a skeleton
from which one sign was left out: two skeletons a slip apart have one of these in common.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from app.domain.names.asked import Mark, birth_key, phone_key, reference_key
from app.domain.names.parts import Part, parts_of, together

KEY_MAX: Final = 48
_SOUND, _SHORTER = "~", "-"
_SLIP_LEAST: Final = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What a client is found by."""

    names: tuple[str, ...]
    number: int
    born: date | None = None
    year: int | None = None
    phones: tuple[str, ...] = ()
    reference: str = ""


def number_key(number: int) -> str:
    """The key of a client number."""
    return f"{Mark.NUMBER}{number}"


def keys_of(known: Known) -> frozenset[str]:
    """All keys of a client."""
    found = {number_key(known.number)}
    for name in known.names:
        parts = parts_of(name)
        found.update(*(part.spellings for part in parts))
        for part in (*parts, *_pairs(parts)):
            found.update(_SOUND + one.skeleton for one in part.readings)
        for part in parts:
            found.update(_SHORTER + one for one in _shortened(part))
    if known.born:
        found.add(birth_key(known.born))
    elif known.year:
        found.add(f"{Mark.BIRTH}{known.year}")
    found.update(phone_key(phone) for phone in known.phones if phone)
    if known.reference:
        found.add(reference_key(known.reference))
    return frozenset(key[:KEY_MAX] for key in found)


def beginnings(part: Part) -> tuple[str, ...]:
    """The beginnings of the keys that a part asks for as it is spelt."""
    return tuple(sorted(one[:KEY_MAX] for one in part.spellings))


def sounds(parts: Sequence[Part], *, near: bool) -> list[frozenset[str]]:
    """For each part the keys of names that may be meant by it, alone or with its neighbours.

    `near` ones too differ by a sign that was left out, added or exchanged.
    """
    pairs = [frozenset(_sounds_of(pair)) for pair in _pairs(parts)]
    return [
        frozenset(_near(part) if near else _sounds_of(part)).union(
            *pairs[max(0, place - 1) : place + 1]
        )
        for place, part in enumerate(parts)
    ]


def _pairs(parts: Sequence[Part]) -> Iterator[Part]:
    return (together(one, other) for one, other in pairwise(parts))


def _sounds_of(part: Part) -> Iterable[str]:
    return (_SOUND + one.skeleton for one in part.readings)


def _near(part: Part) -> Iterator[str]:
    yield from _sounds_of(part)
    first = part.readings[0].skeleton
    if len(first) >= _SLIP_LEAST:
        yield _SHORTER + first
    for one in _shortened(part):
        yield _SOUND + one
        yield _SHORTER + one


def _shortened(part: Part) -> set[str]:
    """The likeliest skeleton without one of its signs, where enough of it is left."""
    first = part.readings[0].skeleton
    if len(first) < _SLIP_LEAST:
        return set()
    return {first[:place] + first[place + 1 :] for place in range(len(first))}
