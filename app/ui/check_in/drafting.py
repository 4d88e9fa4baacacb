"""What is unfinished, kept in the store a moment after each change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.services.unit import Unit
from app.ui.runner import Runner

PAUSE_MS = 300


class Drafting(QObject):
    """Does the job that `keeping` answers: it keeps what stands there now, or forgets it."""

    def __init__(
        self, runner: Runner, keeping: Callable[[], Callable[[Unit], None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._keeping = runner, keeping
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def soon(self) -> None:
        """Keep it when the hand rests."""
        self._timer.start()

    def rest(self) -> None:
        """It was recorded, which forgets its draft."""
        self._timer.stop()

    def keep(self) -> None:
        """Keep it as it is now."""
        self._timer.stop()
        self._runner.write(self, self._keeping())

    def finish(self) -> None:
        """Keep what has changed since: there will be no later."""
        if self._timer.isActive():
            self.keep()
