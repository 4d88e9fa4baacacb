"""Icon, words and key in a row, as buttons and links show them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from app.ui.theme import active
from app.ui.widgets.key_cap import CapLook, cap_size, paint_cap, spoken, spoken_key
from app.ui.widgets.paint import line_of_text, mirrored, text_width


class ButtonFace:
    """What Button and Link have in common; `role` of the type scale, icon and cap optional."""

    def __init__(self, button: QAbstractButton, role: str) -> None:
        self._button = button
        self.role = role
        self.icon_name = ""
        self.cap = ""

    def set_texts(self, text: str, cap: str) -> None:
        self.cap = cap
        self._button.setText(text)
        self._button.setAccessibleName(spoken(text, cap))
        self._button.setToolTip("" if text or not cap else spoken_key(cap))
        self.restyle()

    def width(self) -> int:
        theme = active()
        words = text_width(theme.font(self.role), self._button.text())
        parts = [self._icon_size(), words, cap_size(self.cap).width()]
        shown = [part for part in parts if part]
        return sum(shown) + theme.space(8) * max(len(shown) - 1, 0)

    def paint(self, painter: QPainter, rect: QRect, ink: str, cap: CapLook) -> None:
        """The row in `rect`, words cut if need be."""
        theme = active()
        start, end = rect.left(), rect.right() + 1
        if self.icon_name:
            self._paint_icon(painter, self._place(rect, start, self._icon_size()), ink)
            start += self._icon_size() + theme.space(8)
        if self.cap:
            size = cap_size(self.cap)
            end -= size.width()
            place = self._place(rect, end, size.width())
            paint_cap(painter, _centred(place, size.height()), self.cap, cap)
            end -= theme.space(8)
        place = self._place(rect, start, end - start)
        font, colour = theme.font(self.role), theme.color(ink)
        line_of_text(painter, place, self._button.text(), font, colour)

    def restyle(self) -> None:
        self._button.updateGeometry()
        self._button.update()

    def _place(self, rect: QRect, left: int, width: int) -> QRect:
        place = QRect(left, rect.top(), width, rect.height())
        return mirrored(self._button.layoutDirection(), rect, place)

    def _icon_size(self) -> int:
        return round(0.9 * active().u) if self.icon_name else 0

    def _paint_icon(self, painter: QPainter, place: QRect, ink: str) -> None:
        ratio = self._button.devicePixelRatioF()
        picture = active().pixmap(self.icon_name, ink, place.width(), ratio)
        painter.drawPixmap(_centred(place, place.width()).topLeft(), picture)


def _centred(place: QRect, height: int) -> QRect:
    top = place.top() + (place.height() - height) // 2
    return QRect(place.left(), top, place.width(), height)
