"""Buttons and links with their key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT, Theme
from app.ui.widgets.button import Button, Link
from app.ui.widgets.key_cap import ENTER
from tests.ui.conftest import Shown


def _colour(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_name_and_key_are_read_out(qtbot: QtBot, screen_reader: None) -> None:
    for widget, role in (
        (Button(filled=True), QAccessible.Role.Button),
        (Link(), QAccessible.Role.Button),
    ):
        qtbot.addWidget(widget)
        widget.set_texts("Record visit", ENTER)
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name) == "Record visit, key Enter"
        assert spoken.role() == role


def test_a_click_and_space_press_it(shown: Shown, qtbot: QtBot) -> None:
    for widget in (Button(), Link()):
        widget.set_texts("Clear", "Esc")
        shown(widget)
        with qtbot.waitSignal(widget.clicked):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        widget.setFocus()
        with qtbot.waitSignal(widget.clicked):
            QTest.keyClick(widget, Qt.Key.Key_Space)


def test_one_that_is_filled_and_one_that_is_not(qtbot: QtBot, theme: Theme) -> None:
    filled, plain = Button(filled=True), Button()
    for button in (filled, plain):
        qtbot.addWidget(button)
        button.set_texts("Save", "")
        button.resize(button.sizeHint())
        assert button.height() == theme.units(1.78)
    assert _colour(filled, 6, 6) == LIGHT.accent
    assert _colour(plain, 6, 6) == LIGHT.surface


def test_a_filled_button_that_is_off_is_not_filled(qtbot: QtBot) -> None:
    button = Button(filled=True)
    qtbot.addWidget(button)
    button.set_texts("Save")
    button.setEnabled(False)
    assert _colour(button, 6, 6) == LIGHT.alternate


def test_icon_and_cap_ask_for_room(qtbot: QtBot) -> None:
    button = Button()
    qtbot.addWidget(button)
    button.set_texts("PDF")
    bare = button.sizeHint().width()
    button.set_icon("file-down")
    with_icon = button.sizeHint().width()
    button.set_texts("PDF", "Ctrl S")
    assert bare < with_icon < button.sizeHint().width()
    assert button.cap() == "Ctrl S"


def test_focus_is_seen_on_a_link(shown: Shown) -> None:
    link = Link()
    link.set_texts("Clear")
    shown(link)
    link.clearFocus()
    middle = link.width() // 2
    assert _colour(link, middle, 0) != LIGHT.accent
    link.setFocus()
    assert _colour(link, middle, 0) == LIGHT.accent
