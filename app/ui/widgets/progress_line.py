"""How far something long has come, and the way to end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label


class ProgressLine(QWidget):
    """Hidden until it is told how far the work is; `cancelled` when it is not wanted any more.

    `says` names the work in the language in use.
    """

    cancelled = Signal()

    def __init__(self, says: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = says
        self.words, self.bar, self.cancel = Label("help", "dim"), QProgressBar(), Link()
        self.bar.setTextVisible(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words)
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.cancel)
        self.cancel.clicked.connect(self.cancelled)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.hide()

    def set_says(self, says: Callable[[], str]) -> None:
        """Another part of the work has begun."""
        self._says = says
        self._retranslate()

    def show_progress(self, done: int, whole: int) -> None:
        """So much of the whole is done."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.words.setText(self._says())
        self.bar.setAccessibleName(self._says())
        self.cancel.set_texts(_("Cancel"), "Esc")

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(8))
