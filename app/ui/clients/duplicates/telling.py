"""Somebody is said to be another person, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.isolates import named
from app.localization import _
from app.services import differing
from app.services.duplicates import Duplicate
from app.services.unit import Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Telling(QObject):
    """Remembers that two clients are two persons; Undo forgets it again."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace

    def tell_apart(self, one: UUID, other: Duplicate, *, quiet: bool = False) -> None:
        """`one` and `other` are two persons; `quiet` where that belongs to another act."""

        def told(_nothing: None) -> None:
            if not quiet:
                self._workplace.undo.push(_("Two different persons"), named(other.name), take_back)

        def take_back() -> None:
            self._write(lambda unit: differing.untell_apart(unit, one, other.id))

        self._write(lambda unit: differing.tell_apart(unit, one, other.id), told)

    def _write(
        self, job: Callable[[Unit], None], done: Callable[[None], None] | None = None
    ) -> None:
        def refuse(refused: Refused) -> None:
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, lambda: self._write(job, done))
            else:
                self._workplace.undo.tell(sentence(refused))

        self._workplace.runner.write(self, job, done, refuse)
