"""What the lists ask of open plans, kept beside the records and never by a rule."""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from app.domain.clock.running import running
from app.domain.path.plan import Plan
from app.domain.path.whole import Path
from app.store.models import OpenPlanRow

OPEN_PLAN: Final[Table] = OpenPlanRow.__table__  # type: ignore[assignment]


def settle(connection: Connection, client_id: UUID, path: Path) -> None:
    """Keep what the lists ask of a client's plans, whose path is this one now."""
    connection.execute(delete(OPEN_PLAN).where(OPEN_PLAN.c.client_id == client_id))
    insert_open(connection, [(client_id, path)])


def insert_open(connection: Connection, of_clients: Iterable[tuple[UUID, Path]]) -> None:
    """Keep it for clients of whom nothing was kept."""
    rows = [row for client_id, path in of_clients for row in open_rows(client_id, path)]
    if rows:
        connection.execute(insert(OPEN_PLAN), rows)


def open_rows(client_id: UUID, path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a client."""
    for plan in path.of(Plan):
        facts = running(path, plan)
        if facts is not None:
            yield {
                "plan_id": plan.id,
                "client_id": client_id,
                "since": facts.since,
                "last": facts.last,
                "leave_from": facts.leave_from,
                "followed": facts.followed,
            }
