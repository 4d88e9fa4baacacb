"""Any breakdown as bars or table, alone or against another."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.figures import Dimension
from app.domain.public import FACTS
from app.localization import _, _p
from app.ui.charts.chart_card import ChartCard, Shown
from app.ui.statistics.picker_texts import counting
from app.ui.theme import active
from app.ui.widgets.menu_button import Entry, MenuButton
from app.ui.widgets.progress_line import ProgressLine
from app.words.figures import heading

OFFERED = (
    Dimension.LANGUAGE,
    Dimension.MUNICIPALITY,
    Dimension.CHANNEL,
    Dimension.OUTCOME,
    Dimension.INTERPRETER,
    Dimension.FIRST_VISIT,
    Dimension.SOURCE,
    Dimension.TOPIC,
    Dimension.ANY_TOPIC,
    Dimension.HOUR,
    Dimension.WEEKDAY,
)
ALONE = "alone"


class BreakdownCard(ChartCard):
    """`asked`: another breakdown, or another beside it, is wanted. `cancelled`: no longer."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.down, self.across = Dimension.LANGUAGE, ALONE
        self._offered: tuple[Dimension, ...] = OFFERED
        self.by, self.against, self.line = MenuButton(), MenuButton(), ProgressLine(counting)
        super().__init__(parent)
        self._pickers = QHBoxLayout()
        self._pickers.addWidget(self.by)
        self._pickers.addWidget(self.against)
        self._pickers.addStretch(1)
        self.content.insertLayout(0, self._pickers)
        self.content.insertWidget(1, self.line)
        self.by.chosen.connect(self._on_by)
        self.against.chosen.connect(self._on_against)
        self.line.cancelled.connect(self.cancelled)
        for before, stop in pairwise((self.more, self.by, self.against)):
            self.setTabOrder(before, stop)
        self._restyle_pickers()
        active().changed.connect(self._restyle_pickers)

    @property
    def turns(self) -> bool:
        return self.crossed() is None

    def crossed(self) -> Dimension | None:
        """The second breakdown, if there is one."""
        return None if self.across == ALONE else Dimension(self.across)

    def show_breakdown(self, shown: Shown) -> None:
        """One breakdown, or two against each other as a table."""
        self.line.hide()
        self.show_all(shown)
        if not self.turns:
            self.show_table(True)

    def offer(self, public: bool) -> None:
        """What may be asked: in public few breakdowns, and none against another."""
        self._offered = tuple(FACTS) if public else OFFERED
        self.against.setVisible(not public)
        if public and not self.turns:
            self.leave_cross()
        if self.down not in self._offered:
            self.down = Dimension.LANGUAGE
        self._retranslate()

    def leave_cross(self) -> None:
        """One breakdown alone again, with its chart."""
        self.across = ALONE
        self.show_table(False)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_by(self, code: str) -> None:
        self.down = Dimension(code)
        if self.across == code:
            self.across = ALONE
        self._ask()

    def _on_against(self, code: str) -> None:
        if code == ALONE:
            self.leave_cross()
        self.across = code
        self._ask()

    def _ask(self) -> None:
        self._retranslate()
        self.asked.emit()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.link.setVisible(self.turns)
        names = [Entry(one, heading(one)) for one in self._offered]
        self.by.set_entries(_p("statistics", "by"), names, self.down, _("Breakdown"))
        others = [Entry(ALONE, _p("breakdown", "nothing else"))]
        others += [Entry(one, heading(one), one is not self.down) for one in self._offered]
        self.against.set_entries(
            _p("breakdown", "and"), others, self.across, _("Against another breakdown")
        )

    def _restyle_pickers(self) -> None:
        self._pickers.setSpacing(active().space(8))
