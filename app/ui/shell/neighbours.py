"""Notices what other programs write to the same store, so that the tabs can follow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import Refused
from app.services import neighbours
from app.services.unit import Changes
from app.ui.runner import Runner
from app.ui.shell.trouble import AWAY, Trouble

EVERY_MS: Final = 2000
EVERYTHING: Final = ~Changes.NONE


class Neighbours(QObject):
    """Asks every two seconds; also the first to notice that a server is away, and back."""

    def __init__(self, runner: Runner, trouble: Trouble, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._trouble = runner, trouble
        self._mark: int | None = None
        self.waiting = False
        self.timer = QTimer(self, interval=EVERY_MS)
        self.timer.timeout.connect(self.ask)
        self.timer.start()
        self.ask()

    def ask(self) -> None:
        """Ask now, unless an answer is still awaited."""
        if not self.waiting:
            self.waiting = True
            self._runner.read(self, neighbours.mark, self._on_mark, self._on_refused)

    def _on_mark(self, mark: int) -> None:
        self.waiting = False
        known, self._mark = self._mark, mark
        if self._trouble.is_away:
            self._trouble.end()
        if known is not None and known != mark:
            self._runner.changed.emit(EVERYTHING, None)

    def _on_refused(self, refused: Refused) -> None:
        self.waiting = False
        if refused.code in AWAY:
            self._trouble.tell(refused)
