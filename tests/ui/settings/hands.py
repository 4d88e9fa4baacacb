"""What a person does in the dialog of settings."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from app.domain.place import Hours, Location
from app.services import places
from app.services.unit import Desk
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.page import Page
from app.ui.widgets.field import Field
from app.ui.widgets.row_list import RowList

P = TypeVar("P", bound=Page)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Keys, clicks, and what the store then holds."""

    def __init__(self, dialog: SettingsDialog, desk: Desk) -> None:
        self.dialog, self.desk = dialog, desk

    def page(self, kind: type[P]) -> P:
        """Click the page's row, and be there."""
        name = next(name for name, page in self.dialog.pages.items() if isinstance(page, kind))
        self.click_row(self.dialog.list, name)
        page = self.dialog.page()
        assert isinstance(page, kind)
        return page

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, LEFT)

    def click_row(self, rows: RowList, key: str) -> None:
        item = rows.item(rows.keys().index(key))
        rows.scrollToItem(item)
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(item).center())

    def type(self, field: Field, text: str) -> None:
        """Type in place of what stands in the field."""
        field.edit.setFocus()
        field.edit.selectAll()
        QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field.edit, QKeyEvent(kind, 0, NONE, sign))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key, modifier)

    def save(self) -> None:
        """Save by the keyboard."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def undo(self) -> None:
        """Click Undo on the last toast."""
        self.click(self.dialog.toasts.toasts()[-1].action)

    def told(self) -> str:
        """What the last toast says."""
        toast = self.dialog.toasts.toasts()[-1]
        return f"{toast.title.text()}: {toast.detail.text()}"

    def choose(self, choice: QComboBox, code: str) -> None:
        """Choose by the keyboard."""
        choice.setFocus()
        steps = choice.findData(code) - choice.currentIndex()
        for _step in range(abs(steps)):
            QTest.keyClick(choice, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)

    def location(self, code: str = "pietarsaari") -> Location:
        """What the store knows of a location."""
        with self.desk.read() as unit:
            return places.location(unit, code)

    def hours(self, code: str = "pietarsaari") -> Hours:
        """What the store knows of its hours."""
        with self.desk.read() as unit:
            return places.hours(unit, code)
