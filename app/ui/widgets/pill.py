"""A state in a word: icon, word, soft fill."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import active
from app.ui.widgets.paint import box, line_of_text, mirrored, painter_on, text_width

INKS = {
    "success": ("success_soft", "success", "check"),
    "warning": ("warning_soft", "warning", "triangle-alert"),
    "danger": ("danger_soft", "danger", "circle-alert"),
    "accent": ("accent_soft", "accent_text", ""),
    "info": ("info_soft", "text", ""),
}


class Pill(QLabel):
    """A label, so its words are read out; `kind` is a key of `INKS`."""

    def __init__(self, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon = INKS[kind][2]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_state(self, kind: str, text: str, icon: str | None = None) -> None:
        """What it says; the icon follows the kind unless another is named."""
        self._kind = kind
        self._icon = INKS[kind][2] if icon is None else icon
        self.setText(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        theme = active()
        width = text_width(theme.font("cap"), self.text()) + 2 * theme.space(7)
        return QSize(width + self._icon_room(), theme.units(1.1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            soft, ink, _ = INKS[self._kind]
            box(painter, self.rect(), self.height() / 2, theme.color(soft))
            inset, size = theme.space(7), round(0.72 * theme.u)
            if self._icon:
                place = self._mirrored(QRect(inset, (self.height() - size) // 2, size, size))
                picture = theme.pixmap(self._icon, ink, size, self.devicePixelRatioF())
                painter.drawPixmap(place.topLeft(), picture)
            start = inset + self._icon_room()
            place = self._mirrored(QRect(start, 0, self.width() - start - inset + 1, self.height()))
            line_of_text(painter, place, self.text(), theme.font("cap"), theme.color(ink))

    def _icon_room(self) -> int:
        return round(0.72 * active().u) + active().space(4) if self._icon else 0

    def _mirrored(self, place: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), place)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
