"""The first sheet of a workbook (Office Open XML), as its cells stand when it was saved.

A formula is what it gave then; nothing is computed, and nothing beside the sheet is looked at.
"""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Final

from app.domain.errors import Refused

_UNPACKED_MOST: Final = 100_000_000
# No sheet has more lines; what says so would be read for ever.
_LINES_MOST: Final = 2**20
_COLUMNS_MOST: Final = 256
_ZIP: Final = b"PK\3\4"


def is_workbook(content: bytes) -> bool:
    """Whether these are the bytes of a zip, which every workbook is."""
    return content.startswith(_ZIP)


def read_workbook(
    content: bytes, name: str, is_heading: Callable[[str], bool]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Each line with its number. Errors: `table_damaged`, `table_too_large`.

    `is_heading` is not asked: cells of a sheet stand apart.
    """
    with _told(name):
        _check_size(content, name)
        lines = _lines(content)
    yield from lines


def _lines(content: bytes) -> Sequence[tuple[int, Sequence[str]]]:
    """The library's own warnings are about what we do not look at: validation, drawings, styles."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # How large the sheet says that it is may be anything.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=_LINES_MOST, max_col=_COLUMNS_MOST, values_only=True)
        return [(number, _texts(cells)) for number, cells in enumerate(rows, 1) if any(cells)]


def _texts(cells: Sequence[Any]) -> Sequence[str]:
    """The cells as texts, without the empty ones behind the last."""
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell: Any) -> str:
    """A cell as it would stand in a CSV file of ours."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _check_size(content: bytes, name: str) -> None:
    """A zip of a few bytes can hold gigabytes; it gives no more than it says."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > _UNPACKED_MOST:
            raise Refused("table_too_large", name=name, most=_UNPACKED_MOST // 1_000_000)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """The library meets a broken workbook with any error that its own steps happen to raise."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused("table_damaged", name=name) from error
