"""The page as it is laid out: pickers, key figures, charts and tables that scroll."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.localization import _
from app.ui.charts.chart_card import ChartCard
from app.ui.statistics.asking import Asking
from app.ui.statistics.breakdown_card import BreakdownCard
from app.ui.statistics.figure_strip import FigureStrip
from app.ui.statistics.mode_banner import ModeBanner
from app.ui.statistics.numbers_card import NumbersCard
from app.ui.statistics.pickers import Pickers
from app.ui.statistics.referrals_card import ReferralsCard
from app.ui.statistics.silent_days import SilentDays
from app.ui.statistics.tiles import Arrangement, Place, Tiles
from app.ui.theme import active
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.waiting_line import WaitingLine

CHARTS = (
    Arrangement(140, (135, 100, 100), (Place(0, 0), Place(0, 1), Place(0, 2))),
    Arrangement(84, (1, 1), (Place(0, 0, 2), Place(1, 0), Place(1, 1))),
    Arrangement(0, (1,), (Place(0, 0), Place(1, 0), Place(2, 0))),
)
TABLES = (
    Arrangement(140, (3, 4), (Place(0, 0), Place(0, 1), Place(1, 0, 2))),
    Arrangement(0, (1,), (Place(0, 0), Place(1, 0), Place(2, 0))),
)
LOW_UNITS, CHARTS_UNITS = 26, 15.6


class PageView(QWidget):
    """All the parts of the page, and where they stand at its size."""

    def __init__(self, asking: Asking, today: Callable[[], date], chooses: bool) -> None:
        super().__init__()
        self.pickers, self.banner = Pickers(asking, today, chooses), ModeBanner(chooses)
        self.strip, self.empty, self.days = FigureStrip(), EmptyState(), SilentDays(self)
        self.over_time, self.topics, self.clock = ChartCard(), ChartCard(), ChartCard()
        self.breakdown, self.numbers = BreakdownCard(), NumbersCard()
        self.referrals = ReferralsCard()
        self.charts = Tiles((self.over_time, self.topics, self.clock), CHARTS, CHARTS_UNITS)
        self.tables = Tiles((self.breakdown, self.numbers, self.referrals), TABLES)
        self.view, self._within = QScrollArea(), QWidget()
        self.waiting = WaitingLine(self, self._waits_for)
        self._column, self._inside = QVBoxLayout(self), QVBoxLayout(self._within)
        self._arrange()
        self.view.verticalScrollBar().rangeChanged.connect(self._fit_edge)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        active().changed.connect(self._restyle)
        self._restyle()

    def chart_cards(self) -> list[ChartCard]:
        """The panels that show a chart or its table."""
        return [self.over_time, self.topics, self.clock, self.breakdown]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pickers()

    def _waits_for(self) -> str:
        """Old numbers stay in sight meanwhile, so the words say that they are old."""
        if self.tables.isHidden():
            return _("Counting the visits")
        return _("Counting the visits. The numbers shown are those from before.")

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
        for part in (self.banner, self.strip, self.charts, self.tables, self.empty):
            part.hide()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard reaches is in view."""
        if new is not None and self._within.isAncestorOf(new):
            self.view.ensureWidgetVisible(new, 0, active().space(16))

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
        edge = active().space(16) if column is self._column else 0
        self.pickers.setContentsMargins(0, 0, edge, 0)
        if column.indexOf(self.pickers) < 0:
            held = QApplication.focusWidget()
            column.insertWidget(0, self.pickers)
            self._order_stops()
            if held is not None and self.pickers.isAncestorOf(held):
                self.pickers.show()
                held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_stops(self) -> None:
        """The Tab key comes to the pickers before what they ask for."""
        self.setTabOrder(self, self.pickers.stops()[0])
        self.pickers.order_stops()

    def _fit_edge(self) -> None:
        """The panels end at the page's edge, whether or not there is a scroll bar in it."""
        theme, bar = active(), self.view.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._inside.setContentsMargins(0, 0, theme.space(16) - taken, theme.space(12))
