"""The form's foot: what is not right yet, leave, record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.localization import _p
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.elided_label import ElidedLabel


class RecordFoot(QFrame):
    """`saved` and `left` are the two ways out; without a reason why not, the first one is open."""

    saved = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "foot")
        self.line, self.leave, self.save = ElidedLabel(), Link(), Button(filled=True)
        self.leave.clicked.connect(self.left)
        self.save.clicked.connect(self.saved)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.leave)
        self._row.addWidget(self.save)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, leave: str, save: str) -> None:
        """What the two ways are called."""
        self.leave.set_texts(leave, _p("key", "Esc"))
        self.save.set_texts(save, "Ctrl ↵")

    def say(self, reason: str, able: bool) -> None:
        """Why it cannot be saved, or a hint; `able` opens the way."""
        self.line.setText(reason)
        self.line.setToolTip(reason)
        self.line.set_tone("dim")
        self.line.setAccessibleName(reason)
        self.save.setEnabled(able)
        self.save.setAccessibleDescription("" if able else reason)

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self._row.setContentsMargins(side, theme.space(11), side, theme.space(11))
        self._row.setSpacing(theme.space(8))
