"""A workbook read back by another library than the one that wrote it."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.documents.book import sheet_name
from app.documents.workbook import write_workbook
from tests.documents.accounts import account, over_time, topics

RISKY = ["=1+1", "+358", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example")']


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.xlsx"


def test_cells_that_look_like_formulas_are_text(path: Path) -> None:
    write_workbook(path, account(topics(RISKY)))
    book = load_workbook(path)
    cells = [row[0] for row in book["Topic"].iter_rows(min_row=5)]
    # A carriage return is written as the file format does (ECMA-376, ST_Xstring).
    assert [cell.value.replace("_x000D_", "\r") for cell in cells] == RISKY
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
        assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_text_is_never_taken_for_markup(path: Path) -> None:
    write_workbook(path, account(topics(["<r><t>x</t></r>", "<b>&amp;"])))
    sheet = load_workbook(path)["Topic"]
    assert [sheet[f"A{row}"].value for row in (5, 6)] == [" <r><t>x</t></r>", "<b>&amp;"]


def test_months_are_dates_and_numbers_are_numbers(path: Path) -> None:
    write_workbook(path, account(over_time()))
    sheet = load_workbook(path)["Month"]
    first, last = sheet[5], sheet[16]
    assert first[0].value == datetime(2026, 1, 1)
    assert first[0].number_format == "yyyy-mm"
    assert [cell.value for cell in first[1:]] == [1, 2, 2, 3]
    assert [cell.value for cell in last[1:]] == [12, "<5", None, "\N{BULLET}"]


def test_the_head_stays_and_can_be_filtered(path: Path) -> None:
    write_workbook(path, account(over_time()))
    sheet = load_workbook(path)["Month"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:E16"
    assert sheet.print_title_rows == "$4:$4"


def test_the_chart_is_of_the_cells(path: Path) -> None:
    write_workbook(path, account(over_time()))
    (chart,) = load_workbook(path)["Month"]._charts
    assert [one.val.numRef.f for one in chart.series] == ["Month!$B$5:$B$16", "Month!$C$5:$C$16"]
    assert chart.grouping == "stacked"


def test_sheets_come_in_their_order_and_say_what_they_are(path: Path) -> None:
    write_workbook(path, account(over_time(), lines=topics(["a", "b"])))
    book = load_workbook(path)
    assert book.sheetnames == ["Topic", "Month", "Key figures", "Definitions"]
    assert book["Month"]["A1"].value == "Visits by month, 2026"
    assert book["Key figures"]["B5"].value == 1486
    assert book["Definitions"]["A6"].value == "=1+1"
    assert book.properties.title == "Visitor statistics"
    assert not book.properties.creator


def test_public_numbers_bear_no_mark(path: Path) -> None:
    write_workbook(path, account(over_time(), internal=False))
    assert not load_workbook(path)["Month"]["A2"].value


@given(st.text())
def test_the_name_of_a_sheet_is_one(text: str) -> None:
    name = sheet_name(text)
    assert len(name) <= 31
    assert not set("[]:*?/\\") & set(name)
    assert not name.startswith("'")
