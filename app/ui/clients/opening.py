"""A client comes into hand: the record is opened, for a reason where one is asked."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.client import Client, Glance, Why
from app.domain.errors import Refused
from app.services import clients, lookup
from app.services.unit import Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Opening(QObject):
    """`opened` carries the `Client`, `reason_wanted` the id of one that needs a reason first.

    `why` is for what the last one was asked for. Where somebody does not keep the records,
    `glanced` carries a `Glance` instead.
    """

    opened = Signal(object)
    glanced = Signal(object)
    reason_wanted = Signal(object)

    def __init__(self, workplace: Workplace, may_keep: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._may_keep = workplace, may_keep
        self._asked: UUID | None = None
        self.why: Why | None = None

    def open(self, client_id: UUID, why: Why | None = None) -> None:
        """Open a record; of several that were asked for, the last."""
        self._asked, self.why = client_id, why

        def open_it(unit: Unit) -> Client | Glance:
            opens = clients.open_record if self._may_keep else lookup.glance
            return opens(unit, client_id, why)

        self._workplace.runner.read(self, open_it, self._show, self._refuse, ticket="open")

    def _show(self, one: Client | Glance) -> None:
        if isinstance(one, Client):
            self.opened.emit(one)
        else:
            self.glanced.emit(one)

    def _refuse(self, refused: Refused) -> None:
        if refused.code == "reason_missing":
            self.reason_wanted.emit(self._asked)
        elif refused.code in STORE:
            self._workplace.trouble.tell(refused)
        else:
            self._workplace.undo.tell(sentence(refused))
