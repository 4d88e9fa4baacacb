"""What the store tells the window: what was written, what it refuses, that a new day began."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.days import local_day
from app.domain.errors import Refused
from app.services.unit import Changes
from app.ui.runner import Runner
from app.ui.shell.neighbours import EVERYTHING, Neighbours
from app.ui.shell.surroundings import surroundings
from app.ui.shell.trouble import STORE, Trouble
from app.ui.shell.undo import Undo
from app.words.sentences import sentence


class News(QObject):
    """`around` brings the `Surroundings` whenever they may be others than before."""

    around = Signal(object)

    def __init__(self, runner: Runner, trouble: Trouble, undo: Undo, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._trouble, self._undo = runner, trouble, undo
        self._day = local_day(runner.desk.clock())
        self.neighbours = Neighbours(runner, trouble, self)
        self.neighbours.timer.timeout.connect(self._follow_day)
        runner.changed.connect(self._on_changed)
        runner.worker.refused.connect(self._on_refused)

    def try_again(self) -> None:
        """Do once more what was refused; where it is not known what, read everything anew."""
        if not self._trouble.try_again():
            self._trouble.end()
            self._runner.changed.emit(EVERYTHING, None)

    def stop(self) -> None:
        """Ask the store nothing more."""
        self.neighbours.timer.stop()

    def _on_refused(self, refused: Refused) -> None:
        """Something was refused that nobody else tells of."""
        if refused.code in STORE:
            self._trouble.tell(refused)
        else:
            self._undo.tell(sentence(refused))

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if owner is not None:
            self._trouble.end()
        if changes & (Changes.PLACES | Changes.SETTINGS):
            self._look_around()

    def _follow_day(self) -> None:
        """A desk that is never switched off has the hours of a new day."""
        today = local_day(self._runner.desk.clock())
        if today != self._day:
            self._day = today
            self._look_around()

    def _look_around(self) -> None:
        self._runner.read(self, surroundings, self.around.emit, ticket="around")
