"""Random views of a million visits, against the same counters read by plain statements.

Beside them, without a limit: the rows counted by DuckDB, and the counters of ten million visits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from app.domain.figures import Amount
from app.services.sign_in import database_of, sign_in
from app.services.unit import Desk
from app.store import key_slots
from app.store.opening import connect_file
from tests.bench.measure import Result, in_turn
from tests.bench.rows import by_rows, loaded
from tests.bench.statements import Rows, by_statements
from tests.bench.views import View, by_the_program, views
from tests.desks import FIRST, WORKSTATION, SetClock

LIMIT: Final = 1.5
ROUNDS: Final = 3
_VISITS: Final = 2
Peer = Callable[[View], list[Rows]]


def measured(filled: Path, folder: Path) -> list[Result]:
    """Of a full database: the slowest twentieth of the views, and of DuckDB on its rows.

    `folder` takes what DuckDB reads.
    """
    with _opened(filled) as (desk, connection), loaded(connection, folder / "rows") as rows:
        return [
            _compared("1,000,000 visits", desk, partial(by_statements, connection), LIMIT, ROUNDS),
            _compared("beside DuckDB on the rows", desk, partial(by_rows, rows)),
        ]


def measured_counters(counted: Path) -> Result:
    """Of a database that has counters and no rows; the goal is 150 ms."""
    with _opened(counted) as (desk, connection):
        what = "10,000,000 in counters, no rows"
        return _compared(what, desk, partial(by_statements, connection))


@contextmanager
def _opened(folder: Path) -> Iterator[tuple[Desk, Any]]:
    """The database as the program has it open, and as its driver has."""
    desk = sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    database = database_of(folder)
    opened = key_slots.open_slot(key_slots.key_file_of(database), FIRST.login, FIRST.password)
    connection = connect_file(database, opened.key)
    try:
        yield desk, connection
    finally:
        connection.close()
        desk.store.close()


def _compared(
    what: str, desk: Desk, peer: Peer, limit: float | None = None, rounds: int = 1
) -> Result:
    """The medians of each view, of which those count that are slower than 95 in 100.

    Both must have found the same visits.
    """
    times = []
    for view in views():
        ours, theirs = partial(_found, desk, view), partial(_counted, peer, view)
        assert ours() == theirs(), view
        times.append(in_turn(ours, theirs, rounds))
    ours_p95, peer_p95 = (quantiles(each, n=20)[-1] for each in zip(*times, strict=True))
    return Result(f"views, p95: {what}", ours_p95, peer_p95, limit)


def _found(desk: Desk, view: View) -> int:
    overview = by_the_program(desk, view)
    apart = overview.romaniportti or Amount()
    return (overview.now.amount + apart).visits


def _counted(peer: Peer, view: View) -> int:
    by_day = peer(view)[0]
    return sum(row[_VISITS] for row in by_day)
