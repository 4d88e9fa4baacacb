"""The start of the tab: the directory, and below it who is responsible."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.localization import _
from app.ui.referrals.directory_card import DirectoryCard
from app.ui.responsible.panel import ResponsiblePanel
from app.ui.theme import active
from app.ui.widgets.segments import Segments, SegmentText

DIRECTORY, RESPONSIBLE = "directory", "responsible"
LEAST_UNITS, PANEL_UNITS = 16, 12


class LeftColumn(QWidget):
    """The panel keeps its height as far as the directory has room; else one of them is in view.

    `folded` says that it is now one of them, or both again. `led`, somebody else chooses which.
    """

    folded = Signal()

    def __init__(self, directory: DirectoryCard, responsible: ResponsiblePanel) -> None:
        super().__init__()
        self.directory, self.responsible = directory, responsible
        self.switch, self.area = Segments(), QScrollArea()
        self.low, self._led = False, False
        self.area.setWidget(responsible)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.switch)
        self._column.addWidget(directory, 1)
        self._column.addWidget(self.area)
        self.switch.changed.connect(self._show)
        responsible.installEventFilter(self)
        active().changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    def bring(self, pane: QWidget) -> None:
        """Bring the directory or the panel into view."""
        if pane in (self.directory, self.responsible):
            self.go(DIRECTORY if pane is self.directory else RESPONSIBLE)

    def lead(self, led: bool) -> None:
        """Whether the choice between the two stands elsewhere."""
        self._led = led
        self._show()

    def go(self, part: str) -> None:
        """Bring the directory or the panel into view by its name."""
        self.switch.set_current(part)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel is higher or lower with every answer."""
        if watched is self.responsible and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fit(self) -> None:
        layout = self.responsible.layout()
        wanted = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        room = self.height() - active().units(LEAST_UNITS)
        before, self.low = self.low, room < min(wanted, active().units(PANEL_UNITS))
        high = max(0, min(wanted, room))
        self.area.setMinimumHeight(0 if self.low else high)
        self.area.setMaximumHeight(1 << 20 if self.low else high)
        self._show()
        if self.low != before:
            self.folded.emit()

    def _show(self) -> None:
        chosen = self.switch.current()
        self.switch.setVisible(self.low and not self._led)
        self.directory.setVisible(not self.low or chosen == DIRECTORY)
        self.area.setVisible(not self.low or chosen == RESPONSIBLE)

    def _retranslate(self) -> None:
        self.switch.set_items([SegmentText(*one) for one in part_words().items()])

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(10))
        self._fit()


def part_words() -> dict[str, str]:
    """The two by name."""
    return {DIRECTORY: _("Services"), RESPONSIBLE: _("Who is responsible?")}
