"""What the first slip would have to wait for is loaded while nobody waits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.ui.worker import Worker

IDLE_MS: Final = 4000


class Warming(QObject):
    """Loads fonts and engine on the worker, in pieces so short that a visit waits for none.

    It begins when the worker has rested for a while, or at once when it is asked to.
    """

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self.timer = QTimer(self, interval=IDLE_MS)
        self.timer.timeout.connect(self._on_idle)
        self.timer.start()

    @property
    def done(self) -> bool:
        return not self.timer.isActive()

    def begin(self) -> None:
        """Do all of it now."""
        if self.timer.isActive():
            self.timer.stop()
            self._next(0)

    def _on_idle(self) -> None:
        if self._worker.resting:
            self.begin()

    def _next(self, place: int) -> None:
        from app.services.warm import PIECES

        if place < len(PIECES):
            self._worker.run(self, PIECES[place], lambda _none: self._next(place + 1))
