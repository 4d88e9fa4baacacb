"""The page of the tab: pickers above, then key figures, charts and tables that scroll."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.localization import _
from app.ui.charts.chart_card import ChartCard
from app.ui.statistics.answer import Answer, Crossed
from app.ui.statistics.asking import Asking
from app.ui.statistics.breakdown_card import BreakdownCard, since_note
from app.ui.statistics.figure_strip import FigureStrip
from app.ui.statistics.key_figures import key_figures
from app.ui.statistics.numbers_card import NumbersCard
from app.ui.statistics.pickers import Pickers
from app.ui.statistics.pictures import by_clock, over_time, portals_of, topics
from app.ui.statistics.silent_days import SilentDays
from app.ui.statistics.tiles import Arrangement, Place, Tiles
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.waiting_line import WaitingLine

CHARTS = (
    Arrangement(140, (135, 100, 100), (Place(0, 0), Place(0, 1), Place(0, 2))),
    Arrangement(84, (1, 1), (Place(0, 0, 2), Place(1, 0), Place(1, 1))),
    Arrangement(0, (1,), (Place(0, 0), Place(1, 0), Place(2, 0))),
)
TABLES = (
    Arrangement(140, (3, 4), (Place(0, 0), Place(0, 1))),
    Arrangement(0, (1,), (Place(0, 0), Place(1, 0))),
)
LOW_UNITS = 26


class Page(QWidget):
    """Shows an `Answer`. `copied` tells in which form numbers were handed out."""

    copied = Signal(str)

    def __init__(self, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self.crossed: Crossed | None = None
        self.columns_beside = False
        self.pickers, self.banner = Pickers(asking, today), Banner()
        self.strip, self.empty, self.days = FigureStrip(), EmptyState(), SilentDays(self)
        self.over_time, self.topics, self.clock = ChartCard(), ChartCard(), ChartCard()
        self.breakdown, self.numbers = BreakdownCard(), NumbersCard()
        self.charts = Tiles((self.over_time, self.topics, self.clock), CHARTS, 15.6)
        self.tables = Tiles((self.breakdown, self.numbers), TABLES)
        self.view, self._within = QScrollArea(), QWidget()
        self.waiting = WaitingLine(self)
        self._column, self._inside = QVBoxLayout(self), QVBoxLayout(self._within)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def chart_cards(self) -> list[ChartCard]:
        """The panels that show a chart or its table."""
        return [self.over_time, self.topics, self.clock, self.breakdown]

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

    def set_columns_beside(self, beside: bool) -> None:
        """The locations of a column side by side, or stacked."""
        self.columns_beside = beside
        self._redraw()

    def open_silent_days(self) -> None:
        """The open days without entry, by name."""
        if self.answer is not None and self.answer.overview.now.open_days.silent:
            silent = self.answer.overview.now.open_days.silent
            self.days.open(silent, self.answer.lists, self.strip.cells[2])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pickers()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        for widget in (self.banner, self.strip, self.empty, self.charts, self.tables):
            self._inside.addWidget(widget)
        self._inside.setStretchFactor(self.charts, 2)
        self._inside.setStretchFactor(self.tables, 1)
        self._inside.setStretchFactor(self.empty, 4)
        self._within.setProperty("page", "true")
        self.view.setWidget(self._within)
        self.view.setWidgetResizable(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.addWidget(self.view, 1)
        for part in (self.strip, self.charts, self.tables, self.empty):
            part.hide()

    def _connect(self) -> None:
        self.view.verticalScrollBar().rangeChanged.connect(self._fit_edge)
        self.strip.opened.connect(self.open_silent_days)
        self.empty.acted.connect(partial(self.pickers.go, -1))
        self.over_time.more_entries = self._offer_beside
        for card in self.chart_cards():
            card.copied.connect(self.copied)
        self.numbers.copied.connect(self.copied)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _offer_beside(self, menu: QMenu) -> None:
        line = menu.addAction(_("Locations side by side"))
        line.setCheckable(True)
        line.setChecked(self.columns_beside)
        line.toggled.connect(self.set_columns_beside)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard reaches is in view."""
        if new is not None and self._within.isAncestorOf(new):
            self.view.ensureWidgetVisible(new, 0, active().space(16))

    def _redraw(self) -> None:
        if self.answer is None:
            return
        overview, lists = self.answer.overview, self.answer.lists
        self.strip.show_figures(key_figures(overview, lists))
        self.over_time.show_all(over_time(overview, lists, self.columns_beside))
        self.topics.show_all(topics(overview, lists))
        self.clock.show_all(by_clock(overview, lists))
        self.numbers.show_overview(overview, lists)
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
        self.tables.setVisible(visited or not portals or overview.romaniportti is not None)
        self.empty.set_texts(
            _("No visits in this period at the locations chosen."), _("Earlier period"), "Ctrl ←"
        )
        self.empty.setVisible(portals and not visited)

    def _redraw_breakdown(self) -> None:
        if self.answer is None:
            return
        overview, lists = self.answer.overview, self.answer.lists
        if self.breakdown.crossed() is None:
            self.breakdown.show_rows(self.answer.rows, overview, lists)
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

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(16)
        self._column.setContentsMargins(side, theme.space(12), 0, 0)
        self._column.setSpacing(theme.space(10))
        self._inside.setSpacing(theme.space(10))
        self._fit_edge()
        self._place_pickers()

    def _place_pickers(self) -> None:
        """The pickers stay in sight; on a low page they scroll away with the rest."""
        column = self._inside if self.height() < active().units(LOW_UNITS) else self._column
        if column.indexOf(self.pickers) < 0:
            column.insertWidget(0, self.pickers)

    def _fit_edge(self) -> None:
        """The panels end at the page's edge, whether or not there is a scroll bar in it."""
        theme, bar = active(), self.view.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._inside.setContentsMargins(0, 0, theme.space(16) - taken, theme.space(12))
