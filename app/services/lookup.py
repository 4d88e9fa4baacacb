"""Looking clients up: by any spelling of a name, birth, number, telephone or reference."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypedDict
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from app.domain.client import ClientName, Glance, NameKind, Why
from app.domain.errors import Refused
from app.domain.lookup import EVERYBODY, Candidate, Found, Only, in_order, ranked, varied
from app.domain.names.asked import Asked, asked
from app.domain.place import LocationKind
from app.domain.roles import Right
from app.services import places
from app.services.unit import Unit
from app.store.clients import CLIENT, KEY, current
from app.store.queries import clients as query

MOST: Final = 50
_FEW: Final = 5
_LETTERS: Final = 3
_CANDIDATES: Final = 400
_LIKELY: Final = 20
_MARKS: Final = "*#+@"


class _Way(TypedDict, total=False):
    """How `query.spoken` is to look."""

    near: bool
    spare: int


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a lookup found, best first; `more` says that there may be others."""

    found: tuple[Found, ...]
    more: bool

    @property
    def certain(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.certain)

    @property
    def likely(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if not one.certain)


def look_up(unit: Unit, text: str, *, widely: bool = False, only: Only = EVERYBODY) -> Answer:
    """The clients that `text` may mean, as it is while somebody types; see `settle`.

    Names spelt otherwise are looked for where few are spelt so, or always if `widely`. A narrowed
    answer tells what stands in the records, so that it is for those who keep them.
    Errors: `no_right`.
    """
    unit.demand(Right.FIND_CLIENTS if only == EVERYBODY else Right.KEEP_CLIENTS)
    question = asked(text, unit.today)
    if question.is_empty:
        return Answer((), more=False)
    visible, of_keys = (
        and_(
            query.visible(unit.today, unit.actor.staff_id, of),
            *query.narrowed(only, unit.today, of),
        )
        for of in (CLIENT, KEY)
    )
    spelt = query.spelt(unit.connection, question, of_keys, MOST + 1)
    found = ranked(question, _candidates(unit, question, visible, spelt[:MOST]))
    for number, way in enumerate(_ways(question)):
        if len(found) >= _FEW and (number or not widely):
            break
        spoken = query.spoken(unit.connection, question, of_keys, _CANDIDATES, **way)
        known = {one.number for one in found}
        others = [number for number in spoken if number not in known]
        found += varied(ranked(question, _candidates(unit, question, visible, others)), _LIKELY)
    return Answer(tuple(in_order(found)), more=len(spelt) > MOST)


def _ways(question: Asked) -> Iterator[_Way]:
    """How to look for names spelt otherwise, the likeliest way first."""
    if question.letters < _LETTERS:
        return
    yield {}
    if len(question.parts) > 2:
        yield {"spare": 1}
    yield {"near": True}


def demand_site(unit: Unit, location: str | None) -> None:
    """Refuse where visitors have no names: at Romaniportti, for anybody.

    Errors: `no_clients_here`.
    """
    if location is None:
        return
    kinds = {place.code: place.kind for place in places.locations(unit)}
    if kinds.get(location) is LocationKind.ROMA_PORTAL:
        raise Refused("no_clients_here")


def settle(unit: Unit) -> None:
    """Log that a search has come to rest; neither its text nor what it found. Errors: `no_right`"""
    unit.demand(Right.FIND_CLIENTS)
    unit.log("client.search")


def glance(unit: Unit, client_id: UUID, why: Why | None = None) -> Glance:
    """Who a client is, opened by somebody who need not keep the records; that is logged.

    Errors: `no_right`, `client_unknown`, `reason_missing` of a protected client.
    """
    unit.demand(Right.FIND_CLIENTS)
    visible = query.visible(unit.today, unit.actor.staff_id)
    client_id = current(unit.connection, client_id)
    row = unit.connection.execute(query.own_name(visible, client_id)).first()
    if row is None:
        raise Refused("client_unknown")
    until = row.hidden_until
    is_protected = until is not None and until >= unit.today
    if is_protected and why is None:
        raise Refused("reason_missing")
    unit.log("client.glance", client_id, why or "")
    name = ClientName(row.given, row.family).whole
    return Glance(row.id, row.number, name, row.birth_year, until if is_protected else None)


def _candidates(
    unit: Unit, question: Asked, visible: ColumnElement[bool], numbers: Sequence[int]
) -> Iterable[Candidate]:
    """What the numbers stand for: all names of a client come one after the other."""
    if not numbers:
        return
    keys = _keys(unit, numbers) if question.marks else {}
    rows = unit.connection.execute(query.named(visible), {"numbers": numbers}).all()
    for number, of_client in groupby(rows, lambda row: row.number):
        first, *others = of_client
        until = first.hidden_until
        yield Candidate(
            first.id,
            number,
            tuple(
                ClientName(row.given, row.family, NameKind(row.kind)) for row in (first, *others)
            ),
            first.birth_year,
            keys.get(number, frozenset()),
            until if until is not None and until >= unit.today else None,
        )


def _keys(unit: Unit, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
    """The keys of clients that are no names."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for key, number in unit.connection.execute(
        select(KEY.c.key, KEY.c.number).where(KEY.c.number.in_(numbers), KEY.c.key < "A")
    ):
        if key[0] in _MARKS:
            found[number].add(key)
    return {number: frozenset(keys) for number, keys in found.items()}
