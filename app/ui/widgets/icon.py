"""A line icon on a panel."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import active


class Icon(QWidget):
    """The icon `name` in the token `colour`, `size` line heights square.

    It says nothing to a screen reader: the words beside it do.
    """

    def __init__(
        self, name: str, colour: str = "dim", size: float = 0.9, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_icon(self, name: str, colour: str) -> None:
        self.name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._size * active().u)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        picture = active().pixmap(self.name, self._colour, self.sizeHint().width(), ratio)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, picture)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
