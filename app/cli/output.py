"""Printing: a table for people, JSON for programs."""

import io
import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout


def printed(speak: Callable[[], None]) -> str:
    """What `speak` prints, for a file as well as for the screen."""
    out = io.StringIO()
    with redirect_stdout(out):
        speak()
    return out.getvalue()


def print_json(value: object) -> None:
    """One JSON value, indented; letters stay as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns side by side under their headings: numbers to the right, all else to the left."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    numeric = [
        bool(rows) and all(isinstance(row[place], int) for row in rows)
        for place in range(len(headings))
    ]
    for line in (headings, *cells):
        columns = zip(line, widths, numeric, strict=True)
        aligned = (
            cell.rjust(width) if right else cell.ljust(width) for cell, width, right in columns
        )
        print("  ".join(aligned).rstrip())
