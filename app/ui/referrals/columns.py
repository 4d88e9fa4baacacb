"""Three panes side by side; where there is no room, fewer at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _
from app.ui.referrals.paper_view import A5
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

DIRECTORY, FORM, PAGE = "directory", "form", "page"
LEAST_CHARS = {DIRECTORY: 42, FORM: 44, PAGE: 42}
WIDEST_CHARS = 230


class Columns(QWidget):
    """The directory, the questions and the page. `turned` when others are in view.

    With room for two, the page stays and one chooses between the others; with room for one, one
    chooses among all three.
    """

    turned = Signal()

    def __init__(self, directory: QWidget, form: QWidget, page: QWidget) -> None:
        super().__init__()
        self.panes = {DIRECTORY: directory, FORM: form, PAGE: page}
        self.switch = Segments()
        self._fitting = 3
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        for pane in self.panes.values():
            pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._row.addWidget(pane, 1)
        self._column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
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
        least = [theme.chars(chars) for chars in LEAST_CHARS.values()]
        two = max(least[:2]) + least[2] + gap
        fitting = 3 if room >= sum(least) + 2 * gap else 2 if room >= two else 1
        if fitting != self._fitting:
            self._fitting = fitting
            self._retranslate()
        spare = max(0, self.width() - theme.chars(WIDEST_CHARS)) // 2
        side = theme.space(16) + spare
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        for name, most in ((DIRECTORY, theme.chars(55)), (PAGE, self._page_wide())):
            self.panes[name].setMaximumWidth(most if fitting == 3 else 1 << 20)
        self._show()

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
            pane.setVisible(always or name == current)

    def _retranslate(self) -> None:
        words = {DIRECTORY: _("Directory"), FORM: _("Slip"), PAGE: _("Page")}
        names = [name for name in words if self._fitting == 1 or name != PAGE]
        self.switch.set_items([SegmentText(name, words[name]) for name in names])

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(14))
        self._fit()
