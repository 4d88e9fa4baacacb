"""Clients in the store: written with the keys by which they are found, read back as values.

Nothing here is read without the rule of `queries.clients.visible`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    delete,
    insert,
    select,
    update,
)

from app.domain.client import (
    Client,
    ClientName,
    Interpreting,
    NameKind,
    Origin,
    Record,
    Relation,
    Relative,
    Told,
)
from app.domain.names.keys import Known, keys_of
from app.domain.responsibility.values import Group, Labour
from app.store.models import (
    ClientGroupRow,
    ClientKeyRow,
    ClientNameRow,
    ClientRelativeRow,
    ClientRow,
    ClientSensitiveRow,
)

CLIENT: Final[Table] = ClientRow.__table__  # type: ignore[assignment]
NAME: Final[Table] = ClientNameRow.__table__  # type: ignore[assignment]
KEY: Final[Table] = ClientKeyRow.__table__  # type: ignore[assignment]
GROUP: Final[Table] = ClientGroupRow.__table__  # type: ignore[assignment]
SENSITIVE: Final[Table] = ClientSensitiveRow.__table__  # type: ignore[assignment]
RELATIVE: Final[Table] = ClientRelativeRow.__table__  # type: ignore[assignment]
_PLAIN: Final = (
    "born",
    "birth_year",
    "contact_language",
    "integration_language",
    "municipality",
    "arrived_on",
    "permit_on",
    "phone",
    "email",
    "address",
    "koto_aj",
    "in_charge",
)
_SOME: Final = 500


def insert_clients(connection: Connection, clients: Sequence[Client]) -> None:
    """Write new clients with all that belongs to them."""
    if not clients:
        return
    connection.execute(insert(CLIENT), [_row(client) for client in clients])
    _insert_parts(connection, clients)


def replace_client(
    connection: Connection, visible: ColumnElement[bool], client: Client, by: UUID
) -> None:
    """Put what `client` says in the place of what is stored.

    None leaves the sensitive groups; relatives who are not visible stay.
    """
    row = _row(client)
    for name in ("id", "number", "recorded_by", "recorded_at", "hidden_until"):
        row.pop(name)
    of_client = CLIENT.c.id == client.id
    connection.execute(update(CLIENT).where(of_client).values(row | {"changed_by": by}))
    for table in (NAME, GROUP):
        connection.execute(delete(table).where(table.c.client_id == client.id))
    connection.execute(delete(RELATIVE).where(_seen(visible, client.id)))
    if client.record.sensitive is not None:
        connection.execute(delete(SENSITIVE).where(SENSITIVE.c.client_id == client.id))
    connection.execute(delete(KEY).where(KEY.c.number == client.number))
    _insert_parts(connection, [client])


def set_hidden(connection: Connection, client: Client, until: date | None, at: datetime) -> None:
    """Keep the last day of a non-disclosure order, or that there is none."""
    values = {"hidden_until": until, "changed_at": at, "revision": CLIENT.c.revision + 1}
    connection.execute(update(CLIENT).where(CLIENT.c.id == client.id).values(values))
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
    relatives = _relatives(connection, visible, client_id)
    return _client(row, names, frozenset(map(Group, groups)), relatives)


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


def _relatives(
    connection: Connection, visible: ColumnElement[bool], client_id: UUID
) -> tuple[Relative, ...]:
    """Those who are clients themselves only where they may be known of."""
    query = select(RELATIVE).where(_seen(visible, client_id))
    return tuple(
        Relative(Relation(row.relation), row.name, row.phone, row.other)
        for row in connection.execute(query.order_by(RELATIVE.c.position, RELATIVE.c.id))
    )


def _seen(visible: ColumnElement[bool], client_id: UUID) -> ColumnElement[bool]:
    """The relatives of a client whom one may know of."""
    known = select(CLIENT.c.id).where(visible)
    to_know = RELATIVE.c.other.is_(None) | RELATIVE.c.other.in_(known)
    return and_(RELATIVE.c.client_id == client_id, to_know)


def _insert_parts(connection: Connection, clients: Sequence[Client]) -> None:
    parts: dict[Table, list[dict[str, Any]]] = {
        NAME: [row for client in clients for row in _name_rows(client)],
        GROUP: [row for client in clients for row in _codes(client, client.record.groups)],
        SENSITIVE: [
            row for client in clients for row in _codes(client, client.record.sensitive or ())
        ],
        RELATIVE: [row for client in clients for row in _relative_rows(client)],
        KEY: [row for client in clients for row in _key_rows(client)],
    }
    for table, rows in parts.items():
        if rows:
            connection.execute(insert(table), rows)


def _name_rows(client: Client) -> Iterable[dict[str, Any]]:
    for position, one in enumerate(client.record.names):
        kept = {"kind": one.kind, "given": one.given, "family": one.family}
        yield {"client_id": client.id, "position": position, **kept}


def _codes(client: Client, groups: Iterable[Group]) -> Iterable[dict[str, Any]]:
    return ({"client_id": client.id, "code": str(group)} for group in sorted(groups))


def _relative_rows(client: Client) -> Iterable[dict[str, Any]]:
    for position, one in enumerate(client.record.relatives):
        kept = {"relation": one.relation, "name": one.name, "phone": one.phone}
        own = uuid5(client.id, f"relative {client.revision} {position}")
        row = {"id": own, "client_id": client.id, "position": position, "other": one.client}
        yield row | kept


def _key_rows(client: Client) -> Iterable[dict[str, Any]]:
    record = client.record
    known = Known(
        tuple(one.whole for one in record.names),
        client.number,
        record.born,
        record.birth_year,
        (record.phone,),
        record.koto_aj,
    )
    of_client = {"number": client.number, "hidden_until": client.protected_until}
    return ({"key": key} | of_client for key in sorted(keys_of(known)))


def _row(client: Client) -> dict[str, Any]:
    record = client.record
    return {
        "id": client.id,
        "number": client.number,
        "hidden_until": client.protected_until,
        **{name: getattr(record, name) for name in _PLAIN},
        "interpreting": record.interpreting,
        "labour": record.labour,
        "origins": {name: _told_row(told) for name, told in record.origins.items()},
        "revision": client.revision,
        "recorded_by": client.recorded_by,
        "recorded_at": client.recorded_at,
        "changed_at": client.changed_at,
    }


def _client(
    row: RowMapping,
    names: tuple[ClientName, ...],
    groups: frozenset[Group],
    relatives: tuple[Relative, ...],
) -> Client:
    record = Record(
        names,
        **{name: row[name] for name in _PLAIN},
        labour=Labour(row["labour"]) if row["labour"] else None,
        interpreting=Interpreting(row["interpreting"]),
        groups=groups,
        relatives=relatives,
        origins={name: _told(told) for name, told in row["origins"].items()},
    )
    return Client(
        row["id"],
        row["number"],
        record,
        row["revision"],
        row["recorded_by"],
        row["recorded_at"],
        row["changed_at"],
        row["hidden_until"],
    )


def _told_row(told: Told) -> dict[str, str]:
    return {"origin": told.origin, "by": str(told.by), "on": str(told.on)}


def _told(row: Mapping[str, str]) -> Told:
    return Told(Origin(row["origin"]), UUID(row["by"]), date.fromisoformat(row["on"]))
