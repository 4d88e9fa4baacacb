"""Merged records in the store: what refers to a client, moved to another one and back.

All that refers to a client is found in the tables themselves, so that a new table is not forgotten.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Row,
    Select,
    Table,
    Uuid,
    and_,
    delete,
    insert,
    select,
    update,
)

from app.domain.client import Client
from app.store.client_rows import key_rows
from app.store.clients import CLIENT, IDENTITY, KEY, insert_former_keys
from app.store.models import Base, ClientMergeRow
from app.store.models.base import UtcDateTime

MERGE: Final[Table] = ClientMergeRow.__table__  # type: ignore[assignment]
# The record itself: it stays with whose it was.
OWN: Final = frozenset(
    f"{table}.client_id"
    for table in (
        *("client_name", "client_group", "client_sensitive", "client_relative"),
        "client_identity",
    )
)
# One person beside another: whoever reads follows `merged_into`.
FOLLOWED: Final = frozenset(
    {"client_relative.other", "different_person.a", "different_person.b"}
    | {"client_merge.kept", "client_merge.gone"}
)
Moved = list[list[Any]]


def referring() -> list[Column[Any]]:
    """All columns that refer to a client."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column is CLIENT.c.id for key in column.foreign_keys)
    ]


def moving() -> list[Column[Any]]:
    """The columns whose rows go over to the client that is kept."""
    return [column for column in referring() if str(column) not in OWN | FOLLOWED]


def point(connection: Connection, gone: UUID, kept: UUID | None, hidden: date | None) -> None:
    """Let a record point at the one that it is merged into, or at none any more."""
    values = {"merged_into": kept, "hidden_until": hidden}
    connection.execute(update(CLIENT).where(CLIENT.c.id == gone).values(values))


def hide(connection: Connection, client_id: UUID, until: date | None) -> None:
    """The last day of a non-disclosure order, without a word of who changed it."""
    of_client = CLIENT.c.id == client_id
    connection.execute(update(CLIENT).where(of_client).values(hidden_until=until))


def move(connection: Connection, gone: UUID, kept: UUID) -> Moved:
    """Let all that belongs to one client belong to the other; the rows that went over.

    Each is its table, its column and the values of its key.
    """
    moved: Moved = []
    for column in moving():
        table = column.table
        assert isinstance(table, Table)
        rows = connection.execute(select(*table.primary_key).where(column == gone))
        name = table.name, column.name
        moved += [[*name, *map(_plain, row)] for row in rows]
        connection.execute(update(table).where(column == gone).values({column: kept}))
    return moved


def move_back(connection: Connection, moved: Moved, kept: UUID, gone: UUID) -> None:
    """Give rows back that are still with the client who was kept; later ones stay there.

    What was entered later under a row that goes back, as a review of a plan, goes with it.
    """
    for table_name, name, *key in moved:
        table = Base.metadata.tables[table_name]
        column = table.c[name]
        keys = zip(table.primary_key, key, strict=True)
        there = and_(column == kept, *(part == _value(part, one) for part, one in keys))
        connection.execute(update(table).where(there).values({column: gone}))
    for column, of in _hanging():
        owner = next(one for one in moving() if one.table is of.column.table)
        given = select(of.column).where(owner == gone)
        under = and_(column == kept, of.parent.in_(given))
        connection.execute(update(column.table).where(under).values({column: gone}))


def _hanging() -> Iterator[tuple[Column[Any], ForeignKey]]:
    """Clients of rows that belong to another row of the same client, and the key that says so."""
    owned = {column.table: column for column in moving()}
    for table, column in owned.items():
        for key in table.foreign_keys:
            if key.column.table in owned and key.column.table is not CLIENT:
                yield column, key


def drop_keys(connection: Connection, number: int) -> None:
    """A client is not found by itself any more."""
    connection.execute(delete(KEY).where(KEY.c.number == number))


def insert_keys(connection: Connection, client: Client) -> None:
    """A client is found again by all that is known."""
    connection.execute(insert(KEY), list(key_rows(client)))
    insert_former_keys(connection, client)


def identity(connection: Connection, client_id: UUID) -> dict[str, Any] | None:
    """The identity code of a client with all that is kept of it."""
    kept = [one for one in IDENTITY.c if one.name != "client_id"]
    row = connection.execute(select(*kept).where(IDENTITY.c.client_id == client_id)).mappings()
    return (
        {name: _plain(value) for name, value in one.items()} if (one := row.one_or_none()) else None
    )


def put_identity(connection: Connection, client_id: UUID, kept: dict[str, Any] | None) -> None:
    """Put an identity code, or none, in the place of that of a client."""
    connection.execute(delete(IDENTITY).where(IDENTITY.c.client_id == client_id))
    if kept is not None:
        row = {name: _value(IDENTITY.c[name], value) for name, value in kept.items()}
        connection.execute(insert(IDENTITY).values(row | {"client_id": client_id}))


def insert_merge(connection: Connection, row: dict[str, Any]) -> None:
    connection.execute(insert(MERGE).values(row))


def delete_merge(connection: Connection, merge_id: UUID) -> None:
    connection.execute(delete(MERGE).where(MERGE.c.id == merge_id))


def find(connection: Connection, merge_id: UUID) -> Row[Any] | None:
    return connection.execute(select(MERGE).where(MERGE.c.id == merge_id)).one_or_none()


def merges_into(kept: UUID) -> Select[Any]:
    """The merges into a client with the record that went, newest first."""
    return (
        select(MERGE.c.id, MERGE.c.gone, MERGE.c.merged_at, MERGE.c.merged_by, CLIENT.c.number)
        .join(CLIENT, CLIENT.c.id == MERGE.c.gone)
        .where(MERGE.c.kept == kept)
        .order_by(MERGE.c.revision.desc())
    )


def _plain(value: object) -> object:
    """A value as JSON takes it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _value(column: Column[Any], value: Any) -> Any:
    """The value of a column again."""
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    return UUID(value) if isinstance(column.type, Uuid) else value
