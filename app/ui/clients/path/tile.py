"""One of the four steps of the path: its sign, its name, and two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.localization import _
from app.ui.clients.path.telling import State, Told
from app.ui.theme import active
from app.ui.widgets.paint import box, line_of_text, mirrored, painter_on

CHARS, UNITS = 27, 4.1


class Tile(QAbstractButton):
    """It is checked while its record is open below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._title = Told(State.COMING, ""), ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    @property
    def told(self) -> Told:
        """What it says."""
        return self._told

    def set_told(self, title: str, told: Told) -> None:
        """What it says; all of it is read out, and shown where it is too long."""
        self._told, self._title = told, title
        lines = [line for line in (told.line, told.quiet) if line]
        self.setText(title)
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(_("{step}: {state}", step=title, state=told.word))
        self.setAccessibleDescription(". ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        theme = active()
        return QSize(theme.chars(CHARS), theme.units(UNITS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, open_now = active(), self.isChecked()
        fill = "accent_soft" if open_now else "hover" if self.underMouse() else "surface"
        line, width = ("accent", 1.0) if open_now else ("border", 1.0)
        if self.hasFocus():
            line, width = "accent", 2.0
        with painter_on(self) as painter:
            radius = theme.space(5)
            box(painter, self.rect(), radius, theme.color(fill), theme.color(line), width)
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = active()
        side, top = theme.space(12), theme.space(8)
        name, colour = self._told.icon
        size, high = round(0.9 * theme.u), (self.height() - 2 * top) // 3
        sign = QRect(side, top + (high - size) // 2, size, size)
        picture = theme.pixmap(name, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(self._mirrored(sign).topLeft(), picture)
        start = side + size + theme.space(8)
        rows = (
            (start, self._title, "strong", "text"),
            (side, self._told.line, "body", "text"),
            (side, self._told.quiet, "help", "dim"),
        )
        for number, (left, text, role, ink) in enumerate(rows):
            place = QRect(left, top + number * high, self.width() - left - side, high)
            font, shade = theme.font(role), theme.color(ink)
            line_of_text(painter, self._mirrored(place), text, font, shade)

    def _mirrored(self, place: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), place)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
