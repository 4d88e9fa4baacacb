"""Clients in the store: written with the keys by which they are found, read back as values.

Nothing here is read without the rule of `queries.clients.visible`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from app.domain.client import (
    Client,
    ClientName,
    NameKind,
)
from app.domain.responsibility.values import Group
from app.store.client_rows import (
    client_from,
    client_row,
    former_key,
    group_rows,
    key_rows,
    name_rows,
    relative_rows,
)
from app.store.models import (
    ClientGroupRow,
    ClientIdentityRow,
    ClientKeyRow,
    ClientNameRow,
    ClientRelativeRow,
    ClientRow,
    ClientSensitiveRow,
    DifferentPersonRow,
)
from app.store.relatives import drop_relatives, relatives_of

CLIENT: Final[Table] = ClientRow.__table__  # type: ignore[assignment]
NAME: Final[Table] = ClientNameRow.__table__  # type: ignore[assignment]
KEY: Final[Table] = ClientKeyRow.__table__  # type: ignore[assignment]
RELATIVE: Final[Table] = ClientRelativeRow.__table__  # type: ignore[assignment]
GROUP: Final[Table] = ClientGroupRow.__table__  # type: ignore[assignment]
SENSITIVE: Final[Table] = ClientSensitiveRow.__table__  # type: ignore[assignment]
IDENTITY: Final[Table] = ClientIdentityRow.__table__  # type: ignore[assignment]
DIFFERENT: Final[Table] = DifferentPersonRow.__table__  # type: ignore[assignment]
_SOME: Final = 500


def insert_clients(connection: Connection, clients: Sequence[Client]) -> None:
    """Write new clients with all that belongs to them."""
    if not clients:
        return
    connection.execute(insert(CLIENT), [client_row(client) for client in clients])
    _insert_parts(connection, clients)


def is_id_taken(error: IntegrityError) -> bool:
    """Whether a client was not written because of its id, in the words of either engine."""
    said = str(error.orig)
    return "UNIQUE constraint failed: client.id" in said or '"pk_client"' in said


def replace_client(
    connection: Connection, visible: ColumnElement[bool], client: Client, by: UUID
) -> None:
    """Put what `client` says in the place of what is stored.

    None leaves the sensitive groups; relatives who are not visible stay. Of a record that was
    merged into this one only the relatives who are there no more go.
    """
    row = client_row(client)
    for name in ("id", "number", "recorded_by", "recorded_at", "hidden_until"):
        row.pop(name)
    of_client = CLIENT.c.id == client.id
    connection.execute(update(CLIENT).where(of_client).values(row | {"changed_by": by}))
    for table in (NAME, GROUP):
        connection.execute(delete(table).where(table.c.client_id == client.id))
    left = drop_relatives(connection, visible, client)
    if client.record.sensitive is not None:
        connection.execute(delete(SENSITIVE).where(SENSITIVE.c.client_id == client.id))
    connection.execute(delete(KEY).where(KEY.c.number == client.number))
    _insert_parts(connection, [replace(client, record=replace(client.record, relatives=left))])
    insert_former_keys(connection, client)


def insert_former_keys(connection: Connection, client: Client) -> None:
    """Let a client be found by the numbers of the records that were merged into this one."""
    numbers = connection.scalars(select(CLIENT.c.number).where(CLIENT.c.merged_into == client.id))
    if former := [former_key(client, number) for number in numbers]:
        connection.execute(insert(KEY), former)


def delete_client(connection: Connection, client: Client) -> None:
    """Delete a client with its own parts; an `IntegrityError` where something else hangs on it."""
    for table in (NAME, GROUP, SENSITIVE, RELATIVE):
        connection.execute(delete(table).where(table.c.client_id == client.id))
    said = or_(DIFFERENT.c.a == client.id, DIFFERENT.c.b == client.id)
    connection.execute(delete(DIFFERENT).where(said))
    connection.execute(delete(KEY).where(KEY.c.number == client.number))
    connection.execute(delete(CLIENT).where(CLIENT.c.id == client.id))


def set_hidden(connection: Connection, client: Client, until: date | None, at: datetime) -> None:
    """Keep the last day of a non-disclosure order, or that there is none.

    It holds for the records that were merged into this one as well.
    """
    values = {"hidden_until": until, "changed_at": at, "revision": CLIENT.c.revision + 1}
    connection.execute(update(CLIENT).where(CLIENT.c.id == client.id).values(values))
    merged = CLIENT.c.merged_into == client.id
    connection.execute(update(CLIENT).where(merged).values(hidden_until=until))
    of_client = KEY.c.number == client.number
    connection.execute(update(KEY).where(of_client).values(hidden_until=until))


def read(
    connection: Connection, visible: ColumnElement[bool], client_id: UUID, *, hold: bool = False
) -> Client | None:
    """One client; `hold` keeps others from changing it until the transaction ends."""
    query = select(CLIENT).where(CLIENT.c.id == client_id, visible)
    if hold:
        query = query.with_for_update(of=CLIENT)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    names = names_of(connection, [client_id])[client_id]
    groups = connection.scalars(select(GROUP.c.code).where(GROUP.c.client_id == client_id))
    relatives = relatives_of(connection, visible, client_id)
    return client_from(row, names, frozenset(map(Group, groups)), relatives)


def sensitive_groups(connection: Connection, client_id: UUID) -> frozenset[Group]:
    """The groups that are shown on demand only, of a client that has been read before."""
    query = select(SENSITIVE.c.code).where(SENSITIVE.c.client_id == client_id)
    return frozenset(map(Group, connection.scalars(query)))


def names_of(
    connection: Connection, client_ids: Sequence[UUID]
) -> Mapping[UUID, tuple[ClientName, ...]]:
    """All names of clients, each client's own first."""
    found: defaultdict[UUID, list[ClientName]] = defaultdict(list)
    for start in range(0, len(client_ids), _SOME):
        some = client_ids[start : start + _SOME]
        query = select(NAME).where(NAME.c.client_id.in_(some))
        for row in connection.execute(query.order_by(NAME.c.client_id, NAME.c.position)):
            found[row.client_id].append(ClientName(row.given, row.family, NameKind(row.kind)))
    return {client_id: tuple(names) for client_id, names in found.items()}


def current(connection: Connection, client_id: UUID) -> UUID:
    """The client that a record was merged into, or else the client itself."""
    query = select(CLIENT.c.merged_into).where(CLIENT.c.id == client_id)
    return connection.scalar(query) or client_id


def _insert_parts(connection: Connection, clients: Sequence[Client]) -> None:
    parts: dict[Table, list[dict[str, Any]]] = {
        NAME: [row for client in clients for row in name_rows(client)],
        GROUP: [row for client in clients for row in group_rows(client, client.record.groups)],
        SENSITIVE: [
            row for client in clients for row in group_rows(client, client.record.sensitive or ())
        ],
        RELATIVE: [row for client in clients for row in relative_rows(client)],
        KEY: [row for client in clients for row in key_rows(client)],
    }
    for table, rows in parts.items():
        if rows:
            connection.execute(insert(table), rows)
