"""What a chart shows: marks that can be painted, pointed at and read out."""

from __future__ import annotations

from abc import ABC, abstractmethod

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from app.ui.charts.ink import Ink

BACK, ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Picture(ABC):
    """One chart's contents. Marks are numbered from 0 in the order of reading."""

    @abstractmethod
    def spoken(self) -> list[str]:
        """Each mark as it is read out."""

    @abstractmethod
    def places(self, rect: QRect) -> list[QRect]:
        """Where each mark stands when the chart fills `rect`."""

    @abstractmethod
    def paint(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        """The whole chart into `rect`."""

    @abstractmethod
    def size(self) -> QSize:
        """The least size at which everything can be read."""

    def neighbour(self, at: int, key: Qt.Key) -> int:
        """The mark to which an arrow leads from the mark `at`."""
        last = len(self.spoken()) - 1
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        goals |= dict.fromkeys(BACK, at - 1) | dict.fromkeys(ON, at + 1)
        return max(0, min(goals[key], last))

    def mark_at(self, point: QPoint, rect: QRect) -> int:
        """The mark under `point`, -1 for none."""
        places = self.places(rect)
        return next((i for i, place in enumerate(places) if place.contains(point)), -1)
