"""Visits on their way to the store; what it refuses waits here, even when its form has gone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.services import visits
from app.services.visits import NewVisit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace


class Sending(QObject):
    """`recorded` carries the visit, `refused` what was sent and why it is not in the store.

    It lives as long as the window: another location or another tab loses nothing. What waits is
    sent again by `again`, and as soon as the store works.
    """

    recorded = Signal(object)
    refused = Signal(object, object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.trouble)
        self._runner, self._trouble = workplace.runner, workplace.trouble
        self._waiting: list[NewVisit] = []
        self._trouble.changed.connect(self._on_trouble)

    def send(self, new: NewVisit) -> None:
        """Record it; the answer comes by a signal."""
        self._runner.write(
            self,
            lambda unit: visits.record(unit, new),
            self.recorded.emit,
            partial(self._on_refused, new),
            partial(self._on_refused, new),
        )

    def keep(self, new: NewVisit) -> None:
        """Let it wait here until it can be recorded."""
        self._waiting.append(new)
        self._trouble.hold(self, len(self._waiting))

    def give_back(self, new: NewVisit) -> None:
        """It waits elsewhere from now on: in the form."""
        self._take([one for one in self._waiting if one.id != new.id])

    def again(self) -> None:
        """Send once more all that waits."""
        for new in self._take(()):
            self.send(new)

    def _take(self, left: Sequence[NewVisit]) -> list[NewVisit]:
        waiting, self._waiting = self._waiting, list(left)
        self._trouble.hold(self, len(self._waiting))
        return waiting

    def _on_refused(self, new: NewVisit, refused: Refused) -> None:
        self.keep(new)
        if refused.code in STORE:
            self._trouble.tell(refused, self.again)
        self.refused.emit(new, refused)

    def _on_trouble(self) -> None:
        if self._trouble.refused is None and self._waiting:
            self.again()
