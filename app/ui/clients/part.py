"""A part of the card: it shows what belongs to the client in hand and reads it by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.client import Client
from app.domain.errors import Refused
from app.services.unit import Changes, Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence

T = TypeVar("T")


class Part(QWidget):
    """Reads anew when something that it shows was written, at once if it is in view.

    A part says what that is in `shown_by`, reads in `read` by way of `ask`, and forgets in
    `clear`. A part that shows nothing but the record itself overrides neither.
    """

    shown_by = Changes.NONE

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.client: Client | None = None
        self._stale = False
        workplace.runner.changed.connect(self._on_changed)

    def set_client(self, client: Client | None) -> None:
        """This client is in hand now; None for nobody. The same one again has been amended."""
        other = client is None or self.client is None or client.id != self.client.id
        self.client = client
        if other:
            self.clear()
        if client is not None:
            self._stale = False
            self.read()

    def read(self) -> None:
        """Ask the store for what is shown."""

    def clear(self) -> None:
        """Show nothing: another client comes, or none."""

    def ask(
        self,
        job: Callable[[Unit, UUID], T],
        done: Callable[[T], None],
        ticket: str = "part",
    ) -> None:
        """Ask about the client in hand; an answer about another is dropped."""
        if self.client is None:
            return
        asked = self.client.id

        def here() -> bool:
            return self.client is not None and self.client.id == asked

        def answer(value: T) -> None:
            if here():
                done(value)

        def refuse(refused: Refused) -> None:
            if here():
                self._stale = refused.code in STORE
                self._tell(refused)

        self.workplace.runner.read(self, lambda unit: job(unit, asked), answer, refuse, ticket)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_stale()

    def _tell(self, refused: Refused) -> None:
        if refused.code in STORE:
            self.workplace.trouble.tell(refused, self.read)
        else:
            self.workplace.undo.tell(sentence(refused))

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & self.shown_by:
            self._stale = True
            if self._is_in_view():
                self._read_if_stale()

    def _is_in_view(self) -> bool:
        """Whether it is seen, or would be if it had something to show."""
        parent = self.parentWidget()
        return parent.isVisible() if self.isHidden() and parent else self.isVisible()

    def _read_if_stale(self) -> None:
        if self._stale and self.client is not None:
            self._stale = False
            self.read()
