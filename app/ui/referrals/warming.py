"""What the first slip would have to wait for is loaded while nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import Refused
from app.ui.runner import Runner

if TYPE_CHECKING:
    from app.services.unit import Unit

IDLE_MS: Final = 4000


class Warming(QObject):
    """Loads fonts and engine on the worker in short pieces; a visit waits for one at most.

    It begins when the worker has rested for a while, or at once when it is asked to.
    """

    def __init__(self, runner: Runner, location: str, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._location = runner, location
        self._left: Iterator[Callable[[Unit], None]] = iter(())
        self.timer = QTimer(self, interval=IDLE_MS)
        self.timer.timeout.connect(self._on_idle)
        self.timer.start()

    @property
    def begun(self) -> bool:
        return not self.timer.isActive()

    def begin(self) -> None:
        """Do all of it now."""
        from app.services.warm import pieces

        if not self.begun:
            self.timer.stop()
            self._left = pieces(self._location)
            self._next()

    def _on_idle(self) -> None:
        if self._runner.worker.resting:
            self.begin()

    def _next(self) -> None:
        if (piece := next(self._left, None)) is not None:
            self._runner.read(self, piece, lambda _none: self._next(), self._give_up)

    def _give_up(self, _refused: Refused) -> None:
        """What cannot be loaded now is told when somebody asks for it."""
        self._left = iter(())
