"""Checking a store: its pages, its counters against its visits, its log.

Counters are compared a location and month at a time, so that a million visits take no more memory
than the busiest month.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Integer, Table, func, select, type_coerce, union

from app.domain.visit import Visit
from app.store import counters, log_chain, visits
from app.store.clients import CLIENT
from app.store.counters import Amounts, Key
from app.store.models import DayCounterRow, LogRow, MonthCounterRow
from app.store.models.base import day_number
from app.store.visits import VISIT

_DAY: Final[Table] = DayCounterRow.__table__  # type: ignore[assignment]
_MONTH: Final[Table] = MonthCounterRow.__table__  # type: ignore[assignment]
_LOG: Final[Table] = LogRow.__table__  # type: ignore[assignment]
_PAGE: Final = 1000
_NOTHING: Final[Amounts] = (0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A counter that is not what the visits say; both are visits and persons.

    `period` is a day as 20261124 or a month as 202611.
    """

    location: str
    period: int
    breakdown: str
    value: str
    stored: Amounts
    counted: Amounts


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds: visits, voided ones too, entries of the log, and clients.

    `clients` is None in a backup of an earlier program, which did not count them.
    """

    visits: int
    entries: int
    clients: int | None = None

    def are(self, found: "Counts") -> bool:
        """Whether `found` is what these say."""
        same = (self.visits, self.entries) == (found.visits, found.entries)
        return same and self.clients in (None, found.clients)


def counts(connection: Connection) -> Counts:
    """Count visits, log entries and clients."""
    tables = (VISIT, _LOG, CLIENT)
    numbers = (connection.scalar(select(func.count()).select_from(some)) for some in tables)
    return Counts(*(number or 0 for number in numbers))


def server_shows(connection: Connection, table: str, column: str) -> bool:
    """Whether a server lets this person read a column of a table."""
    return bool(connection.scalar(select(func.has_column_privilege(table, column, "select"))))


def file_faults(connection: Connection) -> list[str]:
    """What the encrypted file's own two tests find wrong with its pages."""
    sealed = [str(row[0]) for row in connection.exec_driver_sql("pragma cipher_integrity_check")]
    if sealed:
        return sealed
    built = [str(row[0]) for row in connection.exec_driver_sql("pragma integrity_check")]
    return [fault for fault in built if fault != "ok"]


def differences(
    connection: Connection, progress: Callable[[int, int], None]
) -> Iterator[Difference]:
    """The counters that differ from a recount, by location and month.

    `progress` hears how many months of locations are done, and of how many.
    """
    places = sorted(_places_and_months(connection))
    for done, (location, month) in enumerate(places, 1):
        recounted = counters.counted(_visits(connection, location, month))
        days = {
            (place, day_number(day), *cell): amounts
            for (place, day, *cell), amounts in recounted.day.items()
        }
        number = type_coerce(_DAY.c.day, Integer)
        within = number.between(month * 100, month * 100 + 99)
        yield from _compared(_stored(connection, _DAY, number, location, within), days)
        here = _MONTH.c.month == month
        kept = _stored(connection, _MONTH, _MONTH.c.month, location, here)
        yield from _compared(kept, recounted.month)
        progress(done, len(places))


def broken_entries(connection: Connection) -> list[int]:
    """The numbers of the log's entries that do not follow from the one before."""
    rows = connection.execute(
        select(_LOG).order_by(_LOG.c.number), execution_options={"yield_per": _PAGE}
    )
    return log_chain.broken_entries(dict(row) for row in rows.mappings())


def _places_and_months(connection: Connection) -> Iterator[tuple[str, int]]:
    found = union(
        select(VISIT.c.location, (type_coerce(VISIT.c.day, Integer) // 100).label("month")),
        select(_DAY.c.location, type_coerce(_DAY.c.day, Integer) // 100),
        select(_MONTH.c.location, _MONTH.c.month),
    )
    return ((location, int(month)) for location, month in connection.execute(found))


def _visits(connection: Connection, location: str, month: int) -> Iterator[Visit]:
    """The visits of a location and month that count, a day at a time."""
    number = type_coerce(VISIT.c.day, Integer)
    for day in range(month * 100 + 1, month * 100 + 32):
        here = VISIT.c.location == location
        yield from visits.read(connection, here, number == day, VISIT.c.void_reason.is_(None))


def _stored(
    connection: Connection,
    table: Table,
    period: ColumnElement[Any],
    location: str,
    within: ColumnElement[bool],
) -> dict[Key, Amounts]:
    columns = (table.c.location, period, table.c.breakdown, table.c.value)
    statement = select(*columns, table.c.visits, table.c.persons)
    rows = connection.execute(statement.where(table.c.location == location, within))
    return {tuple(key): (number, persons) for *key, number, persons in rows}


def _compared(stored: dict[Key, Amounts], counted: dict[Key, Amounts]) -> Iterator[Difference]:
    for key in sorted(stored.keys() | counted.keys()):
        kept, found = stored.get(key, _NOTHING), counted.get(key, _NOTHING)
        if kept != found:
            location, period, breakdown, value = key
            yield Difference(location, period, str(breakdown), value, kept, found)
