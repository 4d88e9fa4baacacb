"""A view counted from the rows of the visits by DuckDB, which is made for that."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

from app.domain.figures import Dimension
from tests.bench.statements import Rows, day_numbers, listed
from tests.bench.views import PORTALS, View

_TABLES: Final = {
    "visit": (
        "id uuid, location varchar, day integer, hour integer, source varchar, language varchar,"
        " municipality varchar, channel varchar, interpreter varchar, first_visit varchar,"
        " persons integer, void_reason varchar"
    ),
    "visit_topic": "visit_id uuid, position integer, topic varchar",
    "visit_outcome": "visit_id uuid, outcome varchar",
}
_MAIN_TOPIC: Final = "join visit_topic on visit_id = id and position = 0"
_JOINS: Final = {
    Dimension.TOPIC: _MAIN_TOPIC,
    Dimension.ANY_TOPIC: "join visit_topic on visit_id = id",
    Dimension.OUTCOME: "left join visit_outcome on visit_id = id",
}
_WEEKDAY: Final = "isodow(strptime(day::varchar, '%Y%m%d'))"
_COLUMNS: Final = {
    Dimension.TOPIC: "topic",
    Dimension.ANY_TOPIC: "topic",
    Dimension.WEEKDAY: _WEEKDAY,
}
_COUNT: Final = (
    "select {0}, count(*), sum(persons) from visit {1}"
    " where day between ? and ? and location in ({2}) and void_reason is null group by {0}"
)


@contextmanager
def loaded(connection: Any, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The visits of the file that `connection` has open, in a database in memory.

    `folder` is where they are put on the way.
    """
    folder.mkdir()
    rows = duckdb.connect()
    for table, columns in _TABLES.items():
        names = ", ".join(column.split()[0] for column in columns.split(", "))
        path = folder / f"{table}.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows(connection.execute(f"select {names} from {table}"))
        rows.execute(f"create table {table} ({columns})")
        rows.execute(f"copy {table} from '{path}' (header false, nullstr '')")
        path.unlink()
    try:
        yield rows
    finally:
        rows.close()


def by_rows(rows: duckdb.DuckDBPyConnection, view: View) -> list[Rows]:
    """The rows of each statement, that of visits by location and day first."""
    return [
        rows.execute(statement, day_numbers(period)).fetchall()
        for period in view.periods
        for statement in _statements(view)
    ]


def _statements(view: View) -> Iterator[str]:
    places, dimension = view.wish.locations, view.dimension
    portals = listed(code for code in places if code in PORTALS) or "null"
    yield _COUNT.format("location, day", "", listed(places))
    yield _COUNT.format("topic", _MAIN_TOPIC, portals)
    for column in ("interpreter", "first_visit", "source", f"{_WEEKDAY}, hour"):
        yield _COUNT.format(column, "", portals)
    here = listed(places) if dimension is Dimension.LOCATION else portals
    yield _COUNT.format(_COLUMNS.get(dimension, str(dimension)), _JOINS.get(dimension, ""), here)
