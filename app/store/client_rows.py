"""A client as rows of the tables, and back."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import uuid5

from sqlalchemy import RowMapping

from app.domain.client import Client, ClientName, Interpreting, Record, Relative
from app.domain.names.keys import Known, keys_of, number_key
from app.domain.responsibility.values import Group, Labour
from app.store.record_file import told_from, told_row

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


def name_rows(client: Client) -> Iterable[dict[str, Any]]:
    """The names, the own one at position 0."""
    for position, one in enumerate(client.record.names):
        kept = {"kind": one.kind, "given": one.given, "family": one.family}
        yield {"client_id": client.id, "position": position, **kept}


def group_rows(client: Client, groups: Iterable[Group]) -> Iterable[dict[str, Any]]:
    """The groups, whichever they are."""
    return ({"client_id": client.id, "code": str(group)} for group in sorted(groups))


def relative_rows(client: Client) -> Iterable[dict[str, Any]]:
    """The relatives; their ids differ from those of every earlier revision."""
    for position, one in enumerate(client.record.relatives):
        kept = {"relation": one.relation, "name": one.name, "phone": one.phone}
        own = uuid5(client.id, f"relative {client.revision} {position}")
        row = {"id": own, "client_id": client.id, "position": position, "other": one.client}
        yield row | kept


def key_rows(client: Client) -> Iterable[dict[str, Any]]:
    """All by which the client is found."""
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


def former_key(client: Client, number: int) -> dict[str, Any]:
    """The key by which a client is found under the number of a record that was merged into it."""
    of_client = {"number": client.number, "hidden_until": client.protected_until}
    return {"key": number_key(number)} | of_client


def client_row(client: Client) -> dict[str, Any]:
    """What stands in the table of clients itself."""
    record = client.record
    return {
        "id": client.id,
        "number": client.number,
        "hidden_until": client.protected_until,
        **{name: getattr(record, name) for name in _PLAIN},
        "interpreting": record.interpreting,
        "labour": record.labour,
        "origins": {name: told_row(told) for name, told in record.origins.items()},
        "revision": client.revision,
        "recorded_by": client.recorded_by,
        "recorded_at": client.recorded_at,
        "changed_at": client.changed_at,
    }


def client_from(
    row: RowMapping,
    names: tuple[ClientName, ...],
    groups: frozenset[Group],
    relatives: tuple[Relative, ...],
) -> Client:
    """The client of a row, with what the other tables hold; sensitive groups stay unknown."""
    record = Record(
        names,
        **{name: row[name] for name in _PLAIN},
        labour=Labour(row["labour"]) if row["labour"] else None,
        interpreting=Interpreting(row["interpreting"]),
        groups=groups,
        relatives=relatives,
        origins={name: told_from(told) for name, told in row["origins"].items()},
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
