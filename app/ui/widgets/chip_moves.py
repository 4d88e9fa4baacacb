"""Where an arrow key leads among things that stand in rows."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def neighbour(items: Sequence[W], here: int, key: Qt.Key) -> W | None:
    """The item that `key` leads to from `items[here]`; None where it leads nowhere.

    Left and right follow the screen, so they turn round in right-to-left reading.
    """
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _vertical(items, items[here], key == Qt.Key.Key_Down)
    forward = Qt.Key.Key_Right
    if items[here].layoutDirection() == Qt.LayoutDirection.RightToLeft:
        forward = Qt.Key.Key_Left
    targets = {
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: len(items) - 1,
        Qt.Key.Key_Left: here - 1,
        Qt.Key.Key_Right: here - 1,
    }
    targets[forward] = here + 1
    target = targets.get(key, -1)
    return items[target] if 0 <= target < len(items) else None


def _vertical(items: Sequence[W], here: W, down: bool) -> W | None:
    """The item of the next row that stands nearest below or above."""
    own, sign = here.geometry().center(), 1 if down else -1
    beyond = [item for item in items if sign * (item.y() - here.y()) > 0]

    def distance(item: W) -> tuple[int, int]:
        centre = item.geometry().center()
        return sign * (item.y() - here.y()), abs(centre.x() - own.x())

    return min(beyond, key=distance, default=None)
