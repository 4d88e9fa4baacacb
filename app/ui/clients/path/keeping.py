"""What is done with steps, each act with its way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.errors import Refused
from app.domain.path.whole import Kept
from app.localization import _, current
from app.services import path
from app.services.unit import Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.path import step_word

Done = Callable[[Kept[Any]], None]
Failed = Callable[[Refused], None]


class Keeping(QObject):
    """Steps of any client; an act may be undone when another client is long in hand."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace

    def record(self, client_id: UUID, step: Any, step_id: UUID, done: Done, failed: Failed) -> None:
        """Record a new step, undone by taking it back."""

        def kept(new: Kept[Any]) -> None:
            self._push(_("Entry recorded"), new, partial(self._take_away, client_id, new))
            done(new)

        def job(unit: Unit) -> Kept[Any]:
            return path.record(unit, client_id, step, step_id)

        self._write(job, kept, failed)

    def amend(
        self, client_id: UUID, before: Kept[Any], step: Any, done: Done, failed: Failed
    ) -> None:
        """Put a step in the place of the one before, undone by that one."""

        def kept(new: Kept[Any]) -> None:
            self._push(_("Entry changed"), new, partial(self._put_back, client_id, new, before))
            done(new)

        self._write(self._amendment(client_id, before, step), kept, failed)

    def take_back(self, client_id: UUID, kept: Kept[Any], done: Done, failed: Failed) -> None:
        """Take a step away, undone by recording it again."""

        def taken(old: Kept[Any]) -> None:
            self._push(_("Entry taken back"), old, partial(self._record_again, client_id, old))
            done(old)

        self._write(self._removal(client_id, kept), taken, failed)

    def _take_away(self, client_id: UUID, kept: Kept[Any]) -> None:
        self._write(self._removal(client_id, kept), self._telling(_("Entry taken back")))

    def _put_back(self, client_id: UUID, kept: Kept[Any], before: Kept[Any]) -> None:
        job = self._amendment(client_id, kept, before.step)
        self._write(job, self._telling(_("Entry changed back")))

    def _record_again(self, client_id: UUID, old: Kept[Any]) -> None:
        def job(unit: Unit) -> Kept[Any]:
            return path.record(unit, client_id, old.step, old.id)

        self._write(job, self._telling(_("Entry is there again")))

    def _amendment(
        self, client_id: UUID, before: Kept[Any], step: Any
    ) -> Callable[[Unit], Kept[Any]]:
        return lambda unit: path.amend(unit, client_id, before.id, step, before.revision)

    def _removal(self, client_id: UUID, kept: Kept[Any]) -> Callable[[Unit], Kept[Any]]:
        kind = type(kept.step)
        return lambda unit: path.take_back(unit, client_id, kind, kept.id, kept.revision)

    def _push(self, title: str, kept: Kept[Any], undo: Callable[[], None]) -> None:
        self._workplace.undo.push(title, told(kept), undo)

    def _telling(self, title: str) -> Done:
        return lambda kept: self._workplace.undo.tell(title, told(kept))

    def _write(
        self, job: Callable[[Unit], Kept[Any]], done: Done, failed: Failed | None = None
    ) -> None:
        def fail(refused: Refused) -> None:
            if refused.code in STORE:
                self._workplace.trouble.tell(refused)
            elif failed is None:
                self._workplace.runner.worker.refused.emit(refused)
            if failed is not None:
                failed(refused)

        self._workplace.runner.write(self, job, done, fail)


def told(kept: Kept[Any]) -> str:
    """What an entry is, and its day; nothing of whom it is about."""
    day = current().full_date(kept.step.day) if kept.step.day is not None else ""
    return current().listing((step_word(type(kept.step)), day))
