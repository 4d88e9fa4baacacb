"""Today by the hour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT
from app.ui.widgets.hour_bars import HourBars
from app.ui.widgets.hour_paint import HourMark
from tests.ui.conftest import Shown

MARKS = [HourMark(9, 6, 4.2), HourMark(10, 1, 4, running=True), HourMark(11, 0)]


def _bars(marks: list[HourMark]) -> HourBars:
    bars = HourBars()
    bars.set_marks(marks)
    bars.set_legend("usual Tuesday", "hour running")
    bars.resize(360, bars.sizeHint().height())
    return bars


@pytest.fixture
def bars(qtbot: QtBot) -> HourBars:
    bars = _bars(MARKS)
    qtbot.addWidget(bars)
    return bars


def _shares(bars: HourBars, colour: str) -> list[float]:
    """How much of each third of the picture is painted in `colour`."""
    image = bars.grab().toImage()
    third, rows = image.width() // 3, range(image.height() * 2 // 3)
    return [
        sum(
            image.pixelColor(x, y).name().upper() == colour
            for x in range(i * third, (i + 1) * third)
            for y in rows
        )
        / (third * len(rows))
        for i in range(3)
    ]


def test_all_of_it_can_be_read_out(bars: HourBars) -> None:
    assert bars.accessibleName() == "Visits by the hour"
    assert bars.accessibleDescription() == (
        "9–10: 6 visits, usually 4; 10–11: 1 visit, usually 4, still running; 11–12: 0 visits"
    )


def test_past_hours_are_full_and_the_running_one_hatched(bars: HourBars) -> None:
    past, running, none = _shares(bars, LIGHT.c1)
    assert past > 3 * running > 0
    assert none == 0


def test_the_usual_day_is_marked_where_it_is_known(bars: HourBars, qtbot: QtBot) -> None:
    without = _bars([mark._replace(usual=None) for mark in MARKS])
    qtbot.addWidget(without)
    assert _shares(bars, LIGHT.edge)[1] > _shares(without, LIGHT.edge)[1]


def test_arrows_go_from_bar_to_bar(shown: Shown) -> None:
    page, before, bars = QWidget(), QLineEdit(), _bars(MARKS)
    column = QVBoxLayout(page)
    column.addWidget(before)
    column.addWidget(bars)
    shown(page)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert bars.hasFocus()
    assert bars.at == 0
    for _ in range(5):
        QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.at == 2
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.at == 1


def test_right_to_left_the_day_begins_at_the_right(bars: HourBars) -> None:
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    left, _, right = _shares(bars, LIGHT.c1)
    assert left == 0 < right


def test_a_day_without_hours_is_an_empty_picture(qtbot: QtBot) -> None:
    bars = HourBars()
    qtbot.addWidget(bars)
    bars.resize(200, 100)
    bars.grab()
    assert bars.accessibleDescription() == ""
