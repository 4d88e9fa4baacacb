"""A workbook as it is written: real dates and numbers, a header that stays, a filter.

Rows are written as they come (`constant_memory`). Text is written as text, whatever sign it begins
with, so that a spreadsheet never runs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.documents.patient_file import patient_file
from app.documents.sheet import Cell, InTime, Look
from app.domain.hidden import Hidden
from app.domain.periods import Grain

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEAD_ROW: Final = 3
_DATES: Final = {Grain.DAY: "d.m.yyyy", Grain.MONTH: "yyyy-mm"}
_A4: Final = 9


class Book:
    """A workbook that is being written; `mark` stands at the head of each sheet and page."""

    def __init__(self, workbook: Workbook, mark: str) -> None:
        self.workbook, self.mark = workbook, mark
        self.bold = self._format(bold=True)
        self.head = self._format(bold=True, text_wrap=True, valign="top", bottom=1)
        self.day, self.month = (self._format(num_format=form) for form in _DATES.values())
        self.wrapped = self._format(text_wrap=True, valign="top")
        self._plain = self._numbers()
        self._strong = self._numbers(bold=True)
        self._dim = self._numbers(font_color="#565E63", italic=True)

    def sheet(self, name: str, title: str, widths: Sequence[int]) -> Worksheet:
        """A new sheet with its heading and the mark; the table begins at `HEAD_ROW`."""
        sheet = self.workbook.add_worksheet(name)
        self.set_widths(sheet, widths)
        sheet.write_string(0, 0, title, self.bold)
        sheet.write_string(1, 0, self.mark)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        sheet.set_header(f"&L{_no_codes(title)}&R{_no_codes(self.mark)}")
        sheet.set_footer("&R&P / &N")
        return sheet

    def set_widths(self, sheet: Worksheet, widths: Sequence[int]) -> None:
        """How wide the columns are, in characters."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def write_head(self, sheet: Worksheet, head: Sequence[str]) -> None:
        """The headings of the columns; they stay when one scrolls."""
        for column, text in enumerate(head):
            sheet.write_string(HEAD_ROW, column, as_plain(text), self.head)
        sheet.freeze_panes(HEAD_ROW + 1, 0)

    def finish(self, sheet: Worksheet, columns: int, rows: int) -> None:
        """A filter over the head of so many rows."""
        sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + max(1, rows), max(0, columns - 1))

    def write(self, sheet: Worksheet, row: int, column: int, cell: Cell, look: Look) -> None:
        """One cell by its kind; None leaves it empty."""
        formats = {Look.PLAIN: self._plain, Look.STRONG: self._strong, Look.DIM: self._dim}[look]
        if isinstance(cell, InTime):
            self._write_time(sheet, row, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell, formats[type(cell)])
        elif isinstance(cell, str | Hidden):
            sheet.write_string(row, column, as_plain(str(cell)), formats[str])

    def _write_time(self, sheet: Worksheet, row: int, column: int, cell: InTime) -> None:
        first = cell.period.first
        if cell.grain in _DATES:
            form = self.day if cell.grain is Grain.DAY else self.month
            sheet.write_datetime(row, column, _midnight(first), form)
        elif cell.grain is Grain.YEAR:
            sheet.write_number(row, column, first.year)
        else:
            sheet.write_string(row, column, cell.name)

    def _numbers(self, **look: object) -> dict[type, Format]:
        forms = {int: "#,##0", float: "0.0", str: "@"}
        return {kind: self._format(num_format=form, **look) for kind, form in forms.items()}

    def _format(self, **properties: object) -> Format:
        return self.workbook.add_format(properties)


@contextmanager
def book(path: Path, title: str, mark: str, made: datetime) -> Iterator[Book]:
    """A new workbook at `path`, whole when the block ends; its unfinished rows lie beside it.

    Errors: OSError, as the disk has them.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    options |= {"strings_to_formulas": False, "strings_to_urls": False}
    with patient_file(path) as file:
        workbook = Workbook(file, options)
        workbook.set_properties({"title": title, "comments": mark, "created": made})
        try:
            yield Book(workbook, mark)
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _leave_rows(workbook)


def _leave_rows(workbook: Workbook) -> None:
    """Close the rows of sheets that did not come to be, which the library leaves open."""
    for sheet in workbook.worksheets():
        if sheet.row_data_fh is not None:
            with suppress(OSError):
                sheet.row_data_fh.close()


def as_plain(text: str) -> str:
    """The text so that the library does not take it for marked-up text of its own."""
    return f" {text}" if text.startswith("<r>") else text


def sheet_name(text: str) -> str:
    """A text as the name of a sheet: 31 characters, none of those that a formula needs."""
    kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in text)
    return kept.strip("' ")[:31].strip()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _no_codes(text: str) -> str:
    """The text for the head of a page, where & begins a code."""
    return text.replace("&", "&&")
