"""The tab and the record form: when the form comes, and what follows on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.domain.client import Client
from app.services import client_draft
from app.services.client_draft import ClientDraft
from app.services.unit import Unit
from app.ui.check_in.drafting import Drafting

if TYPE_CHECKING:
    from app.ui.clients.record.form import RecordForm
    from app.ui.clients.tab import ClientsTab


class Recording(QObject):
    """New clients, and the one in hand amended; the form is made when it is first needed.

    What is typed is kept a moment later, and is there again when the program is.
    """

    def __init__(self, tab: ClientsTab) -> None:
        super().__init__(tab)
        self._tab, self._resumed = tab, False
        self._drafting = Drafting(tab.workplace.runner, self._keeping, self)
        tab.lookup.new_wanted.connect(self.begin_new)

    @cached_property
    def form(self) -> RecordForm:
        """The one form there is."""
        from app.ui.clients.duplicates.beside import Beside
        from app.ui.clients.record.form import RecordForm

        form = RecordForm(self._tab.workplace)
        self._tab.pages.addWidget(form)
        self.beside = Beside(self._tab.workplace, form)
        form.pieces.changed.connect(self._drafting.soon)
        for moved in (form.filling.filled, form.recorded, form.closed):
            moved.connect(self._drafting.keep)
        form.recorded.connect(self._on_recorded)
        form.closed.connect(self._on_closed)
        form.open_wanted.connect(self._tab.open_client)
        form.wanted.connect(self._bring)
        form.saving.taken_back.connect(self._on_taken_back)
        return form

    def resume(self) -> None:
        """What was left unfinished, once."""
        if not self._resumed:
            self._resumed = True
            self._tab.workplace.runner.read(self, client_draft.load, self._on_loaded)

    def leave(self) -> None:
        """The tab goes: what has changed since is kept."""
        self._drafting.finish()

    def begin_new(self, typed: str) -> None:
        """A new client, after somebody was searched for."""
        self._tab.go(self.form)
        self.form.begin_new(typed)

    def amend(self) -> None:
        """The client in hand."""
        if self._tab.client is not None:
            self._tab.go(self.form)
            self.form.begin_amend(self._tab.client)

    def _keeping(self) -> Callable[[Unit], None]:
        from app.ui.clients.record.filling import packed

        draft = self.form.filling.taken()
        return partial(client_draft.save, draft=packed(draft)) if draft else client_draft.forget

    def _on_loaded(self, kept: ClientDraft | None) -> None:
        from app.ui.clients.record.filling import unpacked

        if kept is not None and not self.form.filling.is_typed():
            self.form.filling.begin(unpacked(kept))
            self._tab.go(self.form)

    def _on_recorded(self, client: Client) -> None:
        self._tab.opening.opened.emit(client)
        self._tab.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken_back(self, client: Client) -> None:
        """Who is not there is in nobody's hand."""
        if self._tab.client is not None and self._tab.client.id == client.id:
            self._tab.let_go()

    def _on_closed(self) -> None:
        self._tab.close_page()
        self._tab.search()

    def _bring(self) -> None:
        self._tab.wanted.emit()
        self._tab.go(self.form)
