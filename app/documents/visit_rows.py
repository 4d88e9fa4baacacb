"""Visits one by one as a file, written as they come: no note, no name, for use within the unit."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.documents.book import HEAD_ROW, as_plain, book
from app.documents.csv import as_text
from app.documents.statistics.account import internal_mark
from app.domain.figures import Dimension, Value
from app.domain.visit import OUTCOMES_MAX, TOPICS_MAX
from app.localization import _
from app.words.figures import Names, heading

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Row = Sequence[Any]
DIMENSIONS: Final = (
    Dimension.DAY,
    Dimension.HOUR,
    Dimension.LOCATION,
    *(Dimension.TOPIC for _number in range(TOPICS_MAX)),
    *(Dimension.OUTCOME for _number in range(OUTCOMES_MAX)),
    Dimension.LANGUAGE,
    Dimension.MUNICIPALITY,
    Dimension.CHANNEL,
    Dimension.INTERPRETER,
    Dimension.FIRST_VISIT,
    None,
    Dimension.SOURCE,
)
_WIDTHS: Final = {Dimension.DAY: 12, Dimension.HOUR: 7, None: 9}
_EPOCH: Final = date(1899, 12, 30)


class _Texts(dict[Any, str]):
    """The names of the values of one column, each asked for once."""

    def __init__(self, tell: Callable[[Value], str]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, value: Value) -> str:
        text = self[value] = as_plain(self._tell(value))
        return text


class _Serials(dict[Any, int]):
    """The day 20261124 as a spreadsheet counts it: days since the end of 1899."""

    def __missing__(self, number: int) -> int:
        serial = self[number] = (_day(number) - _EPOCH).days
        return serial


def write_rows_csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """In codes, for programs: the same columns in every language; days as 2026-11-24."""
    days = _Texts(lambda number: _day(int(number or 0)).isoformat())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*columns, "internal"])
        writer.writerows(
            [days[day], *("" if cell is None else as_text(cell) for cell in cells), "true"]
            for day, *cells in rows
        )


def write_rows_workbook(
    path: Path, title: str, names: Names, rows: Iterable[Row], made: datetime
) -> None:
    """In names; `rows` are as `DIMENSIONS` says, where None stands for the number of persons."""
    with book(path, title, internal_mark(), made) as whole:
        sheet = whole.sheet(_("Visits"), title, ())
        whole.write_head(sheet, _head())
        count = _write(sheet, rows, _texts(names), whole.day)
        # Behind the rows, since the library asks for each cell what its column has.
        whole.set_widths(sheet, [_WIDTHS.get(dimension, 24) for dimension in DIMENSIONS])
        whole.finish(sheet, len(DIMENSIONS), count)


def _write(
    sheet: Worksheet, rows: Iterable[Row], texts: Sequence[_Texts | None], date_format: Format
) -> int:
    """As few steps for a cell as can be: there may be millions of them.

    What wraps the library's two methods only looks whether a cell is named "A1".
    """
    kind = type(sheet)
    number = partial(kind.write_number.__wrapped__, sheet)
    string = partial(kind.write_string.__wrapped__, sheet)
    serials = _Serials()
    line, columns = HEAD_ROW, range(1, len(DIMENSIONS))
    for line, (day, *values) in enumerate(rows, HEAD_ROW + 1):
        number(line, 0, serials[day], date_format)
        for column, names, value in zip(columns, texts, values, strict=True):
            if value is None:
                continue
            if names is None:
                number(line, column, value)
            else:
                string(line, column, names[value])
    return line - HEAD_ROW


def _texts(names: Names) -> list[_Texts | None]:
    """How the values of each column behind the day are told, None for numbers."""

    def tell(dimension: Dimension) -> Callable[[Value], str]:
        return lambda value: names.value(dimension, value)

    return [
        None if dimension is None or dimension is Dimension.HOUR else _Texts(tell(dimension))
        for dimension in DIMENSIONS[1:]
    ]


def _head() -> list[str]:
    """The headings; the second and third topic and outcome are numbered."""
    head = []
    for column, dimension in enumerate(DIMENSIONS):
        before = DIMENSIONS[:column].count(dimension)
        name = _("Persons") if dimension is None else heading(dimension)
        if dimension is Dimension.TOPIC and before:
            name = _("Topic {n}", n=before + 1)
        if dimension is Dimension.OUTCOME and before:
            name = _("Outcome {n}", n=before + 1)
        head.append(name)
    return head


def _day(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)
