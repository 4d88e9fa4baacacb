"""Clients who are likely one person: of a record that is being typed, and of one that is stored.

They are looked for by the lookup, so nobody is told of whom the lookup keeps silent.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, exists, select

from app.domain.client import Record
from app.domain.duplicates import Facts, Sign, chosen, facts_of, likely, swapped
from app.domain.names.asked import Mark, reference_key
from app.domain.roles import Right
from app.services import clients, protection
from app.services.lookup import look_up
from app.services.unit import Unit
from app.store import clients as store
from app.store.clients import CLIENT, IDENTITY, KEY
from app.store.different import different_from
from app.store.facts import pages, stored_facts
from app.store.queries.clients import visible

_BEHIND: Final = chr(ord(Mark.REFERENCE) + 1)
_NAMES: Final = 4


@dataclass(frozen=True, slots=True, repr=False)
class Duplicate:
    """A client who may be the same person: no more than a lookup shows, and why."""

    id: UUID
    number: int
    name: str
    birth_year: int | None
    why: tuple[Sign, ...]
    sure: bool
    is_protected: bool


@dataclass(frozen=True, slots=True, repr=False)
class SameCode:
    """Clients with one and the same identity code or Koto-AJ reference, at least one protected."""

    sign: Sign
    clients: tuple[Duplicate, ...]


def of_record(
    unit: Unit, typed: Record, own: UUID | None = None, but: Collection[UUID] = ()
) -> list[Duplicate]:
    """Who may be the person of a record that is being typed, best first; not `own` nor `but`.

    `own` is the client that is amended: who was said to be another person is none of them either.
    Errors: `no_right`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    others = frozenset(but)
    if own is not None:
        others |= different_from(unit.connection, own) | {own}
    return _found(unit, facts_of(typed), others)


def of_client(unit: Unit, client_id: UUID) -> list[Duplicate]:
    """Who may be the same person as a client, but for those who were said to be another one.

    Errors: `no_right`, `client_unknown`.
    """
    client = clients.demand_known(unit, client_id)
    others = different_from(unit.connection, client_id) | {client_id}
    identity = unit.connection.scalar(
        select(IDENTITY.c.code).where(IDENTITY.c.client_id == client_id)
    )
    return _found(unit, facts_of(client.record, identity or ""), others)


def same_codes(unit: Unit) -> list[SameCode]:
    """Who has the same identity code or reference as a protected client; the code is not told.

    Those of whom all were said to be other persons are left out. Nobody for who was not named.
    Errors: `no_right`.
    """
    unit.demand(Right.KEEP_CLIENTS)
    if not protection.may_know(unit):
        return []
    rule = visible(unit.today, unit.actor.staff_id)
    by_code: defaultdict[tuple[Sign, str], list[UUID]] = defaultdict(list)
    for sign, query in ((Sign.IDENTITY, _identities()), (Sign.REFERENCE, _references())):
        for client_id, code in unit.connection.execute(query.where(rule)):
            by_code[sign, code].append(client_id)
    shared = {key: ids for key, ids in by_code.items() if len(ids) > 1 and _is_open(unit, ids)}
    known = {one.id: one for one in _shown(unit, {one for ids in shared.values() for one in ids})}
    listed = (
        SameCode(sign, tuple(replace(known[one], why=(sign,)) for one in ids))
        for (sign, _code), ids in shared.items()
    )
    return [one for one in listed if any(client.is_protected for client in one.clients)]


def _is_open(unit: Unit, ids: Sequence[UUID]) -> bool:
    """Whether somebody is yet to say of two of them that they are two persons."""
    return any(set(ids) - different_from(unit.connection, one) - {one} for one in ids)


def _found(unit: Unit, facts: Facts, but: frozenset[UUID]) -> list[Duplicate]:
    """Those who are likely, of all that the lookup finds by any of the facts."""
    candidates = _candidates(unit, facts) - but
    shown = {one.id: one for one in _shown(unit, candidates)}
    known = stored_facts(unit.connection, list(shown))
    fits = ((one, fit) for one, other in known.items() if (fit := likely(facts, other)))
    return [replace(shown[one], why=fit.signs, sure=fit.sure) for one, fit in chosen(fits)]


def _candidates(unit: Unit, facts: Facts) -> set[UUID]:
    found = {one.id for text in _asked(facts) for one in look_up(unit, text, widely=True).found}
    if facts.identity:
        same = select(IDENTITY.c.client_id).where(IDENTITY.c.code == facts.identity)
        found.update(unit.connection.scalars(same))
    return found


def _asked(facts: Facts) -> Iterator[str]:
    """What to look for; of very many who are called so those with the birth are found first."""
    names = list(dict.fromkeys(one.whole for one in facts.names))[:_NAMES]
    born = facts.born
    days = [day.isoformat() for day in (born, born and swapped(born)) if day]
    births = days or ([str(facts.year)] if facts.year else [])
    yield from names
    yield from (f"{name} {birth}" for name in names for birth in births)
    reference = reference_key(facts.reference).removeprefix(Mark.REFERENCE)
    yield from (text for text in (*days, facts.phone, reference) if text)


def _shown(unit: Unit, client_ids: Iterable[UUID]) -> Iterator[Duplicate]:
    """What a lookup shows of clients, of those whom one may know of."""
    ids = list(client_ids)
    columns = (CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year, CLIENT.c.hidden_until)
    rule = visible(unit.today, unit.actor.staff_id)
    names = store.names_of(unit.connection, ids)
    for some in pages(ids):
        for row in unit.connection.execute(select(*columns).where(CLIENT.c.id.in_(some), rule)):
            until = row.hidden_until
            yield Duplicate(
                row.id,
                row.number,
                names[row.id][0].whole,
                row.birth_year,
                why=(),
                sure=False,
                is_protected=until is not None and until >= unit.today,
            )


def _identities() -> Select[Any]:
    other = IDENTITY.alias()
    twice = exists().where(
        other.c.code == IDENTITY.c.code, other.c.client_id != IDENTITY.c.client_id
    )
    joined = select(CLIENT.c.id, IDENTITY.c.code).join(
        IDENTITY, IDENTITY.c.client_id == CLIENT.c.id
    )
    return joined.where(twice)


def _references() -> Select[Any]:
    other = KEY.alias()
    twice = exists().where(other.c.key == KEY.c.key, other.c.number != KEY.c.number)
    joined = select(CLIENT.c.id, KEY.c.key).join(KEY, KEY.c.number == CLIENT.c.number)
    return joined.where(KEY.c.key >= Mark.REFERENCE, KEY.c.key < _BEHIND, twice)
