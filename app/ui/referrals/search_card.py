"""A field over a list: how one finds a service, or a slip that was given."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.ui.referrals.given.slip_list import SlipList
from app.ui.referrals.hits import STEPS, Hits
from app.ui.theme import active
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import KeyCap


class SearchCard(QFrame):
    """Arrows reach the list while the keyboard stays in the field; Esc empties it.

    `head` holds the field and what stands with it, `tail` stands in the field before its key. On
    a low screen the list gives way first.
    """

    def __init__(self, icon: str, rows: Hits | SlipList, *tail: QWidget) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.field, self.empty = Field(), EmptyState()
        self.head, self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom), rows
        self.field.set_leading_icon(icon)
        for widget in (*tail, KeyCap("Ctrl F")):
            self.field.box.add_trailing(widget)
        self.head.addWidget(self.field)
        self._arrange()
        self.field.edit.installEventFilter(self)
        self.setFocusProxy(self.field)
        active().changed.connect(self._restyle)
        self._restyle()

    def begin(self) -> None:
        """The keyboard in the field, with what is typed there ready to be replaced."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that mean the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (step := STEPS.get(Qt.Key(event.key()))) is not None:
                self._rows.move_by(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self._empty_field()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_any(self, any_there: bool) -> None:
        """The list, or in its place that there is nothing."""
        self._rows.setVisible(any_there)
        self.empty.setVisible(not any_there)

    @abstractmethod
    def _empty_field(self) -> None:
        """Take back what was typed."""

    @abstractmethod
    def _retranslate(self) -> None:
        """All words."""

    def _arrange(self) -> None:
        line = QFrame()
        line.setProperty("line", "across")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(line)
        column.addWidget(self._rows, 1)
        column.addWidget(self.empty, 1)
        for below in (self._rows, self.empty):
            below.setMinimumHeight(1)
            below.hide()

    def _restyle(self) -> None:
        theme = active()
        self.head.setContentsMargins(*(theme.space(n) for n in (10, 10, 10, 8)))
        self.head.setSpacing(theme.space(8))
