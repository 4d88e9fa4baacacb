"""Clients with the code of a protected one, told to named people without a name."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Signal

from app.localization import _, _n
from app.services import duplicates
from app.services.duplicates import SameCode
from app.services.unit import Changes
from app.ui.tab import Workplace
from app.ui.widgets.banner import Banner


class SharedNotice(Banner):
    """Hidden where there are none; `open_wanted` carries the id of one client after the other.

    What the codes are is told nowhere; the card says of each client whose are the same.
    """

    open_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("info")
        self._runner = workplace.runner
        self._clients: list[UUID] = []
        self._next, self._was_read = 0, False
        self._runner.changed.connect(self._on_changed)
        self.acted.connect(self._open)
        self._retranslate()

    def read(self) -> None:
        """Ask the store, from now on after each change."""
        self._was_read = True
        self._runner.read(self, duplicates.same_codes, self._show, ticket="same codes")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, found: list[SameCode]) -> None:
        clients = dict.fromkeys(one.id for same in found for one in same.clients)
        self._clients = list(clients)
        self._retranslate()

    def _open(self) -> None:
        if self._clients:
            self.open_wanted.emit(self._clients[self._next % len(self._clients)])
            self._next += 1

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if self._was_read and changes & Changes.CLIENTS:
            self.read()

    def _retranslate(self) -> None:
        n = len(self._clients)
        self.setVisible(n > 0)
        fact = _n(
            "{n} client shares a code with a protected one",
            "{n} clients share a code with a protected one",
            n,
        )
        line = _("An identity code or a Koto-AJ reference. Merge them, or tell them apart.")
        self.set_content(fact, line, _("Open the next"))
