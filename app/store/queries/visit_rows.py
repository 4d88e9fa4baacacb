"""The visits themselves, one row each, for those who may see them; never a note or a name."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Integer, Select, func, select, type_coerce

from app.domain.periods import Period
from app.domain.visit import OUTCOMES_MAX, TOPICS_MAX
from app.store.visits import OUTCOME, TOPIC, VISIT

PAGE: Final = 2000
COLUMNS: Final = (
    "day",
    "hour",
    "location",
    *(f"topic_{number}" for number in range(1, TOPICS_MAX + 1)),
    *(f"outcome_{number}" for number in range(1, OUTCOMES_MAX + 1)),
    "language",
    "municipality",
    "channel",
    "interpreter",
    "first_visit",
    "persons",
    "source",
)
_TOPICS: Final = tuple(TOPIC.alias(f"topic_{number}") for number in range(TOPICS_MAX))
_OUTCOMES: Final = tuple(OUTCOME.alias(f"outcome_{number}") for number in range(OUTCOMES_MAX))


def count(connection: Connection, period: Period, locations: Sequence[str]) -> int:
    """How many rows `rows` gives."""
    statement = select(func.count()).select_from(VISIT).where(*_where(period, locations))
    return int(connection.execute(statement).scalar_one())


def rows(
    connection: Connection, period: Period, locations: Sequence[str]
) -> Iterator[Sequence[Any]]:
    """Visits that count as `COLUMNS` names them, by location and time; a day is 20261124.

    They come page by page, so that they take no more room when there are more of them.
    """
    statement = _statement(period, locations).execution_options(yield_per=PAGE)
    for page in connection.execute(statement).partitions():
        yield from page


def _statement(period: Period, locations: Sequence[str]) -> Select[Any]:
    joined: Any = VISIT
    for table in (*_TOPICS, *_OUTCOMES):
        number = int(table.name.rpartition("_")[2])
        joined = joined.outerjoin(
            table, (table.c.visit_id == VISIT.c.id) & (table.c.position == number)
        )
    return (
        select(
            type_coerce(VISIT.c.day, Integer),
            VISIT.c.hour,
            VISIT.c.location,
            *(topic.c.topic for topic in _TOPICS),
            *(outcome.c.outcome for outcome in _OUTCOMES),
            *(VISIT.c[name] for name in COLUMNS[-7:]),
        )
        .select_from(joined)
        .where(*_where(period, locations))
        .order_by(VISIT.c.location, VISIT.c.day, VISIT.c.at)
    )


def _where(period: Period, locations: Sequence[str]) -> tuple[Any, ...]:
    return (
        VISIT.c.location.in_(locations),
        VISIT.c.day.between(period.first, period.last),
        VISIT.c.void_reason.is_(None),
    )
