"""Tables of figures: what is shown, and what a spreadsheet gets."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import localization
from app.documents.sheet import Look, Sheet, SheetRow, decimal, written
from app.ui.charts.hand_out import copy_sheet
from app.ui.charts.sheet_model import SheetModel
from app.ui.charts.sheet_view import SheetView
from app.ui.theme import Theme
from tests.ui.conftest import Shown

SHEET = Sheet(
    ("Location", "Jan", "Total"),
    (
        SheetRow(("Jakobstad", 1172, 1231)),
        SheetRow(("Together", 1207, 1486), Look.STRONG),
        SheetRow(("Romaniportti", None, 58), Look.DIM),
    ),
)


def test_numbers_as_people_read_them() -> None:
    assert [written(cell) for cell in ("Jan", 1486, 9.06, -3, None)] == [
        "Jan",
        "1\N{NO-BREAK SPACE}486",
        "9.1",
        "\N{MINUS SIGN}3",
        "\N{EN DASH}",
    ]


@pytest.mark.parametrize(("language", "text"), [("fi", "9,1"), ("sv", "9,1"), ("en", "9.1")])
def test_the_decimal_sign_follows_the_language(language: str, text: str) -> None:
    localization.use(language)
    assert decimal(9.12) == text


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert decimal(-0.04) == "0.0"


def test_a_spreadsheet_gets_bare_numbers() -> None:
    assert SHEET.as_text() == (
        "Location\tJan\tTotal\nJakobstad\t1172\t1231\nTogether\t1207\t1486\nRomaniportti\t\t58\n"
    )


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_names_stay_in_their_cell_and_are_never_a_formula(names: list[str]) -> None:
    text = Sheet(("a", "b"), tuple(SheetRow((name, 1)) for name in names)).as_text()
    lines = text.split("\n")
    assert len(lines) == len(names) + 2
    for line in lines[1:-1]:
        first, second = line.split("\t")
        assert second == "1"
        assert not first.startswith(("=", "+", "-", "@"))


def test_the_model_keeps_the_rules_of_qt(qapp: QApplication) -> None:
    model = SheetModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for sheet in (SHEET, Sheet(), SHEET):
        model.load(sheet)
    assert tester.model() is model
    assert (model.rowCount(), model.columnCount()) == (3, 3)


def test_cells_are_read_out_with_their_names(qapp: QApplication) -> None:
    model = SheetModel()
    model.load(SHEET)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 1).data(role) == "Jakobstad, Jan: 1\N{NO-BREAK SPACE}172"


def test_a_view_as_high_as_its_rows(shown: Shown) -> None:
    view = SheetView(whole=True)
    view.load(SHEET)
    view.resize(500, view.sizeHint().height())
    shown(view)
    last = view.visualRect(view.sheet_model.index(2, 0))
    assert 0 <= view.viewport().height() - last.bottom() <= 6


def test_rows_follow_the_size_of_the_text_up_and_down(shown: Shown, theme: Theme) -> None:
    view = SheetView(whole=True)
    view.load(SHEET)
    shown(view)
    for size in (100, 200, 100):
        theme.set_text_size(size)
        heights = {view.rowHeight(row) for row in range(len(SHEET.rows))}
        assert heights == {theme.units(1.4)}


@pytest.mark.parametrize("width", [260, 500])
def test_numbers_stay_in_sight_however_narrow(shown: Shown, width: int) -> None:
    view = SheetView()
    names = tuple(
        SheetRow((f"{row.cells[0]} of the integration unit", *row.cells[1:])) for row in SHEET.rows
    )
    view.load(Sheet(SHEET.head, names))
    view.resize(width, 200)
    shown(view)
    last = view.visualRect(view.sheet_model.index(0, 2))
    assert last.right() < view.viewport().width()


def test_arrows_go_from_cell_to_cell_and_a_new_sheet_keeps_the_place(shown: Shown) -> None:
    view = SheetView()
    view.load(SHEET)
    shown(view)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.load(SHEET)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)


def test_ctrl_c_asks_for_a_copy(qtbot: QtBot, shown: Shown) -> None:
    view = SheetView()
    view.load(SHEET)
    shown(view)
    view.setFocus()
    with qtbot.waitSignal(view.copy_asked):
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_a_copy_says_what_it_is(qapp: QApplication) -> None:
    copy_sheet(SHEET, "Visits by month", ("January 2026", "For internal use only"))
    lines = QApplication.clipboard().text().splitlines()
    assert lines[:4] == ["Visits by month", "January 2026", "For internal use only", ""]
    assert lines[4:] == SHEET.as_text().splitlines()


COPY_AND_END = """
from PySide6.QtWidgets import QApplication
from app.documents.sheet import Sheet
from app.ui.charts.hand_out import copy_sheet
application = QApplication([])
copy_sheet(Sheet(("Month",), ()), "Visits by month", ())
"""


def test_the_program_ends_well_with_a_copy_on_the_clipboard() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", COPY_AND_END], env=environment, check=False)
    assert ended.returncode == 0
