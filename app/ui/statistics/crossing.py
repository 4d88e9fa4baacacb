"""A question that may have to count visits one by one: its progress, and its end."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label


class Run:
    """One run: the store's thread tells how far it is and asks whether it is still wanted."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell, self._stop = tell, Event()

    def tell(self, done: int, whole: int) -> None:
        if not self.stopped():
            self._tell(done, whole)

    def stop(self) -> None:
        self._stop.set()

    def stopped(self) -> bool:
        return self._stop.is_set()


class Counting(QObject):
    """One run at a time; `told` comes home to the window's thread."""

    told = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: Run | None = None

    def begin(self) -> Run:
        """A new run in place of the one before."""
        self.stop()
        self._run = Run(self.told.emit)
        return self._run

    def stop(self) -> None:
        """The run is not wanted any more."""
        if self._run is not None:
            self._run.stop()


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
