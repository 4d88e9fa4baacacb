"""Which clients a person may know of, and which of them a lookup asks for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from app.domain.lookup import Only
from app.domain.names.asked import Asked
from app.domain.names.keys import beginnings, sounds
from app.store.clients import CLIENT, KEY, NAME
from app.store.models import ProtectedReaderRow

READER: Final[Table] = ProtectedReaderRow.__table__  # type: ignore[assignment]
_BEHIND: Final = "~"  # stands behind every sign that a beginning can go on with
_LOOKED_AT: Final = 2000
_SPELLINGS: Final = 3  # of one part that may begin alike, so that a client comes more than once


def visible(today: date, staff_id: UUID, of: FromClause = CLIENT) -> ColumnElement[bool]:
    """The one rule of non-disclosure: who is under an order is there for named people only.

    It holds for the clients, of whom those that were merged into others are not there, or, with
    `of`, for their keys.
    """
    if "merged_into" in of.c:
        return and_(of.c.merged_into.is_(None), disclosed(today, staff_id, of))
    return disclosed(today, staff_id, of)


def disclosed(today: date, staff_id: UUID, of: FromClause = CLIENT) -> ColumnElement[bool]:
    """As `visible`, for records that were merged into others as well."""
    named = exists().where(READER.c.staff_id == staff_id)
    return or_(of.c.hidden_until.is_(None), of.c.hidden_until < today, named)


def narrowed(only: Only, today: date, of: FromClause) -> list[ColumnElement[bool]]:
    """What clients, or their keys, must fulfil to stand in a narrowed answer."""
    wanted: list[ColumnElement[bool]] = []
    if only.language is not None:
        wanted.append(CLIENT.c.contact_language == only.language)
    if only.in_charge is not None:
        wanted.append(CLIENT.c.in_charge == only.in_charge)
    if only.protected:
        wanted.append(CLIENT.c.hidden_until >= today)
    if not wanted or of is CLIENT:
        return wanted
    return [exists().where(CLIENT.c.number == of.c.number, *wanted)]


def spelt(
    connection: Connection, asked: Asked, visible: ColumnElement[bool], most: int
) -> list[int]:
    """The numbers of clients with a key for everything that is asked for, nearest keys first.

    Each beginning is asked for by itself: the index then gives its keys in order and stops.
    `visible` is of keys.
    """
    terms = [*asked.marks, *sorted(map(beginnings, asked.parts), key=_longest_first)]
    first, *others = terms
    found: dict[int, None] = {}
    for begun in first:
        query = select(KEY.c.number).where(visible, _begins(KEY, (begun,)))
        query = query.where(*(_has_begun(one, KEY) for one in others))
        query = query.order_by(KEY.c.key, KEY.c.number).limit(most * _SPELLINGS)
        found |= dict.fromkeys(connection.scalars(query))
    return list(found)[:most]


def spoken(
    connection: Connection,
    asked: Asked,
    visible: ColumnElement[bool],
    most: int,
    *,
    near: bool = False,
    spare: int = 0,
) -> list[int]:
    """The numbers of clients whose name may be meant, whatever its spelling; `near` as `sounds`.

    At most `spare` parts may be missing. The rarest part leads, with as many more as that; of
    names that very many have not all are looked at. `visible` is of keys.
    """
    parts = [sorted(keys) for keys in sounds(asked.parts, near=near)]
    if len(parts) > 1:
        parts.sort(key=lambda keys: _weight(connection, visible, keys))
    leading = sorted({key for keys in parts[: 1 + spare] for key in keys})
    of_keys = KEY.c.key.in_(leading)
    some = select(KEY.c.number).where(visible, of_keys).limit(_LOOKED_AT).subquery()
    query = select(some.c.number).where(*(_has_begun(begun, some) for begun in asked.marks))
    if not spare:
        query = query.where(*(_has_one(keys, some) for keys in parts[1:]))
    else:
        fitting = [case((_has_one(keys, some), 1), else_=0) for keys in parts]
        query = query.where(sum(fitting[1:], fitting[0]) >= len(parts) - spare)
    return list(connection.scalars(query.distinct().limit(most)))


def named(visible: ColumnElement[bool]) -> Select[Any]:
    """The names of the clients with `numbers`, each client's own first."""
    columns = (CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year, CLIENT.c.hidden_until)
    return (
        select(*columns, NAME.c.kind, NAME.c.given, NAME.c.family)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(CLIENT.c.number.in_(bindparam("numbers", expanding=True)), visible)
        .order_by(CLIENT.c.number, NAME.c.position)
    )


def described(visible: ColumnElement[bool]) -> Select[Any]:
    """All names of the clients with `numbers`, each with birth and reference."""
    columns = (CLIENT.c.number, CLIENT.c.born, CLIENT.c.birth_year, CLIENT.c.koto_aj)
    return (
        select(*columns, NAME.c.given, NAME.c.family)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(CLIENT.c.number.in_(bindparam("numbers", expanding=True)), visible)
        .order_by(CLIENT.c.number)
    )


def own_name(visible: ColumnElement[bool], client_id: UUID) -> Select[Any]:
    """The own name of a client, with number and birth year."""
    columns = (CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year, CLIENT.c.hidden_until)
    return (
        select(*columns, NAME.c.given, NAME.c.family)
        .join(NAME, NAME.c.client_id == CLIENT.c.id)
        .where(CLIENT.c.id == client_id, NAME.c.position == 0, visible)
    )


def _longest_first(begun: Sequence[str]) -> int:
    return -max(map(len, begun))


def _begins(key: FromClause, begun: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(and_(key.c.key >= one, key.c.key < one + _BEHIND) for one in begun))


def _has_begun(begun: Iterable[str], of: FromClause) -> ColumnElement[bool]:
    """Whether a client that stands in `of` has a key that begins so."""
    other = KEY.alias()
    return exists().where(other.c.number == of.c.number, _begins(other, begun))


def _has_one(keys: Iterable[str], of: FromClause) -> ColumnElement[bool]:
    other = KEY.alias()
    return exists().where(other.c.number == of.c.number, other.c.key.in_(keys))


def _weight(connection: Connection, visible: ColumnElement[bool], keys: Sequence[str]) -> int:
    """How many clients have one of the keys, as far as that is worth counting."""
    some = select(KEY.c.number).where(visible, KEY.c.key.in_(keys)).limit(_LOOKED_AT).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0
