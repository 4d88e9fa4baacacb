"""A view's counters read by plain statements: the least that the work can cost."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from app.domain.figures import Dimension
from app.domain.periods import Period, cut
from app.store.models.base import day_number, month_number
from tests.bench.views import PORTALS, View

Rows = list[tuple[Any, ...]]
_MOVED: Final = "'main_topic', 'interpreter', 'first_visit', 'source'"
_BY_DAY: Final = (
    "select location, day, visits, persons from day_counter"
    " where breakdown = 'total' and day between ? and ? and visits > 0 and location in ({})"
)
_FACTS: Final = (
    "select breakdown, value, sum(visits), sum(persons) from {}_counter"
    " where breakdown in ({}) and {} between ? and ? and location in ({})"
    " group by breakdown, value"
)
_HOURS: Final = (
    "select day, value, sum(visits) from day_counter"
    " where breakdown = 'hour' and day between ? and ? and location in ({}) group by day, value"
)
_WAITED: Final = (
    "select {0}, {1} from visit"
    " where arrived_at is not null and day between ? and ? and location in ({2})"
    " and {0} is not null and {1} is not null and void_reason is null and closed_by_day_end = 0"
)
_BROKEN_DOWN: Final = (
    "select location, breakdown, value, sum(visits), sum(persons) from {}_counter"
    " where breakdown in ('{}', 'total') and {} between ? and ? and location in ({})"
    " group by location, breakdown, value"
)
_WEEKDAYS: Final = (
    "select location, day, sum(visits), sum(persons) from day_counter"
    " where breakdown = 'total' and day between ? and ? and location in ({}) group by location, day"
)
_KEPT_AS: Final = {
    Dimension.LOCATION: "total",
    Dimension.TOPIC: "main_topic",
    Dimension.ANY_TOPIC: "topic",
    Dimension.WEEKDAY: "weekday_hour",
    Dimension.HOUR: "weekday_hour",
}


def by_statements(connection: Any, view: View) -> list[Rows]:
    """The rows of each statement, that of visits by location and day first.

    `connection` is one of the file's driver.
    """
    return [
        rows
        for period in view.periods
        for rows in (*_overview(connection, view, period), *_breakdown(connection, view, period))
    ]


def _overview(connection: Any, view: View, period: Period) -> Iterator[Rows]:
    places, parts = view.wish.locations, cut(period)
    portals = listed(code for code in places if code in PORTALS)
    yield _read(connection, _BY_DAY.format(listed(places)), day_numbers(period))
    if parts.months:
        clock = f"{_MOVED}, 'weekday_hour'"
        statement = _FACTS.format("month", clock, "month", portals)
        yield _read(connection, statement, _month_numbers(parts.months))
    for edge in parts.edges:
        yield _read(connection, _FACTS.format("day", _MOVED, "day", portals), day_numbers(edge))
        yield _read(connection, _HOURS.format(portals), day_numbers(edge))
    for begins, ends in (("arrived_at", "served_at"), ("served_at", "done_at")):
        yield _read(connection, _WAITED.format(begins, ends, portals), day_numbers(period))


def _breakdown(connection: Any, view: View, period: Period) -> Iterator[Rows]:
    kept, parts = _KEPT_AS.get(view.dimension, str(view.dimension)), cut(period)
    with_roma = view.dimension is Dimension.LOCATION
    places = listed(code for code in view.wish.locations if with_roma or code in PORTALS)
    if parts.months:
        statement = _BROKEN_DOWN.format("month", kept, "month", places)
        yield _read(connection, statement, _month_numbers(parts.months))
    for edge in parts.edges:
        statement = _BROKEN_DOWN.format("day", kept, "day", places)
        if view.dimension is Dimension.WEEKDAY:
            statement = _WEEKDAYS.format(places)
        elif view.dimension is Dimension.HOUR:
            statement = _BROKEN_DOWN.format("day", "hour", "day", places)
        yield _read(connection, statement, day_numbers(edge))


def _read(connection: Any, statement: str, values: tuple[int, int]) -> Rows:
    rows: Rows = connection.execute(statement, values).fetchall()
    return rows


def listed(codes: Iterable[str]) -> str:
    """Codes as they stand behind `in`."""
    return ", ".join(f"'{code}'" for code in codes)


def day_numbers(period: Period) -> tuple[int, int]:
    return day_number(period.first), day_number(period.last)


def _month_numbers(period: Period) -> tuple[int, int]:
    return month_number(period.first), month_number(period.last)
