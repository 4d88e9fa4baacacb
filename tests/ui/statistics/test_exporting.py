"""The view as a file: the buttons and keys, the numbers of the screen, and what can go wrong."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.figures import Dimension
from app.services.exports import Form
from app.store.models import LogRow
from app.ui.language import switch
from app.ui.statistics.exporting import order_of_page
from app.ui.widgets.toast import Toast
from app.ui.worker import Worker
from tests.ui.statistics.conftest import CONTROL, Hands, Opens


def choose(hands: Hands, path: Path) -> str:
    """Type a path into the dialog and go; the name that it offered."""
    dialog = next(one for one in hands.window.findChildren(QFileDialog) if one.isVisible())
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(str(path))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    return offered


def click(hands: Hands, kind: str) -> None:
    QTest.mouseClick(hands.page.pickers.hand_out.buttons[kind], Qt.MouseButton.LeftButton)


def told(hands: Hands) -> list[tuple[str, str]]:
    return [(one.title.text(), one.detail.text()) for one in hands.window.findChildren(Toast)]


def test_ctrl_s_saves_a_report_and_names_it(hands: Hands, tmp_path: Path) -> None:
    hands.press(Qt.Key.Key_S, CONTROL)
    path = tmp_path / "board.pdf"
    assert choose(hands, path) == "kotoportti-internal-2026-01-01-2026-11-24.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert told(hands) == [("Saved board.pdf", "For internal use only")]


def test_the_workbook_has_the_numbers_of_the_screen(hands: Hands, tmp_path: Path) -> None:
    click(hands, "xlsx")
    path = tmp_path / "board.xlsx"
    choose(hands, path)
    book = load_workbook(path)
    shown = hands.page.over_time.table.sheet()
    rows = [row[1:] for row in book["Month"].iter_rows(min_row=5, values_only=True)]
    assert rows == [row.cells[1:] for row in shown.rows]
    topics = hands.page.topics.table.sheet()
    rows = list(book["Main topic"].iter_rows(min_row=5, values_only=True))
    assert rows == [row.cells for row in topics.rows]


def test_the_csv_adds_up_to_the_screen(hands: Hands, tmp_path: Path) -> None:
    hands.location("romaniportti")
    click(hands, "csv")
    path = tmp_path / "board.csv"
    choose(hands, path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    visits = {row["location"]: 0 for row in rows}
    for row in rows:
        visits[row["location"]] += int(row["visits"])
    assert hands.overview.romaniportti is not None
    assert visits.pop("romaniportti") == hands.overview.romaniportti.visits
    assert sum(visits.values()) == hands.overview.now.amount.visits
    assert list(rows[0])[:3] == ["location", "month", "language"]


def test_an_export_of_the_window_is_on_record(hands: Hands, tmp_path: Path) -> None:
    click(hands, "csv")
    choose(hands, tmp_path / "board.csv")
    with hands.desk.read() as unit:
        query = select(LogRow.subject).where(LogRow.action == "statistics.export")
        subjects = unit.session.scalars(query).all()
    assert subjects == ["2026-01-01/2026-11-24 location,month,language csv internal"]


def test_what_cannot_be_written_is_said_until_it_can(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "~$board.xlsx").touch()
    click(hands, "xlsx")
    choose(hands, tmp_path / "board.xlsx")
    failure = hands.page.pickers.failure
    assert failure.isVisible()
    assert "open in another program" in failure.help.text()
    switch("sv")
    assert "i ett annat program" in failure.help.text()
    switch("en")
    failure.acted.emit()
    choose(hands, tmp_path / "other.xlsx")
    assert not failure.isVisible()
    assert (tmp_path / "other.xlsx").exists()


def test_two_breakdowns_are_handed_out_as_they_are_shown(hands: Hands) -> None:
    breakdown = hands.page.breakdown
    breakdown.against.chosen.emit(Dimension.CHANNEL)
    order = order_of_page(hands.page, Form.PDF)
    assert order.question.by == (Dimension.LANGUAGE, Dimension.CHANNEL)
    assert order.detailed


def test_nothing_is_saved_where_nothing_is_shown(hands: Hands) -> None:
    for code in ("pietarsaari", "uusikaarlepyy", "kruunupyy"):
        hands.location(code)
    hands.press(Qt.Key.Key_S, CONTROL)
    assert not [one for one in hands.window.findChildren(QFileDialog) if one.isVisible()]
    assert not hands.tab.exporting.possible


def test_the_window_does_not_wait_for_the_file(opened: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    worker = Worker()
    hands = opened(worker=worker)
    qtbot.waitUntil(lambda: hands.page.answer is not None)
    hands.press(Qt.Key.Key_S, CONTROL)
    choose(hands, tmp_path / "board.pdf")
    assert not hands.page.pickers.hand_out.isEnabled()
    qtbot.waitUntil(hands.page.pickers.hand_out.isEnabled)
    assert (tmp_path / "board.pdf").exists()
    worker.finish()


@pytest.mark.parametrize("login", ["clerk", "administrator"])
def test_only_those_with_the_right_have_the_buttons(opened: Opens, login: str) -> None:
    hands = opened(login, internal=False)
    names = [tab.name for tab in hands.window.frame.pages.tabs()]
    assert "statistics" not in names
