"""Looking clients up: by any spelling of a name, birth, number, telephone or reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict
from uuid import UUID

from sqlalchemy import Row

from app.domain.client import ClientName, Glance, NameKind, Why
from app.domain.errors import Refused
from app.domain.lazily import Lazily
from app.domain.lookup import (
    EVERYBODY,
    Candidate,
    Found,
    Only,
    in_order,
    ranked,
    spelt_so,
    varied,
)
from app.domain.names.asked import Asked, asked
from app.domain.place import LocationKind
from app.domain.roles import Right
from app.services import places
from app.services.unit import Unit
from app.store.clients import current
from app.store.queries import lookup as query
from app.store.queries.clients import own_name, visible
from app.store.queries.lookup import Rows

MOST: Final = 50
_FEW: Final = 5
_LETTERS: Final = 3
_CANDIDATES: Final = 400
_LIKELY: Final = 20


class _Way(TypedDict, total=False):
    """In what way `query.spoken` is to look."""

    near: bool
    spare: int


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a lookup found, best first; `more` says that there may be others."""

    certain: Sequence[Found]
    likely: tuple[Found, ...]
    more: bool

    @property
    def found(self) -> Sequence[Found]:
        return (*self.certain, *self.likely) if self.likely else self.certain


def look_up(unit: Unit, text: str, *, widely: bool = False, only: Only = EVERYBODY) -> Answer:
    """The clients that `text` may mean, as it is while somebody types; see `settle`.

    Names spelt otherwise are looked for where few are spelt so, or always if `widely`; slips of
    the fingers where nobody was found, or few if `widely`. A narrowed answer tells what stands in
    the records, so that it is for those who keep them. Errors: `no_right`.
    """
    unit.demand(Right.FIND_CLIENTS if only == EVERYBODY else Right.KEEP_CLIENTS)
    question = asked(text, unit.today)
    if question.is_empty:
        return Answer((), (), more=False)
    reader = query.Reader(unit.connection, unit.today, unit.actor.staff_id, only)
    spelt, more = query.spelt(reader, question, MOST)
    if question.is_one_part and len(spelt) >= _FEW and not widely:
        return Answer(_begun(question, spelt), (), more)
    found = ranked(question, _candidates(unit, question, spelt))
    for number, way in enumerate(_ways(question)):
        enough = 1 if "near" in way and not widely else _FEW
        if len(found) >= enough and (number or not widely):
            break
        known = {one.number for one in found}
        spoken = query.spoken(reader, question, _CANDIDATES, **way)
        others = [rows for rows in spoken if rows[0].number not in known]
        found += varied(ranked(question, _candidates(unit, question, others)), _LIKELY)
    certain = tuple(one for one in in_order(found) if one.certain)
    likely = tuple(one for one in in_order(found) if not one.certain)
    return Answer(certain, likely, more)


def _begun(question: Asked, spelt: Sequence[Rows]) -> Sequence[Found]:
    """Who is spelt so, in the order that they stand in already, compared when they are shown."""
    return Lazily(spelt, lambda rows: spelt_so(question, _candidate(rows)))


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
    client_id = current(unit.connection, client_id)
    seen = visible(unit.today, unit.actor.staff_id)
    row = unit.connection.execute(own_name(seen, client_id)).first()
    if row is None:
        raise Refused("client_unknown")
    until = row.hidden_until
    is_protected = until is not None and until >= unit.today
    if is_protected and why is None:
        raise Refused("reason_missing")
    unit.log("client.glance", client_id, why or "")
    name = ClientName(row.given, row.family).whole
    return Glance(row.id, row.number, name, row.birth_year, until if is_protected else None)


def _candidates(unit: Unit, question: Asked, clients: Sequence[Rows]) -> Iterator[Candidate]:
    """What the rows of the clients stand for."""
    numbers = [rows[0].number for rows in clients]
    keys = query.marks(unit.connection, numbers) if question.marks and numbers else {}
    for number, rows in zip(numbers, clients, strict=True):
        yield _candidate(rows, keys.get(number, frozenset()))


def _candidate(rows: Rows, keys: frozenset[str] = frozenset()) -> Candidate:
    own = rows[0]
    return Candidate(
        query.client_id(own),
        own.number,
        tuple(_name(row) for _position, row in sorted(rows.items())),
        own.birth_year,
        keys,
        bool(own.is_protected),
    )


def _name(row: Row[Any]) -> ClientName:
    return ClientName(row.given, row.family, NameKind(row.kind))
