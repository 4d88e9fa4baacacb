"""The rows of one visit written by plain statements: the least that the work can cost."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.domain.counting import day_cells, month_cells
from app.domain.visit import Visit
from app.store.log_chain import entry_hash
from app.store.models.base import day_number, month_number

VISIT: Final = (
    "insert into visit (id, location, at, day, hour, precision, source, language, municipality,"
    " channel, interpreter, first_visit, persons, note, arrived_at, served_at, done_at,"
    " closed_by_day_end, recorded_by, recorded_at, void_reason, revision)"
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null, null, 0, ?, ?, null, 0)"
)
TOPIC: Final = "insert into visit_topic (visit_id, position, topic) values (?, ?, ?)"
OUTCOME: Final = "insert into visit_outcome (visit_id, position, outcome) values (?, ?, ?)"
_COUNTER: Final = (
    "insert into {table} (location, {period}, breakdown, value, visits, persons)"
    " values (?, ?, ?, ?, 1, ?) on conflict (location, {period}, breakdown, value)"
    " do update set visits = visits + 1, persons = persons + excluded.persons"
)
_DAY: Final = _COUNTER.format(table="day_counter", period="day")
_MONTH: Final = _COUNTER.format(table="month_counter", period="month")
_LAST: Final = "select number, hash from log order by number desc limit 1"
_LOG: Final = (
    "insert into log (number, at, staff_id, action, subject, reason, hash)"
    " values (?, ?, ?, 'visit.record', ?, '', ?)"
)

Rows = list[tuple[object, ...]]


def record(connection: Any, visit: Visit) -> None:
    """Write `visit`, its counters and its log entry in one durable transaction.

    `connection` is one of the file's driver, in autocommit.
    """
    connection.execute("begin immediate")
    connection.execute(VISIT, visit_row(visit))
    connection.executemany(TOPIC, choices(visit.id, visit.facts.topics))
    connection.executemany(OUTCOME, choices(visit.id, visit.facts.outcomes))
    connection.executemany(_DAY, _day_rows(visit))
    connection.executemany(_MONTH, _month_rows(visit))
    _log(connection, visit)
    connection.execute("commit")


def visit_row(visit: Visit) -> tuple[object, ...]:
    facts, when = visit.facts, visit.when
    return (
        visit.id.hex,
        visit.location,
        _moment(when.moment),
        day_number(when.day),
        when.hour,
        str(when.precision),
        str(visit.source),
        facts.language,
        facts.municipality,
        facts.channel,
        str(facts.interpreter),
        str(facts.first_visit),
        facts.persons,
        visit.recorded_by.hex,
        _moment(visit.recorded_at),
    )


def choices(visit_id: UUID, codes: tuple[str, ...]) -> Rows:
    return [(visit_id.hex, position, code) for position, code in enumerate(codes)]


def _day_rows(visit: Visit) -> Rows:
    facts, when = visit.facts, visit.when
    return [
        (visit.location, day_number(when.day), str(breakdown), value, facts.persons)
        for breakdown, value in day_cells(facts, visit.source, when.hour)
    ]


def _month_rows(visit: Visit) -> Rows:
    facts, when = visit.facts, visit.when
    return [
        (visit.location, month_number(when.day), str(breakdown), value, facts.persons)
        for breakdown, value in month_cells(facts, visit.source, when.day, when.hour)
    ]


def _log(connection: Any, visit: Visit) -> None:
    number, previous = connection.execute(_LAST).fetchone()
    row = {
        "number": number + 1,
        "at": visit.recorded_at,
        "staff_id": visit.recorded_by,
        "action": "visit.record",
        "subject": str(visit.id),
        "reason": "",
    }
    values = (number + 1, _moment(visit.recorded_at), visit.recorded_by.hex, str(visit.id))
    connection.execute(_LOG, (*values, entry_hash(previous, row)))


def _moment(moment: datetime) -> str:
    """An aware UTC moment as it is stored in a file."""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
