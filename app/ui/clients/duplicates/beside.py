"""The record form and the panel beside it, which is told what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.client import Client
from app.ui.clients.duplicates.panel import DuplicatesPanel
from app.ui.tab import Workplace

if TYPE_CHECKING:
    from app.ui.clients.record.form import RecordForm


class Beside(QObject):
    """Puts a panel beside a form; who is chosen there is asked for by the form."""

    def __init__(self, workplace: Workplace, form: RecordForm) -> None:
        super().__init__(form)
        self._form, self.panel = form, DuplicatesPanel(workplace)
        form.set_aside(self.panel)
        form.pieces.changed.connect(self._on_typed)
        form.filling.filled.connect(self._on_filled)
        form.recorded.connect(self._on_recorded)
        self.panel.open_wanted.connect(form.open_wanted)

    def _on_filled(self) -> None:
        """Another record stands in the form."""
        self.panel.begin(self._own())
        self._on_typed()

    def _on_typed(self) -> None:
        self.panel.set_record(self._form.pieces.record(), self._own())

    def _on_recorded(self, client: Client) -> None:
        self.panel.remember(client.id)

    def _own(self) -> UUID | None:
        seen = self._form.filling.seen
        return seen.id if seen is not None else None
