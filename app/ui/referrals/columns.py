"""Three panes side by side; where there is no room, fewer at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _
from app.ui.referrals.left_column import DIRECTORY, RESPONSIBLE, LeftColumn, part_words
from app.ui.referrals.paper_view import A5
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

FORM, PAGE = "form", "page"
LEAST_CHARS = {DIRECTORY: 42, FORM: 44, PAGE: 42}
WIDEST_CHARS, SLIP_CHARS = 230, 130


class Columns(QWidget):
    """The directory, the questions and the page; of slips given, their list and the one in hand.

    `modes` stands above the start, which holds `left` or slips given.

    With room for two, the page stays and one chooses between the others; with room for one, one
    chooses among all three. Where `left` shows one of its parts, one chooses among these too.
    """

    def __init__(
        self, modes: QWidget, start: QWidget, left: LeftColumn, form: QWidget, page: QWidget
    ) -> None:
        super().__init__()
        self._start = QWidget()
        self.panes = {DIRECTORY: self._start, FORM: form, PAGE: page}
        self.switch, self._modes, self._left = Segments(), modes, left
        self._fitting, self._given = 3, False
        self._above, self._top = QVBoxLayout(self._start), QHBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.addWidget(modes)
        self._above.addWidget(start, 1)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        for pane in self.panes.values():
            pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._row.addWidget(pane, 1)
        self._row.addStretch(0)
        self._top.addWidget(self.switch)
        self._top.addStretch(1)
        self._column.addLayout(self._top)
        self._column.addLayout(self._row, 1)
        self.switch.changed.connect(self.go)
        left.folded.connect(self._retranslate)
        active().changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    def go(self, name: str) -> None:
        """Bring a pane into view."""
        if name in self.switch.segments:
            self.switch.set_current(name)
        if self._parted and name in part_words():
            self._left.go(name)
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
                parted = name == DIRECTORY and self._parted
                self.go(self._left.switch.current() if parted else name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _parted(self) -> bool:
        """Whether the choice between the parts of the start stands above."""
        return self._fitting < 3 and not self._given and self._left.low

    def _fit(self) -> None:
        theme = active()
        room = self.width() - 2 * theme.space(16)
        gap = theme.space(14)
        fitting = self._room_for(room, gap)
        if fitting != self._fitting:
            self._fitting = fitting
            self._left.lead(fitting < 3)
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
            chosen = name == current or (name == DIRECTORY and current == RESPONSIBLE)
            always = self._fitting == 3 or (self._fitting == 2 and name == PAGE)
            gone = self._given and name == PAGE
            pane.setVisible((always or chosen) and not gone)

    def _retranslate(self) -> None:
        start = {DIRECTORY: _("Slips given") if self._given else _("Directory")}
        words = (part_words() if self._parted else start) | {FORM: _("Slip"), PAGE: _("Page")}
        if self._fitting == 2 or self._given:
            del words[PAGE]
        self.switch.set_items([SegmentText(*one) for one in words.items()])
        if self._parted and self.switch.current() == DIRECTORY:
            self.switch.set_current(self._left.switch.current())

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(14))
        self._above.setSpacing(theme.space(8))
        self._top.setSpacing(theme.space(8))
        self._fit()
