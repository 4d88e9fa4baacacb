"""The visits of a period one by one, handed out as a file for use within the unit."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from app.documents.statistics.account import file_stem
from app.documents.statistics.period_names import period_name
from app.documents.visit_rows import write_rows_csv, write_rows_workbook
from app.domain.errors import Refused
from app.domain.figures import Question
from app.domain.periods import Period
from app.domain.place import LocationKind
from app.domain.roles import Right, demand
from app.localization import _
from app.services import statistics
from app.services.exports import Form, made_at
from app.services.lists import read_lists
from app.services.statistics import Progress, in_silence
from app.services.target import check_target, whole_file
from app.services.unit import Desk, Unit
from app.store.queries import visit_rows as queries
from app.store.trouble import told

Rows = Iterator[Sequence[Any]]
ROWS_MAX: Final = 1_048_000
_TELL_EVERY: Final = 2000


def rows_file_name(period: Period, form: Form) -> str:
    """The name that the file is offered."""
    return f"{file_stem(period, internal=True, part='visits')}.{form}"


@told()
def export_rows(
    desk: Desk,
    period: Period,
    locations: tuple[str, ...],
    form: Form,
    to: Path,
    progress: Progress = in_silence,
) -> int:
    """Write the visits that count, without their notes; how many there were.

    Romaniportti is among them only when it is named: a visit there tells of ethnic origin.
    `progress` is told (done, whole); what it raises ends the work. Errors: `no_right`,
    `location_unknown`, `rows_too_many` (a sheet holds no more), those of `check_target`.
    """
    demand(desk.actor.roles, Right.STATISTICS_INTERNAL)
    check_target(to)
    # The log is written when the unit ends, the file gets its place after that.
    with whole_file(to) as path, desk.read() as unit:
        codes = _codes(unit, locations)
        whole = _count(unit, period, codes)
        if form is Form.XLSX and whole > ROWS_MAX:
            raise Refused("rows_too_many", found=whole, most=ROWS_MAX)
        unit.log("visits.export", f"{period.first}/{period.last} {','.join(codes)} {form}")
        with queries.roomy(unit.connection):
            rows = _counting(queries.rows(unit.connection, period, codes), whole, progress)
            _write(unit, path, period, rows, form)
    return whole


def _codes(unit: Unit, locations: tuple[str, ...]) -> tuple[str, ...]:
    asked = statistics.asked_for(unit, locations)
    return tuple(
        code
        for code, place in asked.items()
        if locations or place.kind is not LocationKind.ROMA_PORTAL
    )


def _count(unit: Unit, period: Period, codes: tuple[str, ...]) -> int:
    """How many visits there are, from the counters."""
    answer = statistics.figures(unit, Question(period, (), codes))
    apart = answer.romaniportti
    return answer.portals.visits + (apart.visits if apart is not None else 0)


def _write(unit: Unit, path: Path, period: Period, rows: Rows, form: Form) -> None:
    if form is Form.CSV:
        write_rows_csv(path, queries.COLUMNS, rows)
    else:
        title = _("Visits {period}", period=period_name(period))
        write_rows_workbook(path, title, read_lists(unit).names, rows, made_at(unit))


def _counting(rows: Rows, whole: int, progress: Progress) -> Rows:
    for done, row in enumerate(rows, 1):
        yield row
        if done % _TELL_EVERY == 0 or done == whole:
            progress(done, whole)
