"""Moving the counters: what a visit adds or takes away, in one statement a table."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Insert, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from app.domain.counting import day_cells, month_cells
from app.domain.visit import Visit
from app.store.models import DayCounterRow, MonthCounterRow
from app.store.models.base import month_number

Key = tuple[Any, ...]
Amounts = tuple[int, int]

_DAY: Final[Table] = DayCounterRow.__table__  # type: ignore[assignment]
_MONTH: Final[Table] = MonthCounterRow.__table__  # type: ignore[assignment]


class Tally:
    """Additions and subtractions of visits, gathered before they are written."""

    def __init__(self) -> None:
        self.day: dict[Key, Amounts] = {}
        self.month: dict[Key, Amounts] = {}

    def add(self, visit: Visit, sign: int = 1) -> None:
        """Count `visit` once more (`sign` 1) or once less (-1)."""
        when, facts, persons = visit.when, visit.facts, visit.facts.persons
        for cell in day_cells(facts, visit.source, when.hour):
            _move(self.day, (visit.location, when.day, *cell), sign, persons)
        month = month_number(when.day)
        for cell in month_cells(facts, visit.source, when.day, when.hour):
            _move(self.month, (visit.location, month, *cell), sign, persons)


def _move(amounts: dict[Key, Amounts], key: Key, sign: int, persons: int) -> None:
    visits_before, persons_before = amounts.get(key, (0, 0))
    amounts[key] = visits_before + sign, persons_before + sign * persons


def move(connection: Connection, tally: Tally) -> None:
    """Write what was gathered.

    The rows go in the order of their keys, so that two desks never wait for each other in a ring.
    """
    for table, period, amounts in ((_DAY, "day", tally.day), (_MONTH, "month", tally.month)):
        rows = [_row(period, key, moved) for key, moved in sorted(amounts.items()) if any(moved)]
        if rows:
            connection.execute(_upsert(table, connection.dialect.name), rows)


def _row(period: str, key: Key, moved: Amounts) -> Mapping[str, Any]:
    location, when, breakdown, value = key
    return {
        "location": location,
        period: when,
        "breakdown": str(breakdown),
        "value": value,
        "visits": moved[0],
        "persons": moved[1],
    }


@cache
def _upsert(table: Table, engine: str) -> Insert:
    """Building the statement costs more than running it, hence once for each table."""
    dialect = postgresql if engine == "postgresql" else sqlite
    insert = dialect.insert(table)
    statement: Insert = insert.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={
            "visits": table.c.visits + insert.excluded.visits,
            "persons": table.c.persons + insert.excluded.persons,
        },
    )
    return statement


def counted(visits: Iterable[Visit]) -> Tally:
    """The counters of `visits` from nothing, as a recount makes them."""
    tally = Tally()
    for visit in visits:
        tally.add(visit)
    return tally


def stored(connection: Connection) -> Tally:
    """The counters as they stand in the store, those at nothing left out."""
    tally = Tally()
    for table, period, amounts in ((_DAY, "day", tally.day), (_MONTH, "month", tally.month)):
        key = (table.c.location, table.c[period], table.c.breakdown, table.c.value)
        for *cell, visits, persons in connection.execute(
            select(*key, table.c.visits, table.c.persons)
        ):
            if visits or persons:
                amounts[tuple(cell)] = visits, persons
    return tally
