"""Visits on their way to the store; what it refuses waits here, even when its form has gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.domain.visit import Visit
from app.services import links, visits
from app.services.links import Linked
from app.services.unit import Unit
from app.services.visits import NewVisit
from app.ui.check_in.client_row import Wish
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit on its way, and with whom it is to be linked."""

    new: NewVisit
    wish: Wish | None = None

    def __call__(self, unit: Unit) -> tuple[Visit, Linked | None]:
        """Record it."""
        wish = self.wish
        if wish is None or wish.anonymous:
            return visits.record(unit, self.new), None
        return links.record(unit, self.new, wish.client, wish.basis)


class Sending(QObject):
    """`recorded` carries what was sent and what came of it (the visit, its link or None),
    `refused` what was sent and why it is not in the store.

    It lives as long as the window: another location or another tab loses nothing. What waits is
    sent again by `again`, and as soon as the store works.
    """

    recorded = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.trouble)
        self._runner, self._trouble = workplace.runner, workplace.trouble
        self._waiting: list[Entry] = []
        self._trouble.changed.connect(self._on_trouble)

    def send(self, entry: Entry) -> None:
        """Record it; the answer comes by a signal."""
        self._runner.write(
            self,
            entry,
            partial(self.recorded.emit, entry),
            partial(self._on_refused, entry),
            partial(self._on_refused, entry),
        )

    def keep(self, entry: Entry) -> None:
        """Let it wait here until it can be recorded."""
        self._waiting.append(entry)
        self._trouble.hold(self, len(self._waiting))

    def give_back(self, entry: Entry) -> None:
        """It waits elsewhere from now on: in the form."""
        self._take([one for one in self._waiting if one.new.id != entry.new.id])

    def again(self) -> None:
        """Send once more all that waits."""
        for entry in self._take(()):
            self.send(entry)

    def _take(self, left: Sequence[Entry]) -> list[Entry]:
        waiting, self._waiting = self._waiting, list(left)
        self._trouble.hold(self, len(self._waiting))
        return waiting

    def _on_refused(self, entry: Entry, refused: Refused) -> None:
        self.keep(entry)
        if refused.code in STORE:
            self._trouble.tell(refused, self.again)
        self.refused.emit(entry, refused)

    def _on_trouble(self) -> None:
        if self._trouble.refused is None and self._waiting:
            self.again()
