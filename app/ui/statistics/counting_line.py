"""How far the counting of visits has come, and the way to end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label


class CountingLine(QWidget):
    """How far the run has come, and `cancelled`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_progress(self, done: int, whole: int) -> None:
        """So much of the whole is counted."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.words.setText(_("Counting the visits"))
        self.bar.setAccessibleName(_("Counting the visits"))
        self.cancel.set_texts(_("Cancel"), "Esc")

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(8))
