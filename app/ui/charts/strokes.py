"""The lines of a chart: each has a colour and a marker of its own shape.

Black and white tell them apart by the marker, and the compared period by its dashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.ui.charts.ink import Ink
from app.ui.theme import active

STROKES: Final = range(10, 16)
CIRCLE, SQUARE, TRIANGLE, CROSS, DIAMOND, DASHED = STROKES
SUM: Final = DIAMOND
_SERIES: Final = (CIRCLE, SQUARE, TRIANGLE, CROSS)
_COLOURS: Final = {CIRCLE: "c1", SQUARE: "c2", TRIANGLE: "c3", CROSS: "c4"}
_HOLLOW: Final = (SQUARE, DIAMOND)


def of_series(number: int) -> int:
    """The stroke of the series with this number, from 0 on."""
    return _SERIES[number % len(_SERIES)]


def paint_stroke(painter: QPainter, points: Sequence[QPointF], stroke: int, ink: Ink) -> None:
    """A line from point to point."""
    pen = QPen(ink.color(_COLOURS.get(stroke, "text")), active().space(2))
    if stroke == DASHED:
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))


def paint_marker(painter: QPainter, at: QPointF, stroke: int, radius: float, ink: Ink) -> None:
    """The marker of a line with its centre `at` a point; a dashed line has none."""
    if stroke == DASHED:
        return
    colour, surface = ink.color(_COLOURS.get(stroke, "text")), ink.color("surface")
    if stroke in _HOLLOW:
        painter.setPen(QPen(colour, active().space(2)))
        painter.setBrush(surface)
    else:
        painter.setPen(QPen(surface, active().space(1)))
        painter.setBrush(colour)
    if stroke == CIRCLE:
        painter.drawEllipse(at, radius, radius)
    elif stroke == CROSS:
        painter.setPen(QPen(colour, active().space(2.5)))
        painter.drawLine(at + QPointF(-radius, -radius), at + QPointF(radius, radius))
        painter.drawLine(at + QPointF(-radius, radius), at + QPointF(radius, -radius))
    else:
        painter.drawPolygon(_outline(at, stroke, radius))


def paint_sign(painter: QPainter, rect: QRect, stroke: int, ink: Ink) -> None:
    """A short piece of the line for a legend."""
    middle = QRectF(rect).center()
    ends = [QPointF(rect.left(), middle.y()), QPointF(rect.right() + 1, middle.y())]
    paint_stroke(painter, ends, stroke, ink)
    paint_marker(painter, middle, stroke, active().space(4), ink)


def _outline(at: QPointF, stroke: int, radius: float) -> QPolygonF:
    """A square, a triangle or a diamond."""
    if stroke == SQUARE:
        side = radius * 0.9
        corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
    elif stroke == TRIANGLE:
        corners = [(0, -radius * 1.3), (radius * 1.2, radius), (-radius * 1.2, radius)]
    else:
        reach = radius * 1.3
        corners = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
    return QPolygonF([at + QPointF(x, y) for x, y in corners])
