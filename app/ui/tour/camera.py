"""Pictures of a window with the menus and dialogs that lie over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import Refused
from app.ui.theme import active


class Camera:
    """Writes numbered pictures into `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._taken = folder, 0

    def take(self, window: QWidget, name: str) -> Path:
        """Write the next picture; where it is. Errors: `picture_not_made` (name)."""
        self._taken += 1
        path = self._folder / f"{self._taken:02}-{name}.png"
        if not picture(window).save(str(path)):
            raise Refused("picture_not_made", name=path.name)
        return path


def picture(window: QWidget) -> QPixmap:
    """The window as it is painted, and over it what is open: dialogs, then menus."""
    whole = window.grab()
    with QPainter(whole) as painter:
        for other in _above(window):
            place = other.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(place, other.grab())
            # On a desktop its frame parts it from the window below.
            painter.setPen(active().color("edge"))
            painter.drawRect(QRect(place, other.size()).adjusted(-1, -1, 0, 0))
    return whole


def _above(window: QWidget) -> list[QWidget]:
    open_now = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    menu = QApplication.activePopupWidget()
    return sorted(open_now, key=lambda one: one is menu)
