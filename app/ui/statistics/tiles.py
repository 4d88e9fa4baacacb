"""Panels side by side in given shares, below each other where they have no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import active


class Arrangement(NamedTuple):
    """From a width in digits on: rows of (number of the panel, its share of the row)."""

    least_chars: int
    rows: tuple[tuple[tuple[int, int], ...], ...]


class Tiles(QWidget):
    """`arrangements` from the widest to the narrowest; the last has room everywhere."""

    def __init__(
        self, panels: Sequence[QWidget], arrangements: Sequence[Arrangement], high_units: float = 0
    ) -> None:
        super().__init__()
        self._panels, self._arrangements = tuple(panels), tuple(arrangements)
        self._high = high_units
        self._current: Arrangement | None = None
        self._rows: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        active().changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        found = next(
            (one for one in self._arrangements if active().chars(one.least_chars) <= room),
            self._arrangements[-1],
        )
        if found is not self._current:
            self._current = found
            self._arrange(found)

    def _arrange(self, arrangement: Arrangement) -> None:
        for row in self._rows:
            for panel in self._panels:
                row.removeWidget(panel)
            self._column.removeItem(row)
            row.deleteLater()
        self._rows = []
        for places in arrangement.rows:
            row = QHBoxLayout()
            row.setSpacing(active().space(10))
            for number, share in places:
                row.addWidget(self._panels[number], share)
            self._column.addLayout(row, 1)
            self._rows.append(row)

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(10))
        for row in self._rows:
            row.setSpacing(theme.space(10))
        for panel in self._panels:
            if self._high:
                panel.setMinimumHeight(theme.units(self._high))
        self._fit()
