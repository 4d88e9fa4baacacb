"""One fact of the card: a quiet word, below it what stands there or a way to see it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.ui.widgets.paint import mirrored, text_width

WIDEST_CHARS: Final = 40
LEAST_CHARS: Final = 12
GAP: Final = 14


class Fact(QWidget):
    """As wide as its words up to `WIDEST_CHARS`, then higher; a line parts it from the next."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.value = Label("help", "dim"), Label(wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column, self._low = QVBoxLayout(self), QHBoxLayout()
        self._low.addWidget(self.value, 1)
        self._column.addWidget(self.word)
        self._column.addLayout(self._low)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_fact(self, word: str, value: str) -> None:
        """What it is, and what stands there; a dash for nothing."""
        self.word.setText(word)
        self.value.setText(value or "–")
        self.value.setAccessibleName(f"{word}: {self.value.text()}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = active()
        words = max(text_width(theme.font("help"), self.word.text()), self._wanted())
        width = min(words + 1, theme.chars(WIDEST_CHARS)) + theme.space(GAP)
        return QSize(width, self._column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(active().chars(LEAST_CHARS), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QRect(self.width() - 1, 2, 1, self.height() - 4)
        with QPainter(self) as painter:
            place = mirrored(self.layoutDirection(), self.rect(), line)
            painter.fillRect(place, active().color("border"))

    def _wanted(self) -> int:
        """The width of what stands there, on one line."""
        lines = self.value.text().splitlines()
        return max(text_width(active().font("body"), line) for line in lines) if lines else 0

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(0, 0, theme.space(GAP), 0)
        self._column.setSpacing(theme.space(2))
        self._low.setSpacing(theme.space(4))
        self.updateGeometry()


class HiddenFact(Fact):
    """What is behind `link` until somebody asks for it; beside it stands that this is logged."""

    def __init__(self) -> None:
        self.link = Link()
        super().__init__()
        self.logged = Label("help", "dim")
        self._low.insertWidget(0, self.link)
        self._low.insertWidget(1, self.logged)
        self.turn(shown=False)

    def set_link(self, text: str, name: str, logged: str) -> None:
        """The words of the link, its name for a screen reader, and that a look is logged."""
        self.link.set_texts(text)
        self.link.setAccessibleName(name)
        self.logged.setText(logged)

    def turn(self, *, shown: bool) -> None:
        """Show what stands there, or hide it again."""
        self.value.setVisible(shown)
        self.link.setVisible(not shown)
        self.logged.setVisible(not shown)
        self.updateGeometry()

    def _restyle(self) -> None:
        super()._restyle()
        self.link.setFixedHeight(active().units(1.1))

    def _wanted(self) -> int:
        if not self.value.isHidden():
            return super()._wanted()
        words = text_width(active().font("help"), self.logged.text())
        return self.link.sizeHint().width() + active().space(4) + words
