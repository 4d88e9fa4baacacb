"""The tab and the merge page: how two records come together, and what follows on it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.lookup import Found
from app.domain.roles import Right, rights_of

if TYPE_CHECKING:
    from app.ui.clients.merging.page import MergePage
    from app.ui.clients.tab import ClientsTab


class Joining(QObject):
    """The page is made when it is first needed; the client in hand is the one that is kept."""

    def __init__(self, tab: ClientsTab) -> None:
        super().__init__(tab)
        self._tab = tab
        self.page: MergePage | None = None
        self.may = Right.MERGE_CLIENTS in rights_of(tab.workplace.runner.desk.actor.roles)
        tab.card.alike.open_wanted.connect(tab.open_client)
        tab.card.alike.merge_wanted.connect(self.compare)

    def compare(self, other: UUID) -> None:
        """The client in hand beside another one."""
        if self._tab.client is not None:
            page = self._come()
            page.begin(self._tab.client.id, other)

    def look_up_other(self) -> None:
        """The client in hand beside one who is yet to be looked up."""
        if self._tab.client is not None:
            self._come().wait(self._tab.client)
            self._tab.search()

    def takes(self, found: Found) -> bool:
        """Whether who was looked up is the other record that the page waits for."""
        page, client = self.page, self._tab.client
        if page is None or client is None or not page.waits:
            return False
        self._tab.go(page)
        page.begin(client.id, found.id)
        return True

    def _come(self) -> MergePage:
        from app.ui.clients.merging.page import MergePage

        if self.page is None:
            self.page = MergePage(self._tab.workplace)
            self.page.merged.connect(self._tab.open_client)
            self.page.closed.connect(self._on_closed)
        self._tab.go(self.page)
        return self.page

    def _on_closed(self) -> None:
        self._tab.close_page()
        self._tab.search()
