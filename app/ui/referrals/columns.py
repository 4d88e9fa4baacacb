"""Three panes side by side; where there is no room, fewer at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _
from app.ui.referrals.paper_view import A5
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

DIRECTORY, FORM, PAGE = "directory", "form", "page"
LEAST_CHARS = {DIRECTORY: 42, FORM: 44, PAGE: 42}
WIDEST_CHARS, SLIP_CHARS = 230, 130


class Columns(QWidget):
    """The directory, the questions and the page; of slips given, their list and the one in hand.

    `modes` stands above the start; `turned` when others are in view.

    With room for two, the page stays and one chooses between the others; with room for one, one
    chooses among all three.
    """

    turned = Signal()

    def __init__(self, modes: QWidget, directory: QWidget, form: QWidget, page: QWidget) -> None:
        super().__init__()
        self._start = QWidget()
        self.panes = {DIRECTORY: self._start, FORM: form, PAGE: page}
        self.switch, self._modes = Segments(), modes
        self._fitting, self._given = 3, False
        self._above, self._top = QVBoxLayout(self._start), QHBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.addWidget(modes)
        self._above.addWidget(directory, 1)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        for pane in self.panes.values():
            pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._row.addWidget(pane, 1)
        self._row.addStretch(0)
        self._top.addWidget(self.switch)
        self._top.addStretch(1)
        self._column.addLayout(self._top)
        self._column.addLayout(self._row, 1)
        self.switch.changed.connect(self._turn)
        active().changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    def go(self, name: str) -> None:
        """Bring a pane into view."""
        if name in self.switch.segments:
            self.switch.set_current(name)
        self._show()

    def set_given(self, given: bool) -> None:
        """Whether this is about slips that were given out: there is no page then."""
        self._given = given
        self._retranslate()
        self._fit()

    def bring(self, pane: QWidget) -> None:
        """Bring this one of the panes into view."""
        for name, one in self.panes.items():
            if one is pane or one.isAncestorOf(pane):
                self.go(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _turn(self, _name: str) -> None:
        self._show()
        self.turned.emit()

    def _fit(self) -> None:
        theme = active()
        room = self.width() - 2 * theme.space(16)
        gap = theme.space(14)
        fitting = self._room_for(room, gap)
        if fitting != self._fitting:
            self._fitting = fitting
            self._place_modes()
            self._retranslate()
        spare = max(0, self.width() - theme.chars(WIDEST_CHARS)) // 2
        side = theme.space(16) + spare
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        for name, most in ((DIRECTORY, theme.chars(55)), (PAGE, self._page_wide())):
            self.panes[name].setMaximumWidth(most if fitting == 3 else 1 << 20)
        slip = theme.chars(SLIP_CHARS) if self._given and fitting == 3 else 1 << 20
        self.panes[FORM].setMaximumWidth(slip)
        self._show()

    def _room_for(self, room: int, gap: int) -> int:
        """How many panes fit: 3 are all of them."""
        least = [active().chars(chars) for chars in LEAST_CHARS.values()]
        if self._given:
            return 3 if room >= sum(least[:2]) + gap else 1
        two = max(least[:2]) + least[2] + gap
        return 3 if room >= sum(least) + 2 * gap else 2 if room >= two else 1

    def _place_modes(self) -> None:
        """Above the first pane, or beside the switch where that is there."""
        self._above.removeWidget(self._modes)
        self._top.removeWidget(self._modes)
        if self._fitting == 3:
            self._above.insertWidget(0, self._modes)
        else:
            self._top.addWidget(self._modes)
        self._modes.show()

    def _page_wide(self) -> int:
        """A high window shows a larger page."""
        theme = active()
        fitting = round((self.height() - theme.units(8)) * A5[0] / A5[1])
        return max(theme.chars(58), min(fitting, theme.chars(100)))

    def _show(self) -> None:
        self.switch.setVisible(self._fitting < 3)
        current = self.switch.current()
        for name, pane in self.panes.items():
            always = self._fitting == 3 or (self._fitting == 2 and name == PAGE)
            gone = self._given and name == PAGE
            pane.setVisible((always or name == current) and not gone)

    def _retranslate(self) -> None:
        start = _("Slips given") if self._given else _("Directory")
        words = {DIRECTORY: start, FORM: _("Slip"), PAGE: _("Page")}
        paged = self._fitting == 1 and not self._given
        names = [name for name in words if paged or name != PAGE]
        self.switch.set_items([SegmentText(name, words[name]) for name in names])

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(14))
        self._above.setSpacing(theme.space(8))
        self._top.setSpacing(theme.space(8))
        self._fit()
