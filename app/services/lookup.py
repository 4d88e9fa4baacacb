"""Looking clients up: by any spelling of a name, birth, number, telephone or reference."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.lookup import Candidate, Found, in_order, ranked
from app.domain.names.asked import Asked, asked
from app.domain.place import LocationKind
from app.domain.roles import Right
from app.services import places
from app.services.unit import Unit
from app.store.clients import CLIENT, KEY, names_of
from app.store.queries import clients as query

MOST: Final = 50
_FEW: Final = 5
_LETTERS: Final = 3
_CANDIDATES: Final = 400
_LIKELY: Final = 20
_MARKS: Final = "*#+@"


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


def look_up(unit: Unit, text: str, *, widely: bool = False) -> Answer:
    """The clients that `text` may mean, as it is while somebody types; see `settle`.

    Names spelt otherwise are looked for where few are spelt so, or always if `widely`.
    Errors: `no_right`.
    """
    unit.demand(Right.FIND_CLIENTS)
    question = asked(text, unit.today)
    if question.is_empty:
        return Answer((), more=False)
    visible = query.visible(unit.today, unit.actor.staff_id)
    spelt = query.spelt(unit.connection, question, visible, MOST + 1)
    found = ranked(question, _candidates(unit, question, spelt[:MOST]))
    for near in (False, True):
        if question.letters < _LETTERS or (len(found) >= _FEW and (near or not widely)):
            break
        spoken = query.spoken(unit.connection, question, visible, _CANDIDATES, near=near)
        known = {one.number for one in found}
        others = [number for number in spoken if number not in known]
        found += ranked(question, _candidates(unit, question, others))[:_LIKELY]
    return Answer(tuple(in_order(found)), more=len(spelt) > MOST)


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


def _candidates(unit: Unit, question: Asked, numbers: Sequence[int]) -> Iterable[Candidate]:
    columns = (CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year, CLIENT.c.hidden_until)
    visible = query.visible(unit.today, unit.actor.staff_id)
    rows = unit.connection.execute(
        select(*columns).where(CLIENT.c.number.in_(numbers), visible)
    ).all()
    names = names_of(unit.connection, [row.id for row in rows])
    keys = _keys(unit, numbers) if question.marks else {}
    for row in rows:
        until = row.hidden_until
        yield Candidate(
            row.id,
            row.number,
            names[row.id],
            row.birth_year,
            keys.get(row.number, frozenset()),
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
