"""Beside the record form: who may be the person that is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.client import Record
from app.domain.errors import Refused
from app.localization import _
from app.services import duplicates, lookup
from app.services.duplicates import Duplicate
from app.services.unit import Unit
from app.ui.clients.duplicates.rows import DuplicateRows
from app.ui.clients.duplicates.telling import Telling
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label

PAUSE_MS: Final = 400


class DuplicatesPanel(QFrame):
    """Quiet: it asks when the fingers rest, and the keyboard stays where it is.

    `open_wanted` carries the id of a client. Who is said to be another person before a new client
    is recorded is remembered by `remember`, once it is. That somebody was shown is logged as a
    search, once for each form.
    """

    open_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("panel", "aside")
        self._workplace = workplace
        self._record: Record | None = None
        self._own: UUID | None = None
        self._apart: dict[UUID, Duplicate] = {}
        self._logged = False
        self.heading, self.lead = Label("section"), Label("help", "dim", wraps=True)
        self.rows, self._telling = DuplicateRows(may_merge=False), Telling(workplace, self)
        self.rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.lead, self.rows):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.rest.timeout.connect(self._ask)
        self.rows.open_wanted.connect(lambda one: self.open_wanted.emit(one.id))
        self.rows.apart_wanted.connect(self._tell_apart)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def begin(self, own: UUID | None) -> None:
        """Another form begins: of the client `own`, or of a new one."""
        self._own, self._record, self._logged = own, None, False
        self._apart = {}
        self.rest.stop()
        self._show(())

    def set_record(self, record: Record, own: UUID | None) -> None:
        """What is typed by now."""
        if own != self._own:
            self.begin(own)
        if record != self._record:
            self._record = record
            self.rest.start()

    def remember(self, client_id: UUID) -> None:
        """The new client was recorded: of whom it was said, is another person than this one."""
        for one in self._apart.values():
            self._telling.tell_apart(client_id, one, quiet=True)
        self.begin(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask(self) -> None:
        record, own, apart = self._record, self._own, frozenset(self._apart)
        if record is None:
            return
        logged = self._logged

        def job(unit: Unit) -> list[Duplicate]:
            found = duplicates.of_record(unit, record, own, apart)
            if found and not logged:
                lookup.settle(unit)
            return found

        def show(found: list[Duplicate]) -> None:
            if record is self._record:
                self._logged = self._logged or bool(found)
                self._show(found)

        self._workplace.runner.read(self, job, show, self._refuse, ticket="duplicates")

    def _refuse(self, refused: Refused) -> None:
        """A form is filled in without this, if it must be."""
        if refused.code in STORE:
            self._workplace.trouble.tell(refused, self._ask)

    def _tell_apart(self, one: Duplicate) -> None:
        if self._own is not None:
            self._telling.tell_apart(self._own, one)
        else:
            self._apart[one.id] = one
        self._show([row.duplicate for row in self.rows.rows if row.duplicate.id != one.id])
        self.rest.start()

    def _show(self, found: Sequence[Duplicate]) -> None:
        self.rows.show_duplicates(found)
        self._retranslate()

    def _retranslate(self) -> None:
        self.heading.setText(_("Perhaps here already"))
        somebody = _("Open the record to see, or say that it is another person.")
        nobody = _("Nobody who is likely the same person.")
        self.lead.setText(somebody if self.rows.rows else nobody)

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (14, 12, 14, 12)))
        self._column.setSpacing(theme.space(8))
