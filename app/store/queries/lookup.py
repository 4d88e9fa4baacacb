"""Which clients a lookup asks for: in one statement each, all their names beside them.

The statements are made once for each shape of question. Somebody types while they run, and to put
one together costs more than to have it answered. The rule of non-disclosure stands in all of them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    Select,
    String,
    Uuid,
    and_,
    any_,
    bindparam,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    type_coerce,
    union_all,
)

from app.domain.lookup import EVERYBODY, Only
from app.domain.names.asked import Asked, Mark
from app.domain.names.keys import beginnings, sounds
from app.store.clients import CLIENT, KEY, NAME
from app.store.models.base import Day
from app.store.queries.clients import visible

_NUMBER, _POSITION, _GIVEN, _FAMILY, _KEY = range(5)
Rows = Mapping[int, Row[Any]]  # by the position of the name; the own one stands at 0
_BEHIND: Final = "~"  # stands behind every sign that a beginning can go on with
_ROWS: Final = 2  # of a client: names, times keys that begin alike; most have one
_TODAY: Final = bindparam("today", type_=Day())
_STAFF: Final = bindparam("staff_id", type_=Uuid())
_SHAPES: Final = 256
_NARROWED: Final = {
    "language": CLIENT.c.contact_language == bindparam("language"),
    "in_charge": CLIENT.c.in_charge == bindparam("in_charge"),
    "protected": CLIENT.c.hidden_until >= _TODAY,
}
_MARKS: Final = select(KEY.c.key, KEY.c.number).where(
    KEY.c.number.in_(bindparam("numbers", expanding=True)), KEY.c.key < "A"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, and on which day: what may be seen depends on both."""

    connection: Connection
    today: date
    staff_id: UUID
    only: Only = EVERYBODY

    @property
    def is_file(self) -> bool:
        return self.connection.dialect.name == "sqlite"

    @property
    def narrowing(self) -> tuple[str, ...]:
        """By what an answer is narrowed: a part of the shape of a question."""
        return tuple(name for name in _NARROWED if getattr(self.only, name))

    def rows(self, query: Select[Any], values: Mapping[str, Any]) -> Any:
        by = {"language": self.only.language, "in_charge": self.only.in_charge}
        who = {"today": self.today, "staff_id": self.staff_id}
        return self.connection.execute(query, {**who, **by, **values})


def spelt(reader: Reader, asked: Asked, most: int) -> tuple[list[Rows], bool]:
    """The names of clients with a key for everything that is asked for, and whether more have.

    At most `most` clients, who have the nearest keys; those with the very key first, then by name.
    A row has `key`, the first of those that were found, `number`, `id` as the database keeps it,
    `birth_year`, `is_protected`, `kind`, `given` and `family`.
    """
    parts = sorted(map(beginnings, asked.parts), key=_longest_first)
    first, *others = [*asked.marks, *parts]
    query = _spelt(reader.narrowing, tuple(map(len, others)), _ROWS * most)
    values = _ranges(others)
    found: dict[int, Rows] = {}
    more = False
    for begun in first:
        values |= _range("", begun)
        some, cut = _by_client(reader.rows(query, values), most, _ROWS * most)
        found, more = some | found, more or cut

    def order(rows: Rows) -> tuple[bool, str, str, int]:
        own = rows[0]
        return own[_KEY] not in first, own[_GIVEN], own[_FAMILY], own[_NUMBER]

    return sorted(list(found.values())[:most], key=order), more or len(found) > most


def spoken(
    reader: Reader, asked: Asked, most: int, *, near: bool = False, spare: int = 0
) -> list[Rows]:
    """As `spelt`, without keys: whose name may be meant, however it is written; `near` as `sounds`.

    At most `spare` parts may be missing. Lower numbers come first.
    """
    parts = [sorted(keys) for keys in sounds(asked.parts, near=near)]
    shape = len(parts), tuple(map(len, asked.marks))
    query = _spoken(reader.narrowing, *shape, most, file=reader.is_file)
    keys = {
        f"part_{place}": json.dumps(keys) if reader.is_file else keys
        for place, keys in enumerate(parts)
    }
    rows = reader.rows(query, _ranges(asked.marks) | keys | {"enough": len(parts) - spare})
    return list(_by_client(rows, most)[0].values())


def marks(connection: Connection, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
    """The keys of clients, visible ones, that are no names."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for key, number in connection.execute(_MARKS, {"numbers": numbers}):
        if key[0] in frozenset(Mark):
            found[number].add(key)
    return {number: frozenset(keys) for number, keys in found.items()}


def _by_client(rows: Iterable[Row[Any]], most: int, limit: int = 0) -> tuple[dict[int, Rows], bool]:
    """The rows of each of `most` clients, and whether there are others; no more are read.

    The last client of as many rows as the `limit` may lack names, and is one of the others.
    """
    found: dict[int, dict[int, Row[Any]]] = {}
    read = number = 0
    for row in rows:
        read, number = read + 1, row[_NUMBER]
        if number in found:
            found[number].setdefault(row[_POSITION], row)
        elif len(found) < most:
            found[number] = {row[_POSITION]: row}
        else:
            return {**found}, True
    cut = 0 < limit <= read
    if cut:
        del found[number]
    return {**found}, cut


def client_id(row: Row[Any]) -> UUID:
    """The id in a row: a file keeps its signs, a server the id itself."""
    kept = row.id
    return kept if isinstance(kept, UUID) else UUID(kept)


@lru_cache(_SHAPES)
def _spelt(only: tuple[str, ...], others: tuple[int, ...], limit: int) -> Select[Any]:
    """A range of keys; the index gives them in order and stops.

    The limit is a part of the statement: SQLite plans anew whenever one is bound to it.
    """
    has_others = (_has_begun(place, number, KEY) for place, number in enumerate(others))
    query = _named(KEY, KEY.c.key, only).where(_begins(KEY, ""), *has_others)
    return query.order_by(KEY.c.key, KEY.c.number).limit(literal_column(str(limit)))


@lru_cache(_SHAPES)
def _spoken(
    only: tuple[str, ...], parts: int, marks: tuple[int, ...], limit: int, *, file: bool
) -> Select[Any]:
    """Who has a key of enough parts, counted by the number of the part."""
    of_part = (
        select(KEY.c.number, literal_column(str(place)).label("part")).where(
            _is_one_of(f"part_{place}", file=file)
        )
        for place in range(parts)
    )
    fitting = union_all(*of_part).subquery()
    enough = (
        select(fitting.c.number)
        .group_by(fitting.c.number)
        .having(func.count(fitting.c.part.distinct()) >= bindparam("enough"))
        .subquery()
    )
    has_marks = (_has_begun(place, number, enough) for place, number in enumerate(marks))
    seen = (
        select(enough.c.number)
        .join(CLIENT, CLIENT.c.number == enough.c.number)
        .where(_seen(only), *has_marks)
        .order_by(enough.c.number)
        .limit(literal_column(str(limit)))
        .subquery()
    )
    return _named(seen, literal(""), only).order_by(seen.c.number)


def _is_one_of(name: str, *, file: bool) -> ColumnElement[bool]:
    """Whether a key is in a list, in a statement that is the same however long the list is."""
    if file:
        given = func.json_each(bindparam(name, type_=String())).table_valued("value")
        return KEY.c.key.in_(select(given.c.value))
    return KEY.c.key == any_(bindparam(name, type_=ARRAY(String())))


def _named(found: FromClause, key: ColumnElement[str], only: tuple[str, ...]) -> Select[Any]:
    """All names of those that were found. Nothing is converted: few rows are ever looked at."""
    name = (NAME.c.given, NAME.c.family, key.label("key"), NAME.c.kind)
    is_protected = type_coerce(CLIENT.c.hidden_until >= _TODAY, Integer).label("is_protected")
    kept_id = type_coerce(CLIENT.c.id, String).label("id")
    return (
        select(CLIENT.c.number, NAME.c.position, *name, CLIENT.c.birth_year, is_protected, kept_id)
        .select_from(found)
        .join(CLIENT, CLIENT.c.number == found.c.number)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(_seen(only))
    )


def _seen(only: tuple[str, ...]) -> ColumnElement[bool]:
    """Who may be known of, and is what the answer is narrowed to."""
    return and_(visible(_TODAY, _STAFF), *(_NARROWED[name] for name in only))


def _longest_first(begun: Sequence[str]) -> int:
    return -max(map(len, begun))


def _ranges(terms: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The values of `_has_begun` for each term."""
    return {
        name: value
        for place, term in enumerate(terms)
        for number, begun in enumerate(term)
        for name, value in _range(f"{place}_{number}", begun).items()
    }


def _range(of: str, begun: str) -> dict[str, str]:
    """The first key that begins so and the one behind the last, as `_begins` takes them."""
    return {f"begun_{of}": begun, f"behind_{of}": begun + _BEHIND}


def _begins(key: FromClause, of: str) -> ColumnElement[bool]:
    return and_(key.c.key >= bindparam(f"begun_{of}"), key.c.key < bindparam(f"behind_{of}"))


def _has_begun(place: int, number: int, of: FromClause) -> ColumnElement[bool]:
    """Whether a client in `of` has a key that begins in one of `number` ways."""
    other = KEY.alias()
    begun = or_(*(_begins(other, f"{place}_{one}") for one in range(number)))
    return exists().where(other.c.number == of.c.number, begun)
