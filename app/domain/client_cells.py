"""The cells of one line of a table of clients, each read as its column asks.

What is refused is told by its column, never by what stands in the cell.
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from app.domain.client_check import NAME_MAX, TEXT_MAX
from app.domain.client_columns import Cells, Column
from app.domain.errors import Refused

SEVERAL: Final = ";"
_CELL_MAX: Final = 2000
_MOST: Final = {
    **dict.fromkeys((Column.GIVEN_NAMES, Column.FAMILY_NAME), NAME_MAX),
    **dict.fromkeys((Column.PHONE, Column.EMAIL, Column.ADDRESS), TEXT_MAX),
}
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_DOTS: Final = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
# What a spreadsheet shows in place of what it could not compute.
_FAULTS: Final = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
# An apostrophe that keeps a spreadsheet from running a cell; files of our own have it too.
_GUARDED: Final = ("'=", "'+", "'-", "'@")

Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")


def day_of(text: str) -> date | None:
    """A day written 1990-01-31 or 31.1.1990, None where it is neither or there is no such day."""
    found = _ISO.fullmatch(text) or _DOTS.fullmatch(text)
    try:
        return date(*(int(found[name]) for name in ("year", "month", "day"))) if found else None
    except ValueError:
        return None


def year_of(text: str) -> int | None:
    """A year of four digits, None where it is none."""
    return int(text) if _YEAR.fullmatch(text) else None


class Reader:
    """Reads cells. Errors of all, each with its `column`: `cell_fault`, `cell_too_long`."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def text(self, column: Column) -> str:
        """What stands there, "" where nothing does."""
        text = self._cells.get(column, "")
        if text in _FAULTS:
            raise Refused("cell_fault", column=column)
        most = _MOST.get(column, _CELL_MAX)
        if len(text) > most:
            raise Refused("cell_too_long", column=column, most=most)
        return text[1:] if text.startswith(_GUARDED) else text

    def several(self, column: Column) -> list[str]:
        """What stands there between semicolons."""
        return [one.strip() for one in self.text(column).split(SEVERAL) if one.strip()]

    def day(self, column: Column) -> date | None:
        """Errors: `cell_not_a_day`."""
        return self._read(column, day_of, "cell_not_a_day")

    def year(self, column: Column) -> int | None:
        """Errors: `cell_not_a_year`."""
        return self._read(column, year_of, "cell_not_a_year")

    def listed(self, column: Column, known: Collection[str]) -> str | None:
        """A code of those that are known. Errors: `cell_not_on_list`."""
        text = self.text(column).casefold()
        if text and text not in known:
            raise Refused("cell_not_on_list", column=column)
        return text or None

    def code(self, column: Column, codes: type[Code]) -> Code | None:
        """Errors: `cell_not_on_list`."""
        text = self.listed(column, list(codes))
        return codes(text) if text else None

    def codes(self, column: Column, codes: type[Code]) -> frozenset[Code]:
        """Errors: `cell_not_on_list`."""
        found = [text.casefold() for text in self.several(column)]
        if not set(found) <= set(codes):
            raise Refused("cell_not_on_list", column=column)
        return frozenset(map(codes, found))

    def _read(self, column: Column, read: Callable[[str], Value | None], code: str) -> Value | None:
        text = self.text(column)
        value = read(text) if text else None
        if text and value is None:
            raise Refused(code, column=column)
        return value
