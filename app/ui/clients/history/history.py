"""The history of the client in hand: visits, referrals, consents and family, one at a time."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import Client
from app.domain.link import Consent
from app.localization import _, _n, current
from app.services import withdrawal
from app.services.unit import Changes, Unit
from app.services.withdrawal import Withdrawn
from app.ui.clients.history import told
from app.ui.clients.history.lines import Lines
from app.ui.clients.history.past import Past, read
from app.ui.clients.part import Part
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText


class History(Part):
    """A consent is withdrawn here. `open_wanted` carries the id of a relative who is a client."""

    open_wanted = Signal(object)
    shown_by = Changes.CLIENTS | Changes.VISITS | Changes.REFERRALS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.past: Past | None = None
        self.views, self.lines = Segments(), Lines()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.lines)
        self.views.changed.connect(self._show_view)
        self.lines.acted.connect(self._act)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_client(self, client: Client | None) -> None:
        super().set_client(client)
        self.setVisible(client is not None)

    def read(self) -> None:
        if self.client is None:
            return
        client = self.client

        def job(unit: Unit, _client_id: UUID) -> Past:
            return read(unit, client)

        self.ask(job, self._show, ticket="history")

    def clear(self) -> None:
        self.past = None
        self._retranslate()

    def withdraw(self, consent: Consent) -> None:
        """End a consent, with a way back."""

        def withdrawn(done: Withdrawn) -> None:
            day = current().full_date(consent.given_on)
            about = _n("{n} link removed", "{n} links removed", len(done.gone))
            undo = partial(self._restore, done)
            self.workplace.undo.push(_("Consent of {day} withdrawn", day=day), about, undo)

        runner = self.workplace.runner
        runner.write(self, lambda unit: withdrawal.withdraw(unit, consent.id), withdrawn)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restore(self, done: Withdrawn) -> None:
        def restored(_none: None) -> None:
            self.workplace.undo.tell(_("The consent is in force again"), "")

        self.workplace.runner.write(self, lambda unit: withdrawal.restore(unit, done), restored)

    def _act(self, of: object) -> None:
        if isinstance(of, Consent):
            self.withdraw(of)
        elif isinstance(of, UUID):
            self.open_wanted.emit(of)

    def _show(self, past: Past) -> None:
        self.past = past
        self._retranslate()

    def _retranslate(self) -> None:
        counts = told.counts(self.past)
        self.views.set_items([SegmentText(view, words) for view, words in counts.items()])
        self.views.setAccessibleName(_("History"))
        self._show_view(self.views.current() or told.VISITS)

    def _show_view(self, view: str) -> None:
        lines = told.lines(self.past, view) if self.past is not None else []
        self.lines.set_lines(lines, told.nothing(view) if self.past is not None else "")

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))
