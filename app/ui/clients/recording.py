"""The tab and the record form: when the form comes, and what follows on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.domain.client import Client
from app.ui.clients.record.form import RecordForm

if TYPE_CHECKING:
    from app.ui.clients.tab import ClientsTab


class Recording(QObject):
    """New clients, and the one in hand amended; the form is made when it is first needed."""

    def __init__(self, tab: ClientsTab) -> None:
        super().__init__(tab)
        self._tab = tab
        tab.lookup.new_wanted.connect(self.begin_new)

    @cached_property
    def form(self) -> RecordForm:
        """The one form there is."""
        form = RecordForm(self._tab.workplace)
        form.recorded.connect(self._on_recorded)
        form.closed.connect(self._on_closed)
        form.open_wanted.connect(self._tab.open_client)
        form.wanted.connect(self._bring)
        return form

    def begin_new(self, typed: str) -> None:
        """A new client, after somebody was searched for."""
        self._tab.go(self.form)
        self.form.begin_new(typed)

    def amend(self) -> None:
        """The client in hand."""
        if self._tab.client is not None:
            self._tab.go(self.form)
            self.form.begin_amend(self._tab.client)

    def _on_recorded(self, client: Client) -> None:
        self._tab.opening.opened.emit(client)
        self._tab.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        self._tab.close_page()
        self._tab.search()

    def _bring(self) -> None:
        self._tab.wanted.emit()
        self._tab.go(self.form)
