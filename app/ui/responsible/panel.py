"""The panel "Who is responsible?"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.responsibility.values import Answer, Reading
from app.localization import _
from app.services.responsible import bundled_table, decided_rows, responsible
from app.services.unit import Changes
from app.ui.responsible.charges import Charges
from app.ui.responsible.question import ENTER_KEYS, Picker, Question
from app.ui.runner import Runner
from app.ui.widgets.card import Card
from app.ui.widgets.key_cap import ENTER
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.responsible import law_words, pill_word, remarks


class ResponsiblePanel(Card):
    """Asks, answers at once, and wishes a slip: `slip_wanted` names the authority's service.

    Enter anywhere in it is the link; without an answer to send anyone to it opens the list one is
    on. What the unit has decided is read when it is first shown and
    whenever settings have changed.
    """

    slip_wanted = Signal(str)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._decided: Mapping[str, Reading] | None = None
        self.answer: Answer | None = None
        self.question, self.charges = Question(), Charges()
        self.pill = Pill("warning")
        self.remarks = Label("help", "dim", wraps=True)
        self._put_beside_heading(self.pill)
        for widget in (self.question, self.charges, self.remarks):
            self.content.addWidget(widget)
        self.question.changed.connect(self._answer)
        self.question.groups.rebuilt.connect(self._order_stops)
        self.linked.connect(self.wish_slip)
        runner.changed.connect(self._on_changed)
        self._answer()

    def begin(self, municipality: str = "") -> None:
        """Ask anew; the municipality where it is known already."""
        self.question.begin(municipality)
        self._answer()

    def wish_slip(self) -> None:
        """Ask for a slip for whoever assesses, where somebody does."""
        if self.answer is not None and self.answer.first is not None:
            self.slip_wanted.emit(self.answer.first)

    def read(self) -> None:
        """Ask the store how the unit reads the open rows."""
        self._runner.read(self, decided_rows, self._know, ticket="decided")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_stops()
        if self._decided is None:
            self._decided = {}
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() in ENTER_KEYS and self.link.isHidden() and isinstance(here, Picker):
            here.open()
        elif event.key() in ENTER_KEYS:
            self.wish_slip()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _order_stops(self) -> None:
        """The Tab key asks first and comes to the link last."""
        stops = (*self.question.stops(), self.link)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _put_beside_heading(self, widget: QWidget) -> None:
        self._head.setStretch(0, 0)
        self._head.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.insertStretch(2, 1)

    def _know(self, decided: Mapping[str, Reading]) -> None:
        self._decided = decided
        self._answer()

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & Changes.SETTINGS and self._decided is not None:
            self.read()

    def _answer(self) -> None:
        case = self.question.case()
        self.answer = responsible(case, self._decided) if case is not None else None
        self._retranslate()

    def _retranslate(self) -> None:
        answer = self.answer
        self.set_heading(_("Who is responsible?"))
        can = answer is not None and answer.first is not None
        self.set_link(_("Add to slip") if can else "", ENTER)
        self.charges.show_answer(answer)
        self.pill.set_state("warning", pill_word(answer) if answer else "")
        self.pill.setVisible(bool(answer and answer.flags))
        self.remarks.setText(_said(answer) if answer else _begin())


def _begin() -> str:
    return _("Choose the municipality and the standing on the labour market.")


def _said(answer: Answer) -> str:
    """The sentences beside the names, then the row and the Act."""
    law = {place for charge in answer.duties.values() for place in charge.source.law}
    row = _("Row {rows}", rows=", ".join(answer.rows))
    sections = law_words(tuple(sorted(law)))
    last = f"{row} · {sections}." if sections else f"{row}."
    return " ".join((*remarks(bundled_table(), answer), last))
