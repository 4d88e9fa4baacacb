"""Joined buttons: one of a few views."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.segments import Segments, SegmentText
from tests.ui.conftest import Shown

TEXTS = [
    SegmentText("month", "Month"),
    SegmentText("quarter", "Quarter"),
    SegmentText("year", "Year", "calendar-clock", "Whole year"),
]


@pytest.fixture
def segments(shown: Shown) -> Segments:
    segments = Segments()
    segments.set_items(TEXTS)
    shown(segments)
    return segments


def test_the_first_is_current_until_another_is_chosen(segments: Segments, qtbot: QtBot) -> None:
    assert segments.current() == "month"
    with qtbot.waitSignal(segments.changed) as changed:
        QTest.mouseClick(segments.segments["year"], Qt.MouseButton.LeftButton)
    assert changed.args == ["year"]
    assert segments.current() == "year"


def test_the_current_one_cannot_be_taken_back(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.changed):
        QTest.mouseClick(segments.segments["month"], Qt.MouseButton.LeftButton)
    assert segments.segments["month"].isChecked()


def test_it_is_set_without_being_told(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.changed):
        segments.set_current("quarter")
    assert segments.current() == "quarter"
    assert segments.segments["quarter"].isChecked()


def test_arrows_choose_the_neighbour(segments: Segments, qtbot: QtBot) -> None:
    segments.segments["month"].setFocus()
    with qtbot.waitSignal(segments.changed):
        QTest.keyClick(segments.segments["month"], Qt.Key.Key_Right)
    assert segments.current() == "quarter"
    assert segments.segments["quarter"].hasFocus()


def test_new_words_keep_the_current_one(segments: Segments) -> None:
    segments.set_current("year")
    segments.set_items([text._replace(label=text.label.lower()) for text in TEXTS])
    assert segments.current() == "year"
    assert segments.segments["year"].text() == "year"


def test_a_screen_reader_hears_a_radio_button(segments: Segments, screen_reader: None) -> None:
    spoken = QAccessible.queryAccessibleInterface(segments.segments["year"])
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Whole year"


def test_the_tab_key_stops_at_the_current_one_alone(segments: Segments) -> None:
    segments.set_current("year")
    stops = [
        code
        for code, one in segments.segments.items()
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["year"]


def test_other_buttons_keep_the_keyboard(segments: Segments, qtbot: QtBot) -> None:
    segments.set_current("year")
    segments.segments["year"].setFocus()
    with qtbot.waitSignal(segments.rebuilt):
        segments.set_items([*TEXTS, SegmentText("free", "Free")])
    assert segments.segments["year"].hasFocus()
