"""The steps of clients' paths in the store; who asks has seen to it that the client is known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select, update

from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment
from app.domain.path.longer import Extension, Leave
from app.domain.path.notice import Notice
from app.domain.path.orientation import Orientation
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.training import Training
from app.domain.path.whole import STEPS, Kept, Path
from app.store.models import (
    AgreedRow,
    AssessmentRow,
    Base,
    ExtensionRow,
    LeaveRow,
    NoticeRow,
    OrientationRow,
    PlanRow,
    ReviewRow,
    TrainingRow,
)
from app.store.open_plans import OPEN_PLAN
from app.store.path_rows import kept_from, kept_row, step_row

_MODELS: Final[Mapping[type[Any], type[Base]]] = {
    Assessment: AssessmentRow,
    Plan: PlanRow,
    Orientation: OrientationRow,
    Training: TrainingRow,
    Review: ReviewRow,
    Extension: ExtensionRow,
    Leave: LeaveRow,
    Agreed: AgreedRow,
    Notice: NoticeRow,
}


def table_of(kind: type[Any]) -> Table:
    """The table of a kind of step."""
    table = _MODELS[kind].__table__
    assert isinstance(table, Table)
    return table


def read(connection: Connection, client_id: UUID) -> Path:
    """All steps of a client."""
    return Path(tuple(_of_client(connection, client_id)))


def insert_steps(connection: Connection, of_clients: Iterable[tuple[UUID, Kept[Any]]]) -> None:
    """Write new steps, each with its client's id."""
    rows: dict[type[Any], list[dict[str, Any]]] = {kind: [] for kind in STEPS}
    for client_id, kept in of_clients:
        rows[type(kept.step)].append(kept_row(client_id, kept))
    for kind, some in rows.items():
        if some:
            connection.execute(insert(table_of(kind)), some)


def replace_step(connection: Connection, kept: Kept[Any], by: UUID) -> bool:
    """Put a step in the place of the one before; whether that was still there unchanged."""
    table = table_of(type(kept.step))
    changed = {"revision": kept.revision, "changed_by": by, "changed_at": kept.changed_at}
    one = table.c.id == kept.id, table.c.revision == kept.revision - 1
    done = connection.execute(update(table).where(*one).values(step_row(kept.step) | changed))
    return done.rowcount == 1


def delete_step(connection: Connection, kept: Kept[Any]) -> bool:
    """Take a step away; whether it was still there unchanged."""
    table = table_of(type(kept.step))
    one = table.c.id == kept.id, table.c.revision == kept.revision
    connection.execute(delete(OPEN_PLAN).where(OPEN_PLAN.c.plan_id == kept.id))
    return connection.execute(delete(table).where(*one)).rowcount == 1


def _of_client(connection: Connection, client_id: UUID) -> Iterator[Kept[Any]]:
    for kind in STEPS:
        table = table_of(kind)
        query = select(table).where(table.c.client_id == client_id).order_by(table.c.id)
        yield from (kept_from(kind, row) for row in connection.execute(query).mappings())
