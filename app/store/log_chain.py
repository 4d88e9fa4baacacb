"""The log's chain: each entry is hashed together with the hash of the one before it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, func, insert, select, text

from app.store.models import LogRow

ORIGIN: Final = bytes(32)
_LOCK: Final = 7_402_514
_LOG: Final[Table] = LogRow.__table__  # type: ignore[assignment]
_INSERT: Final = insert(_LOG)
_LAST: Final = select(_LOG.c.number, _LOG.c.hash).order_by(_LOG.c.number.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is logged: an action of a person on a record; never contents, never a name."""

    action: str
    subject: str = ""
    reason: str = ""


def append(connection: Connection, staff_id: UUID | None, at: datetime, entry: Entry) -> None:
    """Write one entry behind the last; see `append_all`."""
    append_all(connection, staff_id, at, [entry])


def append_all(
    connection: Connection, staff_id: UUID | None, at: datetime, entries: Sequence[Entry]
) -> None:
    """Write entries behind the last one, in order.

    One writer at a time: a file's writer holds the file already, a server takes a lock that ends
    with the transaction.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    number, previous = connection.execute(_LAST).one_or_none() or (0, ORIGIN)
    rows = []
    for entry in entries:
        number += 1
        row = {
            "number": number,
            "at": at,
            "staff_id": staff_id,
            "action": entry.action,
            "subject": entry.subject,
            "reason": entry.reason,
        }
        previous = row["hash"] = entry_hash(previous, row)
        rows.append(row)
    if rows:
        connection.execute(_INSERT, rows)


def entry_hash(previous: bytes, row: dict[str, Any]) -> bytes:
    """The SHA-256 of an entry's fields and the hash before it."""
    at: datetime = row["at"]
    fields = [
        row["number"],
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(row["staff_id"]) if row["staff_id"] else "",
        row["action"],
        row["subject"],
        row["reason"],
    ]
    return hashlib.sha256(previous + json.dumps(fields, ensure_ascii=True).encode()).digest()


def broken_entries(rows: Iterable[dict[str, Any]]) -> list[int]:
    """The numbers of the entries whose hash does not follow, or before which one is missing.

    `rows` are all entries in the order of their numbers. Each link is judged by the hash that
    stands in the entry before, so that one altered entry is named alone.
    """
    broken, previous, expected = [], ORIGIN, 1
    for row in rows:
        if row["number"] != expected or row["hash"] != entry_hash(previous, row):
            broken.append(row["number"])
        previous, expected = row["hash"], row["number"] + 1
    return broken


def length(connection: Connection) -> int:
    """How many entries the log has."""
    return connection.scalar(select(func.count()).select_from(_LOG)) or 0
