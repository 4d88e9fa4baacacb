"""Numbers that leave the window: to the clipboard, and on record."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.figures import Question
from app.localization import _
from app.services.statistics import log_export
from app.ui.charts.chart_card import ChartCard
from app.ui.statistics.page import Page
from app.ui.tab import Workplace


class Copying(QObject):
    """Copies what has the keyboard, and keeps on record that exact numbers were handed out."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._runner, self._undo = page, workplace.runner, workplace.undo
        page.copied.connect(self._on_copied)

    def copy_table(self) -> None:
        """The table of the panel that has the keyboard, else that of the whole."""
        card = self._card_in_hand()
        if card is None:
            self._page.numbers.copy()
        else:
            card.copy_table()

    def copy_picture(self) -> None:
        """The chart that has the keyboard, else the one over time."""
        card = self._card_in_hand()
        (card if card is not None and card.turns else self._page.over_time).copy_picture()

    def _card_in_hand(self) -> ChartCard | None:
        here = QApplication.focusWidget()
        cards = self._page.chart_cards()
        return next((card for card in cards if here and card.isAncestorOf(here)), None)

    def _on_copied(self, form: str) -> None:
        answer = self._page.answer
        if answer is None:
            return
        question = Question(answer.overview.period, (), answer.overview.locations)
        self._runner.read(
            self,
            lambda unit: log_export(unit, question, f"clipboard {form}", internal=True),
            lambda _done: None,
        )
        self._undo.tell(
            _("Copied as a picture") if form == "picture" else _("Copied as a table"),
            _("For internal use only"),
        )
