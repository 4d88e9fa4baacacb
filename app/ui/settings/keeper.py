"""Saves what a page has changed, and offers the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.domain.errors import Refused
from app.localization import _
from app.services.unit import Unit
from app.ui.runner import Runner
from app.ui.shell.undo import Undo
from app.words.sentences import sentence

V = TypeVar("V")
Saved = Callable[[], None]
Failed = Callable[[Refused], None]


class Keeper:
    """Writes belong to the runner and not to a page, so that closing the dialog loses none."""

    def __init__(self, runner: Runner, undo: Undo) -> None:
        self.runner, self.undo = runner, undo

    def save(
        self,
        page: QObject,
        write: Callable[[Unit, V], V],
        value: V,
        act: tuple[str, str],
        done: tuple[Saved, Failed],
    ) -> None:
        """Write `value`; `write` answers with what was there before, which undoes it.

        `act` has the title and the detail to show, `done` whom to tell on `page`.
        """
        title, detail = act

        def saved(before: V) -> None:
            self.undo.push(title, detail, lambda: self._take_back(write, before, detail))
            if isValid(page):
                done[0]()

        self._write(page, lambda unit: write(unit, value), saved, done[1])

    def save_for_good(
        self,
        page: QObject,
        write: Callable[[Unit], object],
        act: tuple[str, str],
        done: tuple[Saved, Failed],
    ) -> None:
        """Write what has no way back, such as a password."""

        def saved(_value: object) -> None:
            self.undo.tell(*act)
            if isValid(page):
                done[0]()

        self._write(page, write, saved, done[1])

    def _write(
        self,
        page: QObject,
        job: Callable[[Unit], V],
        saved: Callable[[V], None],
        failed: Failed,
    ) -> None:
        def refused(refusal: Refused) -> None:
            if isValid(page):
                failed(refusal)
            else:
                self.undo.tell(_("Not saved"), sentence(refusal))

        self.runner.write(self.runner, job, saved, refused)

    def _take_back(self, write: Callable[[Unit, V], V], before: V, detail: str) -> None:
        def told(_value: V) -> None:
            self.undo.tell(_("As it was before"), detail)

        def refused(refusal: Refused) -> None:
            self.undo.tell(_("Not taken back"), sentence(refusal))

        self.runner.write(self.runner, lambda unit: write(unit, before), told, refused)
