"""Clients that a lookup found, the certain ones before the likely ones, each with its reasons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from app.domain.client import ClientName, NameKind
from app.domain.names.asked import Asked, Mark
from app.domain.names.compare import LEAST, Fit, Match, match
from app.domain.names.likeness import How
from app.domain.names.parts import parts_of

_BEGUN: Final = 0.9
_IN_A_ROW: Final = 5


class Reason(StrEnum):
    """Why a client was found."""

    NAME = auto()
    BEGINS = auto()
    SCRIPT = auto()
    SPELLING = auto()
    SLIP = auto()
    FORMER = auto()
    BIRTH = auto()
    YEAR = auto()
    NUMBER = auto()
    PHONE = auto()
    REFERENCE = auto()


_OF_FIT = {
    How.SAME: Reason.NAME,
    How.BEGINS: Reason.BEGINS,
    How.LETTERS: Reason.SCRIPT,
    How.SCRIPT: Reason.SCRIPT,
    How.SPELLING: Reason.SPELLING,
    How.SLIP: Reason.SLIP,
}
_OF_MARK = {
    Mark.BIRTH: Reason.BIRTH,
    Mark.NUMBER: Reason.NUMBER,
    Mark.PHONE: Reason.PHONE,
    Mark.REFERENCE: Reason.REFERENCE,
}


@dataclass(frozen=True, slots=True, repr=False)
class Because:
    """One reason; with a name, what was asked for and the part of the name that it fits."""

    reason: Reason
    asked: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """A client that may be asked for, with all keys that say so."""

    id: UUID
    number: int
    names: tuple[ClientName, ...]
    birth_year: int | None
    keys: frozenset[str]
    is_protected: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A client in the answer: no more than the next visitor may read over a shoulder.

    `score` is at most 1; `certain` ones stand first, the others are likely.
    """

    id: UUID
    number: int
    name: str
    birth_year: int | None
    score: float
    certain: bool
    why: tuple[Because, ...]
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Only:
    """What narrows a lookup; None and False ask for nothing.

    Not the municipality: of a protected client it is not told, and who is left out would tell it.
    """

    language: str | None = None
    in_charge: UUID | None = None
    protected: bool = False


EVERYBODY: Final = Only()


def ranked(asked: Asked, candidates: Iterable[Candidate]) -> list[Found]:
    """The candidates that are likely to be meant, best first."""
    return in_order(one for candidate in candidates if (one := _found(asked, candidate)))


def spelt_so(asked: Asked, candidate: Candidate) -> Found:
    """The candidate whom an index has under the one part of a name that is asked for.

    An index that knows the part under an older rule is believed as well, without a reason.
    """
    own = candidate.names[0].whole
    return _found(asked, candidate) or Found(
        candidate.id,
        candidate.number,
        own,
        candidate.birth_year,
        LEAST,
        certain=True,
        why=(),
        is_protected=candidate.is_protected,
    )


def varied(found: Sequence[Found], most: int) -> list[Found]:
    """`most` of those that were found best first, so that no one spelling crowds out the others."""
    times: Counter[tuple[str, ...]] = Counter()
    turns: list[tuple[int, int]] = []
    for place, one in enumerate(found):
        spelling = tuple(because.found.casefold() for because in one.why)
        turns.append((times[spelling] // _IN_A_ROW, place))
        times[spelling] += 1
    return [found[place] for _turn, place in sorted(turns)[:most]]


def in_order(found: Iterable[Found]) -> list[Found]:
    """Certain ones first, then by their scores."""
    return sorted(found, key=lambda one: (not one.certain, -one.score, one.name, one.number))


def _found(asked: Asked, candidate: Candidate) -> Found | None:
    marks = [_mark_fit(means, candidate.keys) for means in asked.marks]
    best = _best_name(asked, candidate.names) if asked.parts else None
    if asked.parts and best is None:
        return None
    scores = [score for score, _because in marks]
    why = [because for _score, because in marks]
    certain = True
    if best is not None:
        fitting, name = best
        scores.append(fitting.score)
        why = [*_because(fitting.fits, name), *why]
        certain = fitting.certain
    return Found(
        candidate.id,
        candidate.number,
        candidate.names[0].whole,
        candidate.birth_year,
        round(sum(scores) / len(scores), 3),
        certain,
        tuple(why),
        candidate.is_protected,
    )


def _best_name(asked: Asked, names: Sequence[ClientName]) -> tuple[Match, ClientName] | None:
    fitting = [(fits, one) for one in names if (fits := match(asked.parts, parts_of(one.whole)))]
    return max(fitting, key=lambda both: _nearness(both[0]), default=None)


def _nearness(fitting: Match) -> tuple[bool, bool, float]:
    """Of one person's names the one in the script that was asked for tells most."""
    own_script = all(fit.how not in (How.LETTERS, How.SCRIPT) for fit in fitting.fits)
    return fitting.certain, own_script, fitting.score


def _because(fits: Iterable[Fit], name: ClientName) -> Iterable[Because]:
    former = [Because(Reason.FORMER, found=name.whole)] if name.kind is NameKind.FORMER else []
    return [*(Because(_OF_FIT[fit.how], fit.asked, fit.found) for fit in fits), *former]


def _mark_fit(means: Sequence[str], keys: Iterable[str]) -> tuple[float, Because]:
    """The best fit of a piece that is no name; there is one, or the client were no candidate."""
    fits = [(key == begun, key) for begun in means for key in keys if key.startswith(begun)]
    whole, key = max(fits, default=(False, means[0]))
    reason = _OF_MARK[Mark(key[0])]
    if reason is Reason.BIRTH and (not whole or len(key) == len("*1990")):
        reason = Reason.YEAR
    return (1.0 if whole else _BEGUN), Because(reason)
