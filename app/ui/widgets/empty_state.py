"""What stands in place of an empty list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label


class EmptyState(QWidget):
    """One sentence, and one button (`acted`) where there is something to do."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label("body", "dim", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button()
        self.button.clicked.connect(self.acted)
        self.button.hide()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, sentence: str, action: str = "", cap: str = "") -> None:
        """The sentence, and the words on the button if there is one."""
        self.sentence.setText(sentence)
        self.button.set_texts(action, cap)
        self.button.setVisible(bool(action))

    def _restyle(self) -> None:
        theme = active()
        margin = theme.space(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(12))
