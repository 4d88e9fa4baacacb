"""A comma-separated file says what was put in, and a spreadsheet runs none of it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.csv import as_text, csv_text

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@pytest.mark.parametrize("cell", ["=1+1", "+358", "-", "@SUM(A1)", " =1", "\t=1", "\r=1"])
def test_a_formula_is_text(cell: str) -> None:
    assert as_text(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["pietarsaari", "2026-11", "", None, -3, 0, 1.5])
def test_all_else_stays(cell: str | int | float | None) -> None:
    assert as_text(cell) == cell


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2)))
def test_what_is_written_can_be_read(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(["a", "b"], rows), newline="")))
    assert read == [["a", "b"], *([as_text(cell) for cell in row] for row in rows)]
