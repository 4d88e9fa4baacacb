"""Numbers that leave the window: to the clipboard, and on record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.figures import Question
from app.domain.overview import Wish
from app.localization import _
from app.services.exports import publish
from app.services.statistics import log_export
from app.ui.charts.chart_card import ChartCard
from app.ui.statistics.answer import Answer, PublicAnswer, read_public
from app.ui.statistics.page import Page
from app.ui.tab import Workplace


class Copying(QObject):
    """Copies what has the keyboard, and keeps on record that numbers were handed out."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._runner, self._undo = page, workplace.runner, workplace.undo
        self._trouble = workplace.trouble
        page.numbers.guard = page.referrals.guard = self._hand_out
        for card in page.chart_cards():
            card.guard = self._hand_out

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

    def _hand_out(self, form: str, put: Callable[[], None]) -> None:
        """Exact numbers as they are shown; public ones as they are kept from now on."""
        answer = self._page.answer
        if not self._page.may_leave():
            return
        if isinstance(answer, PublicAnswer):
            self._keep(answer, form, put)
        elif answer is not None:
            put()
            question = _question(answer)
            self._runner.read(
                self,
                lambda unit: log_export(unit, question, f"clipboard {form}", internal=True),
                lambda _done: None,
            )
            self._tell(form, _("For internal use only"))

    def _keep(self, answer: PublicAnswer, form: str, put: Callable[[], None]) -> None:
        """On the worker: what is copied are the numbers that were kept."""
        desk, question, view = self._runner.desk, _question(answer), answer.view
        wish = Wish(view.period, view.compared, view.locations, view.grain)

        def work() -> PublicAnswer:
            publish(desk, question, view.compared)
            with desk.read() as unit:
                log_export(unit, question, f"clipboard {form}", internal=False)
                return read_public(unit, wish, view.dimension)

        def done(kept: PublicAnswer) -> None:
            self._page.show_answer(kept)
            put()
            self._tell(form, "")

        self._runner.worker.run(self, work, done, lambda refused: self._trouble.tell(refused))

    def _tell(self, form: str, detail: str) -> None:
        words = _("Copied as a picture") if form == "picture" else _("Copied as a table")
        self._undo.tell(words, detail)


def _question(answer: Answer | PublicAnswer) -> Question:
    return Question(answer.numbers.period, (), answer.numbers.locations)
