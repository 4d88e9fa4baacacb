"""The Statistics tab: it joins the pickers, the page and the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.roles import Right, rights_of
from app.localization import N_
from app.services.publishing import take_corrections
from app.services.unit import Changes
from app.ui.action import Action
from app.ui.statistics.answer import Answer, PublicAnswer, read_answer, read_public
from app.ui.statistics.copying import Copying
from app.ui.statistics.crossing import Crossing
from app.ui.statistics.exporting import Exporting
from app.ui.statistics.form import Form
from app.ui.statistics.habits import habits_of
from app.ui.statistics.keeping import Keeping
from app.ui.statistics.page import Page
from app.ui.statistics.verbs import actions_of
from app.ui.tab import Tab, Workplace

SHOWN_BY = Changes.VISITS | Changes.PLACES | Changes.CHIPS | Changes.SETTINGS | Changes.REFERRALS


class StatisticsTab(Tab):
    """The figures of the unit, public or for those who may see them exact.

    Reads when it is in view.
    """

    name = "statistics"
    caption = N_("Statistics")
    icon = "chart-column"
    number = 5

    def __init__(self, workplace: Workplace) -> None:
        self._runner, self._workplace = workplace.runner, workplace
        self._habits = habits_of(workplace.runner)
        self.may_internal = Right.STATISTICS_INTERNAL in rights_of(
            workplace.runner.desk.actor.roles
        )
        self.page = Page(self._habits.begin(self.today()), self.today, self.may_internal)
        super().__init__(self.page)
        self._shown_on: date | None = None
        self._entered = False
        self._awaited = False
        self.crossing = Crossing(self.page, workplace)
        self.copying = Copying(self.page, workplace)
        self.exporting = Exporting(self.page, workplace)
        self.exporting.published.connect(self.read)
        self.keeping = Keeping(self.page, workplace, self.exporting, self.may_internal)
        self.page.pickers.changed.connect(self._on_asked)
        self.page.breakdown.asked.connect(self._on_breakdown)
        self.page.breakdown.offer(not self.page.pickers.asking.internal)
        self.page.banner.corrected.connect(self._take_corrections)
        self._runner.changed.connect(self._on_changed)

    def shown(self) -> None:
        if self._shown_on != self.today():
            self.read()
        here = QApplication.focusWidget()
        if not self._entered or here is None or not self.page.isAncestorOf(here):
            self._entered, kind = True, self.page.pickers.kind
            kind.segments[kind.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        page = self.page
        return [page.pickers, page.strip, *page.chart_cards(), page.numbers, page.referrals]

    def actions(self) -> list[Action]:
        return actions_of(self)

    def read(self) -> None:
        """Ask the store for what the pickers say; old numbers stay until the new ones come."""
        self.crossing.stop()
        asking, today = self.page.pickers.asking, self.today()
        wish, dimension = asking.wish(today), self.page.breakdown.down
        read = read_answer if asking.internal else read_public
        self._shown_on, self._awaited = today, True
        self.page.waiting.start()
        self._runner.read(
            self,
            lambda unit: read(unit, wish, dimension),
            self._show,
            self._refused,
            ticket="overview",
        )

    def turn_charts(self) -> None:
        """All charts as tables, or all as charts again."""
        cards = [card for card in self.page.chart_cards() if card.turns]
        table = not all(card.is_table() for card in cards)
        for card in cards:
            card.show_table(table)

    def turn_form(self, form: Form) -> None:
        """The chart over time in this form, or with the locations stacked again."""
        self.page.set_form(Form.STACKED if self.page.form is form else form)

    def today(self) -> date:
        """The local day."""
        return local_day(self._runner.desk.clock())

    def turn_mode(self) -> None:
        """Exact numbers, or public ones again."""
        self.page.pickers.set_internal(not self.page.pickers.asking.internal)

    def _show(self, answer: Answer | PublicAnswer) -> None:
        self.page.waiting.stop()
        if not self._awaited:
            return
        self.page.crossed = None
        self.page.show_answer(answer)
        if self.page.breakdown.crossed() is not None:
            self._on_breakdown()

    def _refused(self, refused: Refused) -> None:
        self.page.waiting.stop()
        self._shown_on = None
        self._workplace.trouble.tell(refused, self.read)

    def _on_asked(self) -> None:
        self._habits.keep(self.page.pickers.asking)
        self.page.breakdown.offer(not self.page.pickers.asking.internal)
        if self.page.pickers.nowhere:
            self._awaited = False
            self.page.ask_for_location()
        else:
            self.read()

    def _on_breakdown(self) -> None:
        """Another breakdown, from the counters like all the rest, or one against another."""
        if self.page.breakdown.crossed() is None:
            self.read()
        else:
            self.crossing.begin(self.page.pickers.asking.wish(self.today()))

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & SHOWN_BY:
            self._shown_on = None
            if self.page.isVisible():
                self.read()

    def _take_corrections(self, year: int) -> None:
        self._runner.write(
            self,
            lambda unit: take_corrections(unit, year),
            lambda _done: self.read(),
            lambda refused: self._workplace.trouble.tell(refused),
        )
