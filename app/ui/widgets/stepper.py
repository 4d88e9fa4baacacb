"""A small number with its minus and plus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.ui.theme import active
from app.ui.widgets.key_cap import FAINT, FRAMED, OFF, paint_cap
from app.ui.widgets.paint import CENTER, box, line_of_text, mirrored, painter_on, text_width

MINUS, PLUS = "\N{MINUS SIGN}", "+"


class Stepper(QSlider):
    """`value()` from `least` to `most`, by clicks on its ends or by arrows and Page keys.

    It is a slider to Qt, and so to a screen reader; the wheel does not change it.
    """

    def __init__(self, least: int = 1, most: int = 60, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._faint = self._tight = False
        self.valueChanged.connect(self.update)
        active().changed.connect(self._restyle)

    def step(self, by: int) -> None:
        """Add `by`, within the range."""
        self.setValue(self.value() + by)

    def set_caps_faint(self, faint: bool) -> None:
        self._faint = faint
        self.update()

    def set_tight(self, tight: bool) -> None:
        self._tight = tight
        self._restyle()

    def sizeHint(self) -> QSize:
        theme = active()
        number = text_width(theme.font("strong"), str(self.maximum()))
        width = 2 * (self._cap() + theme.space(6) + theme.space(8)) + number
        return QSize(width, theme.units(1.6 if self._tight else 1.78))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            line, width = ("accent", 2.0) if self.hasFocus() else ("edge", 1.0)
            box(
                painter,
                self.rect(),
                theme.space(5),
                theme.color("surface"),
                theme.color(line),
                width,
            )
            self._paint_cap(painter, MINUS, self.value() > self.minimum())
            self._paint_cap(painter, PLUS, self.value() < self.maximum())
            number, font = str(self.value()), theme.font("strong")
            line_of_text(painter, self.rect(), number, font, theme.color("text"), CENTER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Everything left of the number counts down, everything right of it up."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.step(self._side(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _side(self, point: QPoint) -> int:
        right = point.x() > self.width() / 2
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return 1 if right != turned else -1

    def _paint_cap(self, painter: QPainter, sign: str, able: bool) -> None:
        size, inset = self._cap(), active().space(6)
        left = inset if sign == MINUS else self.width() - inset - size
        place = QRect(left, (self.height() - size) // 2, size, size)
        look = OFF if not able else FAINT if self._faint else FRAMED
        direction = self.layoutDirection()
        paint_cap(painter, mirrored(direction, self.rect(), place), sign, look)

    def _cap(self) -> int:
        return round(0.95 * active().u)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
