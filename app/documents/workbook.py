"""Statistics as a workbook: a sheet for each table with its native chart, one of definitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.book import HEAD_ROW, Book, as_plain, book, sheet_name
from app.documents.native_charts import add_chart
from app.documents.sheet import Look, Sheet, written
from app.documents.statistics.account import Account, Part
from app.localization import _, _p

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NARROW, WIDE, WIDEST = 10, 30, 60


def write_workbook(path: Path, account: Account) -> None:
    """A sheet for the lines that were asked for, the key figures, each part, and what it means."""
    with book(path, account.title, account.mark, account.made) as whole:
        subtitle = f"{account.title} {account.period_name}"
        for part in (*((account.lines,) if account.lines else ()), *account.parts):
            sheet = _write_part(whole, part, f"{part.title}, {account.period_name}")
            if part.chart is not None and part.sheet.rows:
                add_chart(whole, sheet, part)
        _write_figures(whole, account, subtitle)
        _write_definitions(whole, account, subtitle)


def _write_part(whole: Book, part: Part, title: str) -> Worksheet:
    table = part.sheet
    sheet = whole.sheet(sheet_name(part.short), title, tuple(_widths(table)))
    if part.note:
        sheet.write_string(2, 0, part.note)
    whole.write_head(sheet, table.head)
    for number, row in enumerate(table.rows, HEAD_ROW + 1):
        for column, cell in enumerate(row.cells):
            whole.write(sheet, number, column, cell, row.look)
    whole.finish(sheet, len(table.head), len(table.rows))
    return sheet


def _write_figures(whole: Book, account: Account, title: str) -> None:
    if not account.figures:
        return
    sheet = whole.sheet(sheet_name(_("Key figures")), title, (WIDE, NARROW, NARROW, WIDEST))
    whole.write_head(
        sheet,
        (
            _p("key figures", "Figure"),
            _p("key figures", "Value"),
            _p("key figures", "Unit"),
            _p("key figures", "Of what"),
        ),
    )
    for row, figure in enumerate(account.figures, HEAD_ROW + 1):
        cells = (figure.title, figure.number, figure.unit, figure.base)
        for column, cell in enumerate(cells):
            whole.write(sheet, row, column, cell, Look.PLAIN)


def _write_definitions(whole: Book, account: Account, title: str) -> None:
    sheet = whole.sheet(sheet_name(_("Definitions")), title, (WIDE, WIDEST + WIDE))
    whole.write_head(sheet, (_p("definitions", "Term"), _p("definitions", "Meaning")))
    for row, (term, meaning) in enumerate(account.definitions, HEAD_ROW + 1):
        sheet.write_string(row, 0, as_plain(term), whole.wrapped)
        sheet.write_string(row, 1, as_plain(meaning), whole.wrapped)


def _widths(table: Sheet) -> Iterator[int]:
    for column in range(len(table.head)):
        if column < table.names:
            longest = max((len(written(row.cells[column])) for row in table.rows), default=0)
            yield max(NARROW + 2, min(longest + 2, WIDEST))
        else:
            yield NARROW
