"""Visits in the store: written by plain statements, read back as values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    select,
    update,
)

from app.domain.packing import pack
from app.domain.visit import Facts, FirstVisit, Interpreter, Precision, Source, Visit, When
from app.store.models import AmendmentRow, VisitOutcomeRow, VisitRow, VisitTopicRow

VISIT: Final[Table] = VisitRow.__table__  # type: ignore[assignment]
TOPIC: Final[Table] = VisitTopicRow.__table__  # type: ignore[assignment]
OUTCOME: Final[Table] = VisitOutcomeRow.__table__  # type: ignore[assignment]
AMENDMENT: Final[Table] = AmendmentRow.__table__  # type: ignore[assignment]
_INSERT, _INSERT_TOPIC, _INSERT_OUTCOME = insert(VISIT), insert(TOPIC), insert(OUTCOME)
_AMENDED: Final = exists().where(AMENDMENT.c.visit_id == VISIT.c.id).label("amended")
_BY_ID: Final = select(VISIT, _AMENDED).where(VISIT.c.id == bindparam("visit_id"))
_BY_ID_HELD: Final = _BY_ID.with_for_update(of=VISIT)
_PAGE: Final = 2000


def insert_visits(connection: Connection, visits: Sequence[Visit]) -> None:
    """Write visits with their topics and outcomes; the counters are another matter."""
    if not visits:
        return
    connection.execute(_INSERT, [_row(visit) for visit in visits])
    _insert_choices(connection, [(visit.id, visit.facts) for visit in visits])


def replace_facts(connection: Connection, visit: Visit) -> None:
    """Put the facts and the time of `visit` in the place of those that are stored."""
    row = _row(visit)
    row.pop("id")
    connection.execute(update(VISIT).where(VISIT.c.id == visit.id).values(row))
    for table in (TOPIC, OUTCOME):
        connection.execute(delete(table).where(table.c.visit_id == visit.id))
    _insert_choices(connection, [(visit.id, visit.facts)])


def set_municipality(connection: Connection, visit: Visit) -> None:
    """Keep of `visit` the municipality alone, and its revision."""
    row = _row(visit)
    state = {name: row[name] for name in ("municipality", "revision", "changed_at")}
    connection.execute(update(VISIT).where(VISIT.c.id == visit.id).values(state))


def set_void(connection: Connection, visit: Visit) -> None:
    """Keep of `visit` that it is void, or valid again, and its revision."""
    row = _row(visit)
    state = {name: row[name] for name in ("void_reason", "revision", "changed_at")}
    connection.execute(update(VISIT).where(VISIT.c.id == visit.id).values(state))


def keep_amendment(
    connection: Connection, amendment_id: UUID, before: Visit, by: UUID, at: datetime, reason: str
) -> None:
    """Keep the facts as they were before a change; the note is personal and is not kept twice."""
    connection.execute(
        insert(AMENDMENT).values(
            id=amendment_id,
            visit_id=before.id,
            at=at,
            by=by,
            reason=reason,
            before=_kept(before),
        )
    )


def _kept(visit: Visit) -> dict[str, Any]:
    kept = pack(visit.facts)
    del kept["note"]
    return kept | {"day": visit.when.day.isoformat(), "hour": visit.when.hour}


def find(connection: Connection, visit_id: UUID, *, hold: bool = False) -> Visit | None:
    """One visit, voided ones included.

    `hold` keeps others from changing it until the transaction ends: what is taken from the counters
    must be what stands in the row. A writer of a file holds the whole file already.
    """
    statement = _BY_ID_HELD if hold else _BY_ID
    rows = connection.execute(statement, {"visit_id": visit_id}).mappings().all()
    return next(iter(_assemble(connection, rows)), None)


def read(
    connection: Connection, *where: ColumnElement[bool], newest: int | None = None
) -> list[Visit]:
    """The visits that fulfil `where`, oldest first, or the `newest` of them, newest first."""
    order = (VISIT.c.at.desc(), VISIT.c.id.desc()) if newest else (VISIT.c.at, VISIT.c.id)
    statement = select(VISIT, _AMENDED).where(*where).order_by(*order).limit(newest)
    return _assemble(connection, connection.execute(statement).mappings().all())


def walk(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Visit]:
    """The visits that fulfil `where`, page by page in the order of their ids.

    Whether they were amended is not looked up.
    """
    after: UUID | None = None
    while True:
        statement = select(VISIT, literal(False).label("amended")).where(*where)
        if after is not None:
            statement = statement.where(VISIT.c.id > after)
        rows = connection.execute(statement.order_by(VISIT.c.id).limit(_PAGE)).mappings().all()
        if not rows:
            return
        yield from _assemble(connection, rows)
        after = rows[-1]["id"]


def _assemble(connection: Connection, rows: Sequence[RowMapping]) -> list[Visit]:
    ids = [row["id"] for row in rows]
    topics = _choices(connection, TOPIC, ids)
    outcomes = _choices(connection, OUTCOME, ids)
    return [_visit(row, topics[row["id"]], outcomes[row["id"]]) for row in rows]


def _choices(
    connection: Connection, table: Table, ids: Sequence[UUID]
) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        rows = connection.execute(select(table).where(table.c.visit_id.in_(some)))
        for visit_id, _position, code in sorted(rows, key=lambda row: row[1]):
            found[visit_id].append(code)
    return found


def _row(visit: Visit) -> dict[str, Any]:
    facts, when = visit.facts, visit.when
    return {
        "id": visit.id,
        "location": visit.location,
        "at": when.moment,
        "day": when.day,
        "hour": when.hour,
        "precision": when.precision,
        "source": visit.source,
        "language": facts.language,
        "municipality": facts.municipality,
        "channel": facts.channel,
        "interpreter": facts.interpreter,
        "first_visit": facts.first_visit,
        "persons": facts.persons,
        "note": facts.note or None,
        "arrived_at": visit.arrived_at,
        "served_at": visit.served_at,
        "done_at": visit.done_at,
        "closed_by_day_end": visit.closed_by_day_end,
        "recorded_by": visit.recorded_by,
        "recorded_at": visit.recorded_at,
        "void_reason": visit.void_reason,
        "revision": visit.revision,
        "changed_at": visit.changed_at,
    }


def _visit(row: RowMapping, topics: Iterable[str], outcomes: Iterable[str]) -> Visit:
    facts = Facts(
        topics=tuple(topics),
        outcomes=tuple(outcomes),
        language=row["language"],
        municipality=row["municipality"],
        channel=row["channel"],
        interpreter=Interpreter(row["interpreter"]),
        first_visit=FirstVisit(row["first_visit"]),
        persons=row["persons"],
        note=row["note"] or "",
    )
    return Visit(
        id=row["id"],
        location=row["location"],
        when=When(row["at"], row["day"], row["hour"], Precision(row["precision"])),
        source=Source(row["source"]),
        facts=facts,
        recorded_by=row["recorded_by"],
        recorded_at=row["recorded_at"],
        arrived_at=row["arrived_at"],
        served_at=row["served_at"],
        done_at=row["done_at"],
        closed_by_day_end=row["closed_by_day_end"],
        amended=bool(row["amended"]),
        void_reason=row["void_reason"],
        revision=row["revision"],
        changed_at=row["changed_at"],
    )


def _insert_choices(connection: Connection, chosen: Sequence[tuple[UUID, Facts]]) -> None:
    topics = [
        {"visit_id": visit_id, "position": position, "topic": code}
        for visit_id, facts in chosen
        for position, code in enumerate(facts.topics)
    ]
    connection.execute(_INSERT_TOPIC, topics)
    outcomes = [
        {"visit_id": visit_id, "position": position, "outcome": code}
        for visit_id, facts in chosen
        for position, code in enumerate(facts.outcomes)
    ]
    if outcomes:
        connection.execute(_INSERT_OUTCOME, outcomes)
