"""For what a protected client is opened: a question in the card's place."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.client import Why
from app.domain.isolates import named
from app.domain.lookup import Found
from app.localization import _
from app.ui.clients.speech import born_and_number
from app.ui.clients.why import WhyQuestion
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill


class ReasonQuestion(QFrame):
    """`answered` carries a `Why` as soon as one is chosen; Esc closes (`closed`)."""

    answered = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.client_id: UUID | None = None
        self._found: Found | None = None
        self.name, self.quiet = Label("name", wraps=True), Label("body", "dim")
        self.pill = Pill("warning")
        self.why = WhyQuestion()
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._arrange()
        self.why.answered.connect(self._answer)
        self.why.closed.connect(self.closed)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def ask(self, client_id: UUID, found: Found | None) -> None:
        """Ask for this client; who it is, where that was on the screen before."""
        self.client_id, self._found = client_id, found
        self._retranslate()

    def begin(self) -> None:
        """The keyboard at the first answer."""
        self.why.ask(_("For what is the record opened?"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._row.addWidget(self.name)
        self._row.addWidget(self.pill)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.quiet)
        self._column.addWidget(self.why)
        self._column.addStretch(1)

    def _answer(self, why: Why) -> None:
        """The question stays until the record is there, in case it cannot be opened now."""
        self.why.show()
        self.answered.emit(why)

    def _retranslate(self) -> None:
        found = self._found
        self.name.setText(named(found.name) if found is not None else "")
        quiet = born_and_number(found.birth_year, found.number) if found is not None else ""
        self.quiet.setText(quiet)
        self.pill.set_state("warning", _("Non-disclosure order"), "shield-check")
        self.why.question.setText(_("For what is the record opened?"))

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (18, 14, 18, 14)))
        self._column.setSpacing(theme.space(10))
        self._row.setSpacing(theme.space(10))
