"""Strokes that all painted widgets share: crisp boxes, focus rings, one line of text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def painter_on(widget: QWidget) -> QPainter:
    """A painter for smooth shapes on `widget`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRect,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box whose line lies wholly inside `rect`."""
    half = width / 2 if line else 0.0
    painter.setPen(QPen(line, width) if line else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    inside = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inside, radius - half, radius - half)


def mirrored(direction: Qt.LayoutDirection, within: QRect, place: QRect) -> QRect:
    """`place` as it lies in `within` for those who read in `direction`.

    `QStyle.visualRect` says the same, but loading QStyle takes milliseconds before the first paint.
    """
    if direction == Qt.LayoutDirection.LeftToRight:
        return place
    left = within.left() + within.right() - place.right()
    return QRect(left, place.top(), place.width(), place.height())


def line_of_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = START,
) -> None:
    """One line, cut with three dots where it does not fit; START and END follow the reading."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)


def text_width(font: QFont, text: str) -> int:
    """The width that `text` needs in `font`, in pixels."""
    return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0
