"""Which clients a person may know of, and which of them a lookup asks for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    or_,
    select,
)

from app.domain.names.asked import Asked
from app.domain.names.keys import beginnings, sounds
from app.store.clients import CLIENT, KEY
from app.store.models import ProtectedReaderRow

READER: Final[Table] = ProtectedReaderRow.__table__  # type: ignore[assignment]
_BEHIND: Final = "~"  # stands behind every sign that a beginning can go on with
_COUNTED: Final = 400
_SPELLINGS: Final = 3  # of one part that may begin alike, so that a client comes more than once


def visible(today: date, staff_id: UUID) -> ColumnElement[bool]:
    """The one rule of non-disclosure: who is under an order is there for named people only."""
    named = exists().where(READER.c.staff_id == staff_id)
    return or_(CLIENT.c.hidden_until.is_(None), CLIENT.c.hidden_until < today, named)


def spelt(
    connection: Connection, asked: Asked, visible: ColumnElement[bool], most: int
) -> list[int]:
    """The numbers of clients with a key for everything that is asked for, nearest keys first.

    Each beginning is asked for by itself: the index then gives its keys in order and stops.
    """
    terms = [*asked.marks, *sorted(map(beginnings, asked.parts), key=_longest_first)]
    first, *others = terms
    found: dict[int, None] = {}
    for begun in first:
        query = _keys(visible).where(_begins(KEY, (begun,)), *(_has_begun(one) for one in others))
        query = query.order_by(KEY.c.key, KEY.c.number).limit(most * _SPELLINGS)
        found |= dict.fromkeys(connection.scalars(query))
    return list(found)[:most]


def spoken(
    connection: Connection,
    asked: Asked,
    visible: ColumnElement[bool],
    most: int,
    *,
    near: bool,
) -> list[int]:
    """The numbers of clients whose name may be meant, whatever its spelling; `near` as `sounds`.

    One of three parts or more may be missing; so the two rarest lead, else the rarest.
    """
    parts = sorted(
        map(sorted, sounds(asked.parts, near=near)), key=lambda keys: _weight(connection, keys)
    )
    spare = 1 if len(parts) > 2 else 0
    leading = sorted({key for keys in parts[: 1 + spare] for key in keys})
    query = _keys(visible).where(KEY.c.key.in_(leading), *map(_has_begun, asked.marks))
    if len(parts) > 1:
        fitting = [case((_has_one(keys), 1), else_=0) for keys in parts]
        query = query.where(sum(fitting[1:], fitting[0]) >= len(parts) - spare)
    return list(connection.scalars(query.distinct().limit(most)))


def _keys(visible: ColumnElement[bool]) -> Select[tuple[int]]:
    return select(KEY.c.number).join(CLIENT, CLIENT.c.number == KEY.c.number).where(visible)


def _longest_first(begun: Sequence[str]) -> int:
    return -max(map(len, begun))


def _begins(key: FromClause, begun: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(and_(key.c.key >= one, key.c.key < one + _BEHIND) for one in begun))


def _has_begun(begun: Iterable[str]) -> ColumnElement[bool]:
    """Whether the client of a key has one more that begins so."""
    other = KEY.alias()
    return exists().where(other.c.number == KEY.c.number, _begins(other, begun))


def _has_one(keys: Iterable[str]) -> ColumnElement[bool]:
    other = KEY.alias()
    return exists().where(other.c.number == KEY.c.number, other.c.key.in_(keys))


def _weight(connection: Connection, keys: Sequence[str]) -> int:
    """How many clients have one of the keys, as far as that is worth counting."""
    some = select(KEY.c.number).where(KEY.c.key.in_(keys)).limit(_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0
