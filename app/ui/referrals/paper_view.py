"""A page of the slip as it is printed, as large as there is room, or larger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.documents.raster import Picture
from app.localization import _
from app.ui.theme import active

ZOOMS: Final = (1.0, 1.25, 1.5, 2.0, 3.0)
LEAST_CHARS: Final = 30
A5: Final = (420.0, 595.0)


class Sheet(QWidget):
    """The paper itself: always white, with a line round it."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if not self.picture.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(self.rect(), self.picture)
            painter.setPen(theme.color("edge"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperView(QScrollArea):
    """`wanted` asks for the page anew, as its width in real pixels is another now.

    `turned` carries 1 or -1 for the next page or the one before.
    """

    wanted = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        self._zoom, self._size = 0, A5
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    def pixels(self) -> int:
        """How wide the page is on this screen."""
        return max(1, round(self.sheet.width() * self.devicePixelRatioF()))

    def show_page(self, picture: Picture, size: tuple[float, float], text: str) -> None:
        """A page whose `size` is in points; `text` is what it says."""
        self._size = size
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        # A copy, since the image only borrows the bytes.
        self.sheet.picture = QPixmap.fromImage(image.copy())
        self.sheet.setAccessibleDescription(text)
        self.setAccessibleDescription(text)
        self._fit()
        self.sheet.update()

    def zoom(self, step: int) -> None:
        """Larger, or smaller down to the whole page."""
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1))
        self._fit()

    def may_zoom(self, step: int) -> bool:
        return 0 <= self._zoom + step < len(ZOOMS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if (step := pages.get(Qt.Key(event.key()))) is not None:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """The whole page where it is not enlarged, unless it would be too small to be read."""
        wide, high = self._size
        room = self.maximumViewportSize()
        least = min(room.width(), active().chars(LEAST_CHARS)) / wide
        whole = min(room.width() / wide, room.height() / high)
        scale = max(whole, least) * ZOOMS[self._zoom]
        size = QSize(max(1, int(wide * scale)), max(1, int(high * scale)))
        if size != self.sheet.size():
            self.sheet.setFixedSize(size)
            self.wanted.emit()

    def _retranslate(self) -> None:
        for widget in (self, self.sheet):
            widget.setAccessibleName(_("The slip as it is printed"))
