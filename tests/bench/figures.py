"""Visits by place, month and main topic from the counters, against counting the rows."""

from datetime import date
from pathlib import Path
from typing import Any, Final

from app.domain.figures import Dimension, Question
from app.domain.periods import Period
from app.services.sign_in import database_of, sign_in
from app.services.statistics import figures
from app.services.unit import Desk
from app.store import key_slots
from app.store.models.base import day_number
from app.store.opening import connect_file
from tests.bench.measure import Result, compared
from tests.desks import FIRST, NOON, WORKSTATION, SetClock

LIMIT: Final = 0.5
ROUNDS: Final = 15
PERIOD: Final = Period(date(2025, 1, 15), NOON.date())
QUESTION: Final = Question(PERIOD, (Dimension.LOCATION, Dimension.MONTH, Dimension.TOPIC))
_COUNT: Final = (
    "select location, day / 100, topic, count(*), sum(persons) from visit"
    " join visit_topic on visit_id = id and position = 0"
    " where day between ? and ? and void_reason is null group by 1, 2, 3"
)


def measured(filled: Path) -> Result:
    """`filled` is a folder with a full database."""
    database = database_of(filled)
    desk = sign_in(filled, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    opened = key_slots.open_slot(key_slots.key_file_of(database), FIRST.login, FIRST.password)
    connection = connect_file(database, opened.key)
    assert _from_counters(desk) == sum(row[3] for row in _from_rows(connection))
    result = compared(
        "a statistic of two years",
        lambda: _from_counters(desk),
        lambda: _from_rows(connection),
        LIMIT,
        ROUNDS,
    )
    connection.close()
    desk.store.close()
    return result


def _from_counters(desk: Desk) -> int:
    with desk.read() as unit:
        found = figures(unit, QUESTION)
    return sum(line.amount.visits for line in found.lines)


def _from_rows(connection: Any) -> list[tuple[Any, ...]]:
    days = day_number(PERIOD.first), day_number(PERIOD.last)
    rows: list[tuple[Any, ...]] = connection.execute(_COUNT, days).fetchall()
    return rows
