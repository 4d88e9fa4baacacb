"""100,000 visits to a workbook, query and names included, against the bare library's rows."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from xlsxwriter import Workbook

from app.domain.periods import Period
from app.services.exports import Form
from app.services.sign_in import sign_in
from app.services.unit import Desk
from app.services.visit_rows import export_rows
from tests.bench.measure import Result, compared
from tests.desks import FIRST, NOON, WORKSTATION, SetClock

LIMIT: Final = 1.2
ROUNDS: Final = 3
PERIOD: Final = Period(date(2020, 1, 1), NOON.date())
PLACES: Final = ("pietarsaari", "uusikaarlepyy", "kruunupyy", "romaniportti")
_FIRST_ROW: Final = 5
_EPOCH: Final = date(1899, 12, 30)


def measured(filled: Path, folder: Path) -> Result:
    """`filled` is a folder with a full database; `folder` takes the workbooks."""
    desk = sign_in(filled, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    ours, peer = folder / "ours.xlsx", folder / "peer.xlsx"
    _ours(desk, ours)
    rows = _read(ours)
    result = compared(
        f"{len(rows):,} visits to a workbook",
        lambda: _ours(desk, ours),
        lambda: _bare(rows, peer),
        LIMIT,
        ROUNDS,
    )
    desk.store.close()
    return result


def _ours(desk: Desk, path: Path) -> None:
    export_rows(desk, PERIOD, PLACES, Form.XLSX, path)


def _read(path: Path) -> list[Sequence[Any]]:
    """The cells that we have written, with days as a spreadsheet counts them."""
    sheet = load_workbook(path, read_only=True).worksheets[0]
    return [
        ((row[0].date() - _EPOCH).days, *row[1:])
        for row in sheet.iter_rows(min_row=_FIRST_ROW, values_only=True)
    ]


def _bare(rows: list[Sequence[Any]], path: Path) -> None:
    workbook = Workbook(str(path), {"constant_memory": True})
    sheet = workbook.add_worksheet()
    number, string = sheet.write_number, sheet.write_string
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, int):
                number(line, column, value)
            elif value is not None:
                string(line, column, value)
    workbook.close()
