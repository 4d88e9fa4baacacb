"""A list whose rows one moves: Alt with the arrows, or by dragging."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.row_list import RowList


class OrderList(RowList):
    """`moved` says that a row, from one place to another, is to be moved."""

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False

    def move_here(self, by: int) -> None:
        """Move the row in hand up (-1) or down (1)."""
        here = self.currentRow()
        if here >= 0 and 0 <= here + by < self.count():
            self.moved.emit(here, here + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_here(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._held = event.button() == Qt.MouseButton.LeftButton and self._at(event) >= 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row in hand goes along with the pointer."""
        if not self._held:
            super().mouseMoveEvent(event)
            return
        target = self._at(event)
        if target >= 0 and target != self.currentRow():
            self.moved.emit(self.currentRow(), target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = False
        super().mouseReleaseEvent(event)

    def _at(self, event: QMouseEvent) -> int:
        """The row under the pointer, -1 for none."""
        point: QPoint = event.position().toPoint()
        return self.indexAt(point).row()
