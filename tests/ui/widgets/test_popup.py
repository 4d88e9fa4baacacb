"""The small panel under what it belongs to: how high it is, and where the keyboard goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.field import Field
from app.ui.widgets.popup import Popup
from tests.ui.conftest import Shown


class Desk(QWidget):
    """A window with two fields; the popup opens under the first."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addStretch(1)
        self.resize(800, 600)
        self.popup, self.field = Popup(self), Field()
        self.popup.column.addWidget(self.field)

    def open(self) -> None:
        self.popup.show_under(self.first, 40)
        self.field.edit.setFocus()


@pytest.fixture
def desk(shown: Shown) -> Desk:
    window = shown(Desk())
    assert isinstance(window, Desk)
    window.first.setFocus()
    return window


def test_it_is_as_high_as_what_it_holds_the_first_time(desk: Desk) -> None:
    desk.open()
    assert desk.popup.height() >= desk.field.sizeHint().height() + 2 * 8


def test_chips_that_take_a_second_row_are_in_view_the_first_time(desk: Desk) -> None:
    group = ChipGroup()
    desk.popup.column.addWidget(group)
    desk.popup.show_under(desk.first, 40)
    one_row = desk.popup.height()
    group.set_chips([ChipText(code, "Kirjattu kahdesti") for code in "abcdef"])
    desk.popup.show_under(desk.first, 40)
    assert desk.popup.height() > one_row + 2 * next(iter(group.chips.values())).height()


def test_the_keyboard_is_back_where_it_was(desk: Desk) -> None:
    desk.open()
    QTest.keyClick(desk.field.edit, Qt.Key.Key_Escape)
    assert desk.popup.isHidden()
    assert desk.first.hasFocus()


def test_where_the_keyboard_goes_by_itself_it_stays(desk: Desk) -> None:
    desk.open()
    desk.second.setFocus()
    assert desk.popup.isHidden()
    assert desk.second.hasFocus()
