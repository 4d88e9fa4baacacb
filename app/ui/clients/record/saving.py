"""The record form and the store: a new client, an amendment, and the way back of each."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.client import Client, Record
from app.domain.errors import Refused
from app.domain.isolates import named
from app.localization import _
from app.services import amending, clients
from app.services.amending import Amended, Clash
from app.services.unit import Unit
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Saving(QObject):
    """`saved` carries the `Client`, `clashed` a `Clash`, `refused` what the form can say itself.

    `taken_back` carries a new client who is not there any more.

    Nothing of the form is forgotten before the client is in the store; `busy` until then.
    """

    saved = Signal(object)
    clashed = Signal(object)
    refused = Signal(object)
    taken_back = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.busy = False

    def record(self, new: Record, client_id: UUID) -> None:
        """Record a new client under the id that was made when the form was begun."""

        def recorded(client: Client) -> None:
            self._end(client)
            title, name = _("Client recorded"), named(client.record.name)
            self._workplace.undo.push(title, name, lambda: self._take_back(client))

        self._write(lambda unit: clients.record(unit, new, client_id), recorded)

    def amend(self, seen: Client, own: Record) -> None:
        """Amend a client as it was `seen`."""

        def amended(answer: Amended | Clash) -> None:
            if isinstance(answer, Clash):
                self.busy = False
                self.clashed.emit(answer)
                return
            self._end(answer.client)
            title, name = _("Client amended"), named(answer.client.record.name)
            self._workplace.undo.push(title, name, lambda: self._put_back(answer))

        self._write(lambda unit: amending.amend(unit, seen, own), amended)

    def _end(self, client: Client) -> None:
        self.busy = False
        self.saved.emit(client)

    def _write(self, job: Callable[[Unit], object], done: Callable[..., None]) -> None:
        def refuse(refused: Refused) -> None:
            self.busy = False
            if refused.code in STORE:
                self._workplace.trouble.tell(refused, lambda: self._write(job, done))
            self.refused.emit(refused)

        self.busy = True
        self._workplace.runner.write(self, job, done, refuse, refuse)

    def _take_back(self, client: Client) -> None:
        def done(_none: None) -> None:
            self.taken_back.emit(client)
            self._workplace.undo.tell(_("Client taken back"), named(client.record.name))

        self._undo(lambda unit: clients.take_back(unit, client.id), done)

    def _put_back(self, amended: Amended) -> None:
        def done(client: Client) -> None:
            self._workplace.undo.tell(_("Amendment taken back"), named(client.record.name))

        before, revision = amended.before, amended.client.revision
        self._undo(lambda unit: clients.put_back(unit, before, revision), done)

    def _undo(self, job: Callable[[Unit], object], done: Callable[..., None]) -> None:
        def refuse(refused: Refused) -> None:
            self._workplace.undo.tell(_("Not taken back"), sentence(refused))

        self._workplace.runner.write(self, job, done, refuse)
