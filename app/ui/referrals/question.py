"""A question of the slip: a quiet word, and below it what answers it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.label import Label


class Question(QWidget):
    """Whoever owns it sets the word with `set_label`; `answer` is named by it."""

    def __init__(self, answer: QWidget, *more: QWidget) -> None:
        super().__init__()
        self.label, self.answer = Label("help", "dim"), answer
        self.top = QHBoxLayout()
        self.top.addWidget(self.label, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.top)
        for widget in (answer, *more):
            self._column.addWidget(widget)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_label(self, text: str) -> None:
        self.label.setText(text)
        self.answer.setAccessibleName(text)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))
