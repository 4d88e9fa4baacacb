"""Panels side by side in given shares, below each other where they have no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import active


class Place(NamedTuple):
    """Where a panel stands in the grid."""

    row: int
    column: int
    columns: int = 1


class Arrangement(NamedTuple):
    """From a width in digits on: the shares of the columns, and the place of each panel."""

    least_chars: int
    shares: tuple[int, ...]
    places: tuple[Place, ...]


class Tiles(QWidget):
    """`arrangements` from the widest to the narrowest; the last has room everywhere."""

    def __init__(
        self, panels: Sequence[QWidget], arrangements: Sequence[Arrangement], high_units: float = 0
    ) -> None:
        super().__init__()
        self._panels, self._arrangements = tuple(panels), tuple(arrangements)
        self._high = high_units
        self._current: Arrangement | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
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
        for panel in self._panels:
            self._grid.removeWidget(panel)
        for panel, place in zip(self._panels, arrangement.places, strict=True):
            self._grid.addWidget(panel, place.row, place.column, 1, place.columns)
        widest = max(len(one.shares) for one in self._arrangements)
        for column in range(widest):
            shares = arrangement.shares
            self._grid.setColumnStretch(column, shares[column] if column < len(shares) else 0)

    def _restyle(self) -> None:
        theme = active()
        self._grid.setSpacing(theme.space(10))
        for panel in self._panels:
            if self._high:
                panel.setMinimumHeight(theme.units(self._high))
        self._fit()
