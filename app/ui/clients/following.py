"""What others write about the client in hand is followed, and what must not be shown goes."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.services import client_view
from app.services.unit import Changes
from app.ui.tab import Workplace


class Held(NamedTuple):
    """A client in hand, and how often it was changed when it was opened, where that is known."""

    id: UUID
    revision: int | None = None


class Following(QObject):
    """`moved` tells that the client in hand was changed since, `gone` that it is not there.

    Who may not be known any more is not there either.
    """

    moved = Signal()
    gone = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = workplace.runner
        self.held: Held | None = None
        self._runner.changed.connect(self._on_changed)

    def look(self) -> None:
        """Whether what is in hand still holds."""
        held = self.held
        if held is None:
            return

        def compare(revision: int) -> None:
            if self.held == held and held.revision not in (None, revision):
                self.moved.emit()

        def refuse(refused: Refused) -> None:
            if refused.code != "client_unknown":
                self._runner.worker.refused.emit(refused)
            elif self.held == held:
                self.gone.emit()

        self._runner.read(
            self, lambda unit: client_view.revision(unit, held.id), compare, refuse, "revision"
        )

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & Changes.CLIENTS:
            self.look()
