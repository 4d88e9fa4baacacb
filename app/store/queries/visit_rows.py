"""The visits themselves, one row each, for those who may see them; never a note or a name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Integer, Select, select, type_coerce

from app.domain.periods import Period
from app.domain.visit import OUTCOMES_MAX, TOPICS_MAX
from app.store.visits import OUTCOME, TOPIC, VISIT

PAGE: Final = 2000
CACHE_KIB: Final = 64 << 10
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


def rows(
    connection: Connection, period: Period, locations: Sequence[str]
) -> Iterator[Sequence[Any]]:
    """Visits that count as `COLUMNS` names them, by location and time; a day is 20261124.

    They come page by page, so that they take no more room when there are more of them.
    """
    statement = _statement(period, locations).execution_options(yield_per=PAGE)
    for page in connection.execute(statement).partitions():
        yield from page


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """More pages of the file stay decrypted inside the block: topics and outcomes of a visit lie
    apart from it, so the same pages are needed many times. A server keeps its own.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("pragma cache_size").scalar_one()
    connection.exec_driver_sql(f"pragma cache_size = {-CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"pragma cache_size = {before}")


def _statement(period: Period, locations: Sequence[str]) -> Select[Any]:
    joined: Any = VISIT
    for tables in (_TOPICS, _OUTCOMES):
        before: Any = VISIT.c.id
        for number, table in enumerate(tables):
            joined = joined.outerjoin(
                table, (table.c.visit_id == before) & (table.c.position == number)
            )
            # Where there is no second, no third is looked for.
            before = table.c.visit_id
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
        .where(
            VISIT.c.location.in_(locations),
            VISIT.c.day.between(period.first, period.last),
            VISIT.c.void_reason.is_(None),
        )
        .order_by(VISIT.c.location, VISIT.c.day, VISIT.c.at)
    )
