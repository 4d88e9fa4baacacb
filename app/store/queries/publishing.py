"""The counters that may be published after the disclosure step, and those that were."""

from typing import Any, Final

from sqlalchemy import Connection, Select, Table, delete, insert, select, text

from app.domain.counting import Breakdown
from app.domain.disclosure import PUBLISHABLE
from app.store.models import PublishedCounterRow, PublishedMonthRow
from app.store.queries.counters import MONTH

_LOCK: Final = 7_402_516
_NAMES: Final = tuple(str(name) for name in (Breakdown.TOTAL, *PUBLISHABLE))
_MONTHS: Final[Table] = PublishedMonthRow.__table__  # type: ignore[assignment]
_KEPT: Final[Table] = PublishedCounterRow.__table__  # type: ignore[assignment]


def now(first: int, last: int) -> Select[Any]:
    """What is counted of months from `first` to `last` (202611).

    Rows: location, month, breakdown, value, visits; nothing that is 0.
    """
    return select(
        MONTH.c.location, MONTH.c.month, MONTH.c.breakdown, MONTH.c.value, MONTH.c.visits
    ).where(MONTH.c.breakdown.in_(_NAMES), MONTH.c.month.between(first, last), MONTH.c.visits > 0)


def kept(first: int, last: int) -> Select[Any]:
    """What was handed out of these months. Rows as those of `now`."""
    return select(_KEPT).where(_KEPT.c.month.between(first, last))


def months(first: int, last: int) -> Select[Any]:
    """Which of these months were handed out. Rows: location, month, threshold, at."""
    return select(_MONTHS.c.location, _MONTHS.c.month, _MONTHS.c.threshold, _MONTHS.c.at).where(
        _MONTHS.c.month.between(first, last)
    )


def lock(connection: Connection) -> None:
    """Let nobody else hand out months until this transaction ends; a file has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def keep(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Keep these months (location, month, threshold, at) with all that is counted of them now."""
    if not rows:
        return
    connection.execute(insert(_MONTHS), rows)
    chosen = {(row["location"], row["month"]) for row in rows}
    numbers = [month for _location, month in chosen]
    counters = [
        row._asdict()
        for row in connection.execute(now(min(numbers), max(numbers)))
        if (row.location, row.month) in chosen
    ]
    if counters:
        connection.execute(insert(_KEPT), counters)


def forget(connection: Connection, first: int, last: int) -> None:
    """Let go of what was handed out of these months."""
    for table in (_KEPT, _MONTHS):
        connection.execute(delete(table).where(table.c.month.between(first, last)))
