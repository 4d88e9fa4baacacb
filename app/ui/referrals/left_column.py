"""The start of the tab: the directory, and below it who is responsible."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
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
    """The panel keeps its height as far as the directory has room; else one of them is in view."""

    def __init__(self, directory: DirectoryCard, responsible: ResponsiblePanel) -> None:
        super().__init__()
        self.directory, self.responsible = directory, responsible
        self.switch, self.area = Segments(), QScrollArea()
        self._low = False
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
            self.switch.set_current(DIRECTORY if pane is self.directory else RESPONSIBLE)
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
        self._low = room < min(wanted, active().units(PANEL_UNITS))
        high = max(0, min(wanted, room))
        self.area.setMinimumHeight(0 if self._low else high)
        self.area.setMaximumHeight(1 << 20 if self._low else high)
        self._show()

    def _show(self) -> None:
        chosen = self.switch.current()
        self.switch.setVisible(self._low)
        self.directory.setVisible(not self._low or chosen == DIRECTORY)
        self.area.setVisible(not self._low or chosen == RESPONSIBLE)

    def _retranslate(self) -> None:
        self.switch.set_items(
            [
                SegmentText(DIRECTORY, _("Services")),
                SegmentText(RESPONSIBLE, _("Who is responsible?")),
            ]
        )

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(10))
        self._fit()
