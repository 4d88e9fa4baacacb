"""Any breakdown as bars or table, alone or against another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import compared_head, compared_name
from app.documents.statistics.sheets import cross_sheet, values_sheet
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.overview import Cross, Overview, Row
from app.figure_names import heading
from app.localization import _, _p, current
from app.ui.charts.chart_card import ChartCard, Shown
from app.ui.charts.legend import TICK, Key
from app.ui.charts.ranks import Ranks
from app.ui.statistics.menu_button import Entry, MenuButton
from app.ui.statistics.picker_texts import counting
from app.ui.statistics.pictures import notes, ranks
from app.ui.theme import active
from app.ui.widgets.progress_line import ProgressLine

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
ALONE, TOP = "alone", 9


class BreakdownCard(ChartCard):
    """`asked`: another breakdown, or another beside it, is wanted. `cancelled`: no longer."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.down, self.across = Dimension.LANGUAGE, ALONE
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
        self._restyle_pickers()
        active().changed.connect(self._restyle_pickers)

    @property
    def turns(self) -> bool:
        return self.crossed() is None

    def crossed(self) -> Dimension | None:
        """The second breakdown, if there is one."""
        return None if self.across == ALONE else Dimension(self.across)

    def show_rows(
        self, dimension: Dimension, rows: tuple[Row, ...], overview: Overview, lists: Lists
    ) -> None:
        """One breakdown, with the compared period."""
        named = [(lists.names.value(dimension, row.code), row) for row in rows]
        before, name = compared_name(overview), heading(dimension)
        self._finish(
            Shown(
                _("Visits by {what}", what=name.lower()),
                Ranks(ranks(named, TOP)),
                values_sheet(name, named, compared_head(overview)),
                (Key(TICK, before),) if before else (),
                not_additive(dimension) if dimension in NOT_ADDITIVE else "",
                notes(overview, lists),
            )
        )

    def show_cross(self, cross: Cross, note: str, overview: Overview, lists: Lists) -> None:
        """Two against each other, as a table."""
        parts = [note, *(not_additive(d) for d in (cross.rows, cross.columns) if d in NOT_ADDITIVE)]
        title = _(
            "Visits by {what} and {other}",
            what=heading(cross.rows).lower(),
            other=heading(cross.columns).lower(),
        )
        sheet = cross_sheet(cross, lists)
        self._finish(
            Shown(
                title,
                Ranks(()),
                sheet,
                note=" ".join(part for part in parts if part),
                notes=notes(overview, lists),
            )
        )
        self.show_table(True)

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

    def _finish(self, shown: Shown) -> None:
        self.line.hide()
        self.show_all(shown)

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
        names = [Entry(one, heading(one)) for one in OFFERED]
        self.by.set_entries(_p("statistics", "by"), names, self.down, _("Breakdown"))
        others = [Entry(ALONE, _p("breakdown", "nothing else"))]
        others += [Entry(one, heading(one), one is not self.down) for one in OFFERED]
        self.against.set_entries(
            _p("breakdown", "and"), others, self.across, _("Against another breakdown")
        )

    def _restyle_pickers(self) -> None:
        self._pickers.setSpacing(active().space(8))


def not_additive(dimension: Dimension) -> str:
    """Why the values of a breakdown are more than the visits."""
    if dimension is Dimension.OUTCOME:
        return _("A visit counts once in each of its outcomes, so this does not add up.")
    return _("A visit counts once in each of its topics, so this does not add up.")


def since_note(day: date | None) -> str:
    """From when visits are kept one by one."""
    if day is None:
        return ""
    return _("Counted from the visits, which are kept from {day} on.", day=current().full_date(day))
