"""The table in a file, whatever its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.documents.rows.comma import read_text
from app.documents.rows.workbook import is_workbook, read_workbook
from app.domain.errors import Refused

BYTES_MOST: Final = 20_000_000
LINES_MOST: Final = 100_000

Line = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The headings, and each line that says something with its number in the file."""

    headings: Sequence[str]
    lines: Sequence[Line]


def read_table(path: Path, is_heading: Callable[[str], bool]) -> Table:
    """The table in a CSV file or on the first sheet of a workbook, whole.

    `is_heading` tells which headings are known: by them the sign between two cells is found. An
    `OSError` where the file cannot be read. Errors: `table_too_large` (name, most), `table_damaged`
    (name), `table_empty` (name), `table_quote` (line), `lines_too_many` (most).
    """
    size = path.stat().st_size
    if not path.is_file():
        raise Refused("table_damaged", name=path.name)
    if size > BYTES_MOST:
        raise Refused("table_too_large", name=path.name, most=BYTES_MOST // 1_000_000)
    content = path.read_bytes()
    read = read_workbook if is_workbook(content) else read_text
    lines = []
    for number, cells in read(content, path.name, is_heading):
        if any(map(str.strip, cells)):
            lines.append((number, cells))
        if len(lines) > LINES_MOST:
            raise Refused("lines_too_many", most=LINES_MOST)
    if not lines:
        raise Refused("table_empty", name=path.name)
    return Table(lines[0][1], lines[1:])
