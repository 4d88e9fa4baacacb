"""The lookup beside what is in hand; where there is no room, one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _, _p
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

LOOKUP, CLIENT = "lookup", "client"
LOOKUP_CHARS, LEAST_LOOKUP_CHARS, LEAST_CLIENT_CHARS = 50, 44, 84
WIDEST_CHARS = 230


class Columns(QWidget):
    """Two panes; the lookup is `LOOKUP_CHARS` wide, the client has the rest."""

    def __init__(self, lookup: QWidget, client: QWidget) -> None:
        super().__init__()
        self.panes = {LOOKUP: lookup, CLIENT: client}
        self.switch = Segments()
        self._narrow = False
        self._row, self._top, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for pane in self.panes.values():
            pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._row.addWidget(pane, 1)
        self._row.setStretch(1, 3)
        self._top.addWidget(self.switch)
        self._top.addStretch(1)
        self._column.addLayout(self._top)
        self._column.addLayout(self._row, 1)
        self.switch.changed.connect(lambda _name: self._show())
        active().changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    @property
    def narrow(self) -> bool:
        """Whether one pane hides the other."""
        return self._narrow

    def bring(self, pane: QWidget) -> None:
        """Bring this one of the panes, or the one it stands in, into view."""
        for name, one in self.panes.items():
            if one is pane or one.isAncestorOf(pane):
                self.switch.set_current(name)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fit(self) -> None:
        theme = active()
        spare = max(0, self.width() - theme.chars(WIDEST_CHARS)) // 2
        side = theme.space(16) + spare
        room = self.width() - 2 * side - theme.space(14)
        least = theme.chars(LEAST_LOOKUP_CHARS) + theme.chars(LEAST_CLIENT_CHARS)
        self._narrow = room < least
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        lookup = self.panes[LOOKUP]
        wide = max(theme.chars(LEAST_LOOKUP_CHARS), min(theme.chars(LOOKUP_CHARS), room // 3))
        lookup.setMinimumWidth(0 if self._narrow else wide)
        lookup.setMaximumWidth(1 << 20 if self._narrow else wide)
        self._show()

    def _show(self) -> None:
        self.switch.setVisible(self._narrow)
        for name, pane in self.panes.items():
            pane.setVisible(not self._narrow or name == self.switch.current())

    def _retranslate(self) -> None:
        self.switch.set_items(
            [
                SegmentText(LOOKUP, _("Lookup"), "search"),
                SegmentText(CLIENT, _p("in hand", "Client"), "user"),
            ]
        )

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(14))
        self._fit()
