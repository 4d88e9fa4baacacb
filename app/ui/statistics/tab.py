"""The Statistics tab: it joins the pickers, the page and the store."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.figures import Question
from app.localization import N_, _
from app.services.statistics import log_export
from app.services.unit import Changes
from app.ui.action import Action
from app.ui.charts.chart_card import ChartCard
from app.ui.statistics.answer import Answer, Crossed, read_answer, read_crossed
from app.ui.statistics.crossing import Counting
from app.ui.statistics.habits import habits_of
from app.ui.statistics.page import Page
from app.ui.tab import Tab, Workplace

SHOWN_BY = Changes.VISITS | Changes.PLACES | Changes.CHIPS


class StatisticsTab(Tab):
    """The figures of the unit, exact, for those who may see them. Reads when it is in view."""

    name = "statistics"
    caption = N_("Statistics")
    icon = "chart-column"
    number = 5

    def __init__(self, workplace: Workplace) -> None:
        self._runner, self._workplace = workplace.runner, workplace
        self._habits = habits_of(workplace.runner)
        self.page = Page(self._habits.begin(self._today()), self._today)
        super().__init__(self.page)
        self._shown_on: date | None = None
        self._awaited = False
        self._counting = Counting(self.page)
        self._counting.told.connect(self.page.breakdown.line.show_progress)
        self.page.pickers.changed.connect(self._on_asked)
        self.page.breakdown.asked.connect(self._on_breakdown)
        self.page.breakdown.cancelled.connect(self._cancel)
        self.page.copied.connect(self._on_copied)
        self._runner.changed.connect(self._on_changed)

    def shown(self) -> None:
        if self._shown_on != self._today():
            self.read()
        here = QApplication.focusWidget()
        if here is None or not self.page.isAncestorOf(here):
            kind = self.page.pickers.kind
            kind.segments[kind.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        page = self.page
        return [page.pickers, page.strip, *page.chart_cards(), page.numbers]

    def actions(self) -> list[Action]:
        """The tab's actions; copying is answered by the panel that has the keyboard."""
        page, pickers = self.page, self.page.pickers
        return [
            Action(
                "stats.earlier",
                N_("Earlier period"),
                partial(pickers.go, -1),
                "Ctrl+Left",
                "chevron-left",
            ),
            Action(
                "stats.later",
                N_("Later period"),
                partial(pickers.go, 1),
                "Ctrl+Right",
                "chevron-right",
                enabled=lambda: pickers.asking.may_go_on(self._today()),
            ),
            Action("stats.ready", N_("Choose a period"), pickers.open_ready_made, "Ctrl+I"),
            Action("stats.against", N_("Compare with"), pickers.open_against, "Ctrl+U", "equal"),
            Action("stats.tables", N_("Charts as tables"), self.turn_charts, "Ctrl+G", "hash"),
            Action("stats.beside", N_("Locations side by side"), self.turn_columns, "Ctrl+B"),
            Action(
                "stats.silent",
                N_("Open days without entry"),
                page.open_silent_days,
                "Ctrl+O",
                "calendar-clock",
                enabled=lambda: bool(page.answer and page.answer.overview.now.open_days.silent),
            ),
            Action(
                "stats.copy",
                N_("Copy the numbers as a table"),
                self.copy_table,
                "Ctrl+C",
                "copy",
                window_wide=False,
            ),
            Action(
                "stats.picture",
                N_("Copy the chart as a picture"),
                self.copy_picture,
                "Ctrl+Shift+C",
                window_wide=False,
            ),
        ]

    def read(self) -> None:
        """Ask the store for what the pickers say; old numbers stay until the new ones come."""
        self._stop_counting()
        asking, today = self.page.pickers.asking, self._today()
        wish, dimension = asking.wish(today), self.page.breakdown.down
        self._shown_on, self._awaited = today, True
        self.page.waiting.start()
        self._runner.read(
            self,
            lambda unit: read_answer(unit, wish, dimension),
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

    def turn_columns(self) -> None:
        """The locations of a column side by side, or stacked again."""
        self.page.set_columns_beside(not self.page.columns_beside)

    def copy_table(self) -> None:
        """The table of the panel that has the keyboard, else that of the whole."""
        card = self._card_in_hand()
        if card is None:
            self.page.numbers.copy()
        else:
            card.copy_table()

    def copy_picture(self) -> None:
        """The chart that has the keyboard, else the one over time."""
        (self._card_in_hand() or self.page.over_time).copy_picture()

    def _card_in_hand(self) -> ChartCard | None:
        here = QApplication.focusWidget()
        cards = self.page.chart_cards()
        return next((card for card in cards if here and card.isAncestorOf(here)), None)

    def _today(self) -> date:
        return local_day(self._runner.desk.clock())

    def _show(self, answer: Answer) -> None:
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
        if self.page.pickers.nowhere:
            self._awaited = False
            self.page.ask_for_location()
        else:
            self.read()

    def _on_breakdown(self) -> None:
        """Another breakdown: from the counters with all the rest, or two against each other."""
        across = self.page.breakdown.crossed()
        if across is None:
            self.read()
            return
        self._stop_counting()
        run = self._counting.begin()
        wish, down = self.page.pickers.asking.wish(self._today()), self.page.breakdown.down
        self._runner.read(
            self,
            lambda unit: read_crossed(unit, wish, down, across, run),
            self._show_crossed,
            self._not_crossed,
            ticket="cross",
        )

    def _show_crossed(self, crossed: Crossed) -> None:
        self._stop_counting()
        self.page.show_crossed(crossed)

    def _not_crossed(self, refused: Refused) -> None:
        self._stop_counting()
        if refused.code != "cancelled":
            self._workplace.trouble.tell(refused, self.read)

    def _cancel(self) -> None:
        """Back to the one breakdown."""
        self._stop_counting()
        self.page.breakdown.leave_cross()

    def _stop_counting(self) -> None:
        self._counting.stop()
        self.page.breakdown.line.hide()

    def _on_copied(self, form: str) -> None:
        """Exact numbers were handed out: that is on record."""
        answer = self.page.answer
        if answer is None:
            return
        question = Question(answer.overview.period, (), answer.overview.locations)
        self._runner.read(
            self, lambda unit: log_export(unit, question, f"clipboard {form}"), lambda _done: None
        )
        self._workplace.undo.tell(
            _("Copied as a picture") if form == "picture" else _("Copied as a table"),
            _("For internal use only"),
        )

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & SHOWN_BY:
            self._shown_on = None
            if self.page.isVisible():
                self.read()
