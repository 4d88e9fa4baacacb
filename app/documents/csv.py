"""Comma-separated files (RFC 4180, in UTF-8) that a spreadsheet can open without running them."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

Cell = str | int | float | None

# The signs with which a spreadsheet takes a cell for a formula (OWASP, CSV injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_text(cell: Cell) -> Cell:
    """The cell, with an apostrophe before it where a spreadsheet would run it; numbers stay."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The headings and the rows; an empty cell stands for None."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(as_text, headings))
    writer.writerows(map(as_text, row) for row in rows)
    return out.getvalue()
