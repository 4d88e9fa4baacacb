"""The visits of the store that are handed over, and those that a hand-over changes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select, text

from app.domain.visit import Visit
from app.store import visits
from app.store.visits import VISIT

_LOCK: Final = 7_402_515


def since(moment: datetime) -> ColumnElement[bool]:
    """Whether a visit was recorded or changed at this moment or later."""
    return func.coalesce(VISIT.c.changed_at, VISIT.c.recorded_at) >= moment


def amount(connection: Connection, *where: ColumnElement[bool]) -> int:
    """How many visits fulfil `where`, voided ones included."""
    return connection.scalar(select(func.count()).select_from(VISIT).where(*where)) or 0


def known(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Visit]:
    """Those of these visits that the store has."""
    found = visits.read(connection, VISIT.c.id.in_(list(ids)))
    return {visit.id: visit for visit in found}


def one_at_a_time(connection: Connection) -> None:
    """Wait for whoever else takes something in; a file's writer holds the whole file already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
