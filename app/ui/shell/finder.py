"""Find an action: one field, and rows of action, place and key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from app.localization import _
from app.ui.shell.find_delegate import FindDelegate
from app.ui.shell.find_model import Entry, FindModel, Index
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.label import Label

WIDTH: Final = 60
ROWS: Final = 10
MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class Finder(QFrame):
    """Lies over the upper third of `host` until an action is chosen or Esc is pressed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.setProperty("panel", "popup")
        self.model, self.field = FindModel(), Field()
        self.list, self.none = QListView(), Label("help", "dim", wraps=True)
        self.field.set_leading_icon("search")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        for widget in (self.field, self.list, self.none):
            self._column.addWidget(widget)
        self.field.edit.textChanged.connect(self._find)
        self.field.edit.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        host.installEventFilter(self)
        self.hide()
        self._retranslate()

    def open_with(self, entries: Sequence[Entry]) -> None:
        """Show it with all that can be done now."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.model.set_entries(entries)
        self.field.set_text("")
        self._find("")
        self.show()
        self._take_place()
        self.raise_()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Give the keyboard back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._take_place()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            # A window that is put behind another keeps its finder.
            if self.isActiveWindow():
                self.hide()
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key is the finder's own; those are taken before any shortcut."""
        key = Qt.Key(event.key())
        own = key in MOVES or key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not own or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            if key in MOVES:
                self._move(MOVES[key])
            elif key == Qt.Key.Key_Escape:
                self.close_again()
            else:
                self._choose(self.list.currentIndex())
        return True

    def _move(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        row = max(0, min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(row))

    def _find(self, typed: str) -> None:
        self.model.find(typed)
        found = self.model.rowCount()
        self.list.setVisible(found > 0)
        self.none.setVisible(found == 0)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        if self.isVisible():
            self._take_place()

    def _choose(self, index: Index) -> None:
        if index.isValid():
            action = self.model.entry(index.row()).action
            self.close_again()
            action.run()

    def _take_place(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(8),) * 4)
        self._column.setSpacing(theme.space(8))
        rows = min(self.model.rowCount(), ROWS)
        room = self._host.height() - theme.units(5)
        self.list.setFixedHeight(min(rows * theme.units(1.67) + 2, room))
        self.setFixedWidth(min(theme.chars(WIDTH), self._host.width() - theme.space(32)))
        self.adjustSize()
        top = min(self._host.height() // 8, self._host.height() - self.height())
        self.move((self._host.width() - self.width()) // 2, max(top, 0))

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("What do you want to do?"))
        self.list.setAccessibleName(_("Actions found"))
        self.none.setText(_("No such action. Try another word, in any of the three languages."))
