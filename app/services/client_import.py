"""Clients of a table that somebody else made: looked at first, then taken in, none twice.

Who is here already stays as recorded. A line that is of a person under a non-disclosure order is
taken as anybody's by those who may not know of that person.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from app.documents.csv import Cell, csv_text
from app.documents.rows.file import Line, read_table
from app.domain.client_columns import column_of, columns_of
from app.domain.errors import Refused
from app.domain.roles import Right, demand
from app.domain.table_lines import Came, LineTold
from app.services.client_lines import Lines
from app.services.target import check_target, whole_file
from app.services.unit import Desk, Unit
from app.services.visits import new_id
from app.store import handed_over
from app.store.trouble import told

PART: Final = 100
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table with so many `lines`: how many did what, and each line by itself.

    With `dry` nothing was recorded. `stopped` is why the rest did not come, None where there is no
    rest.
    """

    id: UUID
    lines: int
    dry: bool
    came: Counter[Came] = field(default_factory=Counter)
    told: tuple[LineTold, ...] = ()
    stopped: Refused | None = None

    @property
    def done(self) -> int:
        """How many lines have had their turn."""
        return self.came.total()

    @property
    def new(self) -> tuple[UUID, ...]:
        """The clients that were recorded."""
        return tuple(one.id for one in self.told if one.id is not None)

    @property
    def not_taken(self) -> tuple[LineTold, ...]:
        """The lines that were refused."""
        return tuple(one for one in self.told if one.came is Came.NOT_TAKEN)


@told()
def import_clients(
    desk: Desk,
    source: Path,
    *,
    dry: bool = False,
    progress: Progress = lambda done, whole: None,
) -> Imported:
    """Record the clients of a CSV file or a workbook; a second time changes nothing.

    First the whole table is read, then its lines come in parts, each of them whole in the store or
    not at all, with others at work between them. A line that cannot be taken is left out and told.
    With `dry` all is looked at and nothing recorded. `progress` is told (done, whole); a refusal
    that it raises ends the work, as does trouble on the way: what had come by then stays,
    `Imported.stopped` says why no more did, and a second time brings the rest.

    Errors: `no_right`, those of `read_table` and `columns_of`, `path_missing`, `no_access`, and
    what stopped it before anything had come.
    """
    demand(desk.actor.roles, Right.KEEP_CLIENTS)
    table = read_table(source, lambda heading: column_of(heading) is not None)
    lines = Lines(columns_of(table.headings), dry=dry)
    imported = Imported(new_id(), len(table.lines), dry)
    progress(0, imported.lines)
    try:
        with told():
            for start in range(0, imported.lines, PART):
                part = table.lines[start : start + PART]
                imported = _added(imported, _part(desk, imported, lines, part))
                progress(imported.done, imported.lines)
    except (KeyboardInterrupt, Refused) as why:
        if not imported.done:
            raise
        if imported.done < imported.lines:
            stopped = why if isinstance(why, Refused) else Refused("cancelled")
            imported = replace(imported, stopped=stopped)
    return imported


def _part(desk: Desk, imported: Imported, lines: Lines, part: Sequence[Line]) -> list[LineTold]:
    """One part in one transaction, its entry in the log included."""
    with desk.read() if imported.dry else desk.write() as unit:
        if not imported.dry:
            handed_over.one_at_a_time(unit.connection)
        found = lines.take(unit, part)
        _log(unit, imported, found)
    return found


def _log(unit: Unit, imported: Imported, found: list[LineTold]) -> None:
    amounts = Counter(one.came for one in found)
    words = ", ".join(f"{came} {amounts[came]}" for came in Came if amounts[came])
    unit.log("clients.import_look" if imported.dry else "clients.import", imported.id, words)


def _added(whole: Imported, part: list[LineTold]) -> Imported:
    return replace(
        whole,
        came=whole.came + Counter(one.came for one in part),
        told=(*whole.told, *part),
    )


@told()
def write_report(to: Path, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write the rows of a report as CSV; `to` is there whole or stays as it was.

    Errors: those of `check_target`, `disk_full`.
    """
    check_target(to)
    with whole_file(to) as path:
        path.write_text(csv_text(head, rows), "utf-8-sig", newline="")
