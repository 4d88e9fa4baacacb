"""The page of the tab: what is shown of an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.documents.statistics.key_figures import key_figures
from app.localization import _
from app.ui.statistics.answer import Answer, Crossed
from app.ui.statistics.asking import Asking
from app.ui.statistics.breakdown_card import since_note
from app.ui.statistics.page_view import PageView
from app.ui.statistics.pictures import Form, by_clock, notes, over_time, portals_of, topics


class Page(PageView):
    """Shows an `Answer`. `copied` tells in which form numbers were handed out."""

    copied = Signal(str)

    def __init__(self, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__(asking, today)
        self.answer: Answer | None = None
        self.crossed: Crossed | None = None
        self.form = Form.STACKED
        self._connect()
        self._retranslate()

    def show_answer(self, answer: Answer) -> None:
        """All of it."""
        self.answer = answer
        self.pickers.load(answer.lists)
        self._redraw()

    def ask_for_location(self) -> None:
        """Nothing can be shown of no location."""
        self.answer = self.crossed = None
        for part in (self.strip, self.charts, self.tables):
            part.hide()
        self.empty.set_texts(_("Choose a location."))
        self.empty.show()

    def show_crossed(self, crossed: Crossed | None) -> None:
        """Two breakdowns against each other, or only one again."""
        self.crossed = crossed
        self._redraw_breakdown()

    def set_form(self, form: Form) -> None:
        """Another form of the chart over time."""
        self.form = form
        self._redraw()

    def open_silent_days(self) -> None:
        """The open days without entry, by name."""
        if self.answer is not None and self.answer.overview.now.open_days.silent:
            silent = self.answer.overview.now.open_days.silent
            self.days.open(silent, self.answer.lists, self.strip.cells[2])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self.strip.opened.connect(self.open_silent_days)
        self.empty.acted.connect(partial(self.pickers.go, -1))
        self.over_time.more_entries = self._offer_forms
        for card in self.chart_cards():
            card.copied.connect(self.copied)
        self.numbers.copied.connect(self.copied)
        self.referrals.copied.connect(self.copied)

    def _offer_forms(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        for form, words in (
            (Form.STACKED, _("Locations stacked")),
            (Form.BESIDE, _("Locations side by side")),
            (Form.LINES, _("Locations as lines")),
        ):
            line = menu.addAction(words)
            line.setObjectName(form)
            line.setCheckable(True)
            line.setChecked(form is self.form)
            line.triggered.connect(partial(self.set_form, form))
            group.addAction(line)

    def _redraw(self) -> None:
        if self.answer is None:
            return
        overview, lists = self.answer.overview, self.answer.lists
        self.strip.show_figures(key_figures(overview, lists))
        self.over_time.show_all(over_time(overview, lists, self.form))
        self.topics.show_all(topics(overview, lists))
        self.clock.show_all(by_clock(overview, lists))
        self.numbers.show_overview(overview, lists)
        self.referrals.show_figures(
            self.answer.referrals, self.answer.names, notes(overview, lists)
        )
        self._redraw_breakdown()
        self._show_parts()

    def _show_parts(self) -> None:
        """What there is to see: nothing to draw where nobody came, one line of Romaniportti."""
        assert self.answer is not None
        overview = self.answer.overview
        portals = bool(portals_of(overview, self.answer.lists))
        visited = overview.now.amount.visits > 0
        self.strip.setVisible(portals)
        self.charts.setVisible(visited)
        self.breakdown.setVisible(visited)
        referred = bool(self.answer.referrals.portals or self.answer.referrals.romaniportti)
        self.referrals.setVisible(referred)
        apart = not portals or overview.romaniportti is not None
        self.tables.setVisible(visited or referred or apart)
        self.empty.set_texts(
            _("No visits in this period at the locations chosen."), _("Earlier period"), "Ctrl ←"
        )
        self.empty.setVisible(portals and not visited)

    def _redraw_breakdown(self) -> None:
        if self.answer is None:
            return
        overview, lists = self.answer.overview, self.answer.lists
        if self.breakdown.crossed() is None:
            self.breakdown.show_rows(self.answer.dimension, self.answer.rows, overview, lists)
        elif self.crossed is not None:
            note = since_note(self.crossed.since)
            self.breakdown.show_cross(self.crossed.cross, note, overview, lists)

    def _retranslate(self) -> None:
        self.banner.set_kind("info", "lock")
        self.banner.set_content(
            _("For internal use only: exact numbers. A small one can tell of a person.")
        )
        if self.answer is None:
            self.empty.set_texts(_("Choose a location."))
        self._redraw()
