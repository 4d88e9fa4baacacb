"""Writing visits one by one takes no more room when there are more of them."""

import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from app.documents.visit_rows import write_rows_workbook
from app.services.chips import bundled_reference
from app.words.figures import Names

NAMES = Names({}, bundled_reference())


def rows(count: int) -> Iterator[tuple[Any, ...]]:
    for number in range(count):
        topics, outcomes = ("letter", None, None), ("advice", None, None)
        where = ("ar", "pietarsaari", "walk_in", "not_needed", "yes")
        yield 20261101 + number % 28, 9, None, *topics, *outcomes, *where, 1, "desk"


def room_for(path: Path, count: int) -> int:
    """The bytes that Python holds at most while so many rows are written."""
    tracemalloc.start()
    write_rows_workbook(path, "Visits", NAMES, rows(count), datetime(2026, 11, 24, 12))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_the_room_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    room_for(tmp_path / "warm.xlsx", 10)
    few = room_for(tmp_path / "few.xlsx", 1_000)
    many = room_for(tmp_path / "many.xlsx", 8_000)
    assert many < 1.3 * few
    sheet = load_workbook(tmp_path / "many.xlsx", read_only=True).worksheets[0]
    assert sheet.max_row == 8_004
