"""The key figures side by side, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from app.documents.statistics.key_figures import Figure
from app.ui.statistics.figure_cell import FigureCell
from app.ui.theme import active

CELLS, LEAST_CHARS = 6, 25


class FigureStrip(QFrame):
    """Up to six cells on one panel; `opened` asks for the days without entry."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.cells = [FigureCell() for _number in range(CELLS)]
        self._across, self._count = 0, CELLS
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        for cell in self.cells:
            cell.opened.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._place(CELLS)
        active().changed.connect(self._fit)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """The figures in their order."""
        self._count = len(figures)
        for cell in self.cells[self._count :]:
            cell.hide()
        for cell, figure in zip(self.cells, figures, strict=False):
            cell.show_figure(figure)
            cell.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = active().color("border")
        with QPainter(self) as painter:
            for i, cell in enumerate(self.cells[: self._count]):
                place = cell.geometry()
                if i % self._across:
                    painter.fillRect(QRect(place.left(), place.top(), 1, place.height()), colour)
                if i >= self._across:
                    painter.fillRect(QRect(place.left(), place.top(), place.width(), 1), colour)

    def _fit(self) -> None:
        least = active().chars(LEAST_CHARS)
        room = max(1, self.width() // least)
        rows = -(-self._count // room)
        self._place(max(1, -(-self._count // max(1, rows))))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for i, cell in enumerate(self.cells):
            self._grid.addWidget(cell, i // across, i % across)
        for column in range(CELLS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.updateGeometry()
