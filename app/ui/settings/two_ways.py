"""A banner with two ways on: what to do with what is not saved, suggested, or risky."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Link

Words = Callable[[], tuple[str, str, str, str]]


class TwoWays(Banner):
    """`acted` for the first way, `left` for the second, `closed` when Esc sends it away.

    Hidden until `ask`, whose words give fact, help and both ways in the language in use.
    Where it is `narrow` the ways stand below the words.
    """

    left = Signal()
    closed = Signal()

    def __init__(
        self, kind: str = "info", parent: QWidget | None = None, narrow: bool = False
    ) -> None:
        super().__init__(kind, parent)
        self._asked: Words | None = None
        self.other = Link()
        self.other.clicked.connect(self.left)
        if narrow:
            self._put_below()
        else:
            self._row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def ask(self, words: Words) -> None:
        """Show it, with the keyboard on the first way there is."""
        self._asked = words
        self._retranslate()
        self.show()
        first = self.action if self.action.isVisible() else self.other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_asking(self) -> bool:
        return not self.isHidden()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.other if self.other.hasFocus() else self.action).click()
        else:
            super().keyPressEvent(event)

    def _put_below(self) -> None:
        ways = QHBoxLayout()
        ways.setContentsMargins(0, active().space(6), 0, 0)
        for way in (self.action, self.other):
            ways.addWidget(way)
        ways.addStretch(1)
        self._words.addLayout(ways)

    def _retranslate(self) -> None:
        if self._asked is not None:
            fact, line, way, other = self._asked()
            self.set_content(fact, line, way)
            self.other.set_texts(other)
