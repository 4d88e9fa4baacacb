"""Orders that end soon, told to named people without a name."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, Signal

from app.localization import _, _n
from app.services import protection
from app.services.unit import Changes, Unit
from app.ui.tab import Workplace
from app.ui.widgets.banner import Banner

DAYS: Final = 30


class EndingNotice(Banner):
    """Hidden where nothing ends; `open_wanted` carries the id of the client whose order ends first.

    Who was not named is never told of any.
    """

    open_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("warning")
        self._runner = workplace.runner
        self._ending: list[UUID] = []
        self._was_read = False
        self._runner.changed.connect(self._on_changed)
        self.acted.connect(self._open)
        self._retranslate()

    def read(self) -> None:
        """Ask the store, from now on after each change."""
        self._was_read = True

        def job(unit: Unit) -> list[UUID]:
            return protection.ending(unit, unit.today + timedelta(days=DAYS))

        self._runner.read(self, job, self._show, ticket="ending")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, ending: list[UUID]) -> None:
        self._ending = ending
        self._retranslate()

    def _open(self) -> None:
        if self._ending:
            self.open_wanted.emit(self._ending[0])

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if self._was_read and changes & Changes.CLIENTS:
            self.read()

    def _retranslate(self) -> None:
        n = len(self._ending)
        self.setVisible(n > 0)
        fact = _n("{n} non-disclosure order ends soon", "{n} non-disclosure orders end soon", n)
        self.set_content(fact, _("After that everybody finds the client."), _("Open"))
