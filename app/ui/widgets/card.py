"""A panel with its heading and one link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.elided_label import ElidedLabel


class Card(QFrame):
    """Heading at the start, link at the end (`linked`), what it holds in `content`.

    `ruled` draws a line under the heading and lets the content reach the edges, for lists.
    """

    linked = Signal()

    def __init__(self, parent: QWidget | None = None, ruled: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self._ruled = ruled
        self.heading = ElidedLabel("section")
        self.link = Link()
        self.link.clicked.connect(self.linked)
        self.content, self._head = QVBoxLayout(), QHBoxLayout()
        self._top = QWidget()
        self._line = QFrame()
        self._line.setProperty("line", "across")
        self._column = QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def set_heading(self, text: str) -> None:
        """The heading; without one the content has the whole panel."""
        self.heading.setText(text)
        self._top.setVisible(bool(text))
        self._line.setVisible(bool(text) and self._ruled)
        self.setAccessibleName(text)

    def set_link(self, text: str, cap: str = "") -> None:
        """The words of the link; none, no link."""
        self.link.set_texts(text, cap)
        self.link.setVisible(bool(text))

    def _arrange(self) -> None:
        self._top.setLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.link)
        for widget in (self._top, self._line, self.link):
            widget.hide()
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(self._line)
        self._column.addLayout(self.content, 1)

    def _restyle(self) -> None:
        theme = active()
        side, top = theme.space(14), theme.space(8)
        self._head.setContentsMargins(side, top, theme.space(10), top if self._ruled else 0)
        self.content.setSpacing(theme.space(8))
        if self._ruled:
            self.content.setContentsMargins(0, 0, 0, 0)
        else:
            self.content.setContentsMargins(side, top, side, theme.space(12))
