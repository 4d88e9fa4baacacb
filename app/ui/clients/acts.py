"""Acts about clients, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import Refused
from app.localization import _
from app.services.unit import Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence

T = TypeVar("T")
Job = Callable[[Unit], object]
Failed = Callable[[Refused], None]


class Acts:
    """Writes belong to the runner and not to a part of the card, so that none is lost with it."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def do(
        self,
        job: Callable[[Unit], T],
        act: tuple[str, str],
        back: Callable[[T], Job],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`; `act` has title and detail of what is told, `back` undoes what it answered.

        A refusal is told by `failed`, or where the last acts stand.
        """

        def done(answer: T) -> None:
            title, detail = act
            self._workplace.undo.push(title, detail, lambda: self._undo(back(answer), detail))

        def refuse(refused: Refused) -> None:
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, lambda: self.do(job, act, back, failed))
            elif failed is not None:
                failed(refused)
            else:
                self._workplace.undo.tell(_("Not saved"), sentence(refused))

        self._workplace.runner.write(self._workplace.runner, job, done, refuse)

    def _undo(self, job: Job, detail: str) -> None:
        def done(_answer: object) -> None:
            self._workplace.undo.tell(_("As it was before"), detail)

        def refuse(refused: Refused) -> None:
            self._workplace.undo.tell(_("Not taken back"), sentence(refused))

        self._workplace.runner.write(self._workplace.runner, job, done, refuse)
