"""Who is responsible for the client in hand, line by line, as the record stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.age import is_under
from app.domain.client import Client
from app.domain.days import local_day
from app.domain.responsibility.values import Answer, Case, Group, Reading
from app.localization import _, _p, current
from app.services.responsible import bundled_table, decided_rows, responsible
from app.services.unit import Changes
from app.ui.clients.part import Part
from app.ui.responsible.charges import Charges
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.responsible import pill_word, remarks

OF_AGE = 18


class ResponsibleFor(Part):
    """Of a protected client not a word: it would tell the town.

    Sensitive groups count only once they are shown, else the answer would tell of them.
    """

    shown_by = Changes.SETTINGS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.answer: Answer | None = None
        self._decided: Mapping[str, Reading] = {}
        self._sensitive: frozenset[Group] | None = None
        self.heading, self.pill = Label("section"), Pill("success")
        self.charges, self.remarks = Charges(), Label("help", "dim", wraps=True)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.pill)
        self._head.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.charges)
        self._column.addWidget(self.remarks)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def read(self) -> None:
        """How the unit reads what the programme leaves open."""
        self._answer()
        self.ask(lambda unit, _client: decided_rows(unit), self._know)

    def clear(self) -> None:
        self._sensitive = None
        self._answer()

    def count_in(self, sensitive: frozenset[Group] | None) -> None:
        """These groups were shown."""
        self._sensitive = sensitive
        self._answer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _know(self, decided: Mapping[str, Reading]) -> None:
        self._decided = decided
        self._answer()

    def _answer(self) -> None:
        case = None
        if self.client is not None:
            today = local_day(self.workplace.runner.desk.clock())
            case = case_of(self.client, self._sensitive or frozenset(), today)
        self.answer = responsible(case, self._decided) if case is not None else None
        self._retranslate()

    def _retranslate(self) -> None:
        answer, client = self.answer, self.client
        self.setVisible(client is not None and client.protected_until is None)
        self.heading.setText(_("Who is responsible?"))
        self.charges.show_answer(answer)
        self.pill.setVisible(answer is not None)
        if answer is not None:
            self.pill.set_state("warning" if answer.flags else "success", _state(answer))
        self.remarks.setText(self._said(answer))

    def _said(self, answer: Answer | None) -> str:
        if answer is None:
            return _("Record the municipality and the standing on the labour market first.")
        said = list(remarks(bundled_table(), answer))
        if self._sensitive is None:
            said.append(_("Without the sensitive groups, if there are any."))
        return " ".join(said)

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(6))
        self._head.setSpacing(theme.space(8))


def case_of(client: Client, sensitive: frozenset[Group], today: date) -> Case | None:
    """What the table is asked for a client.

    None where municipality or labour market are not known, and of a protected client.
    """
    record, town = client.record, client.record.municipality or ""
    unknown = town not in bundled_table().municipalities or record.labour is None
    if unknown or client.protected_until is not None:
        return None
    assert record.labour is not None
    under = is_under(OF_AGE, record.born, record.birth_year, today)
    return Case(town, record.labour, record.groups | sensitive, under)


def _state(answer: Answer) -> str:
    row = _("Row {rows}", rows=", ".join(answer.rows))
    clear = pill_word(answer) or _p("row of the table", "clear")
    return current().listing((row, clear))
