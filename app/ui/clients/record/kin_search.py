"""Looks for clients while the name of a relative is typed."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject

from app.services.lookup import Answer
from app.services.relatives import Kin
from app.ui.clients.lookup.looking import Looking
from app.ui.clients.record.relative_line import RelativeLine
from app.ui.runner import Runner

LEAST_LETTERS: Final = 3
OFFERED: Final = 3


class KinSearch(QObject):
    """One search for all lines: the last one that asked is offered what is found.

    `own` is the client whose record this is, who is not their own family; `kin` are those who
    stand in the record or were chosen.
    """

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self.own: UUID | None = None
        self.kin: dict[UUID, Kin] = {}
        self._looking = Looking(runner, self)
        self._asking: RelativeLine | None = None
        self._looking.found.connect(self._offer)

    def serve(self, line: RelativeLine) -> None:
        """Answer what this line asks."""
        line.asked.connect(lambda text: self._ask(line, text))
        line.taken.connect(self._take)

    def dismiss(self, line: RelativeLine) -> None:
        """The line goes."""
        if self._asking is line:
            self._asking = None
            self._looking.clear()

    def _ask(self, line: RelativeLine, text: str) -> None:
        if self._asking is not line:
            self._looking.clear()
            self._asking = line
        self._looking.type(text if len(text.strip()) >= LEAST_LETTERS else "")

    def _take(self, kin: Kin) -> None:
        self.kin[kin.id] = kin
        self._looking.clear()

    def _offer(self, answer: Answer | None) -> None:
        if self._asking is not None:
            found = [one for one in answer.certain if one.id != self.own] if answer else []
            self._asking.offer(
                [Kin(one.id, one.number, one.name, one.birth_year) for one in found[:OFFERED]]
            )
