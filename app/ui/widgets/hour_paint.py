"""The picture of a day by the hour: bars, the usual day, the axis, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.ui.theme import active
from app.ui.widgets.paint import CENTER, START, box, line_of_text, mirrored, text_width


class HourMark(NamedTuple):
    """One hour: visits so far, what is usual (None: not known), whether it is running now."""

    hour: int
    visits: int
    usual: float | None = None
    running: bool = False


class HourPicture:
    """Paints marks from the reading side; all lengths follow the theme."""

    def __init__(
        self, marks: Sequence[HourMark], usual: str, running: str, direction: Qt.LayoutDirection
    ) -> None:
        self._marks, self._usual, self._running = marks, usual, running
        self._direction = direction

    def paint(self, painter: QPainter, rect: QRect, focused: int) -> None:
        """Bars above, axis and legend below; the bar `focused` has a ring (-1 for none)."""
        theme = active()
        legend = theme.units(1.0)
        axis = theme.units(0.95)
        bars = rect.adjusted(0, 0, 0, -legend - axis - theme.space(4))
        for i, mark in enumerate(self._marks):
            column = self._column(bars, i)
            self._paint_mark(painter, column, mark)
            below = QRect(column.left(), bars.bottom() + 2, column.width(), axis)
            role, ink = ("cap", "text") if mark.running else ("small", "dim")
            word = f"{mark.hour}\N{EN DASH}"
            line_of_text(painter, below, word, theme.font(role), theme.color(ink), CENTER)
            if i == focused:
                ring = column.adjusted(0, 0, 0, axis)
                box(painter, ring, theme.space(4), None, theme.color("accent"), 2)
        painter.fillRect(QRect(bars.left(), bars.bottom(), bars.width(), 1), theme.color("edge"))
        foot = QRect(rect.left(), rect.bottom() - legend, rect.width(), legend)
        self._paint_legend(painter, foot)

    def _column(self, bars: QRect, i: int) -> QRect:
        count = len(self._marks)
        left = bars.left() + bars.width() * i // count
        right = bars.left() + bars.width() * (i + 1) // count
        place = QRect(left, bars.top(), right - left, bars.height())
        return mirrored(self._direction, bars, place)

    def _height(self, value: float, room: int) -> int:
        """`value` on the common scale, in pixels."""
        highest = max((max(m.visits, m.usual or 0) for m in self._marks), default=0)
        return round(room * value / highest) if highest else 0

    def _paint_mark(self, painter: QPainter, column: QRect, mark: HourMark) -> None:
        room = column.height() - 2 * _head()
        level = column.bottom() - self._height(mark.usual or 0, room)
        if mark.usual is not None:
            self._dash(painter, column, level)
        if not mark.visits:
            return
        height = self._height(mark.visits, room)
        width = min(round(column.width() * 0.65), active().chars(6))
        left = column.center().x() - width // 2
        bar = QRect(left, column.bottom() - height + 1, width, height)
        self._paint_bar(painter, bar, mark.running)
        above = mark.usual is not None and bar.top() - _head() <= level < bar.top()
        self._paint_value(painter, column, level if above else bar.top(), mark.visits)

    def _paint_value(self, painter: QPainter, column: QRect, foot: int, visits: int) -> None:
        """The number above the bar, or above the dashes where they would run through it."""
        theme = active()
        place = QRect(column.left(), foot - _head(), column.width(), _head())
        line_of_text(painter, place, str(visits), theme.font("cap"), theme.color("text"), CENTER)

    def _paint_bar(self, painter: QPainter, bar: QRect, running: bool) -> None:
        theme = active()
        radius = theme.space(3)
        if running:
            box(painter, bar, radius, theme.color("surface"))
            hatch(painter, bar, radius, theme.color("c1"))
            box(painter, bar, radius, None, theme.color("c1"))
        else:
            box(painter, bar, radius, theme.color("c1"))

    def _dash(self, painter: QPainter, column: QRect, level: int) -> None:
        """The usual value, a dashed line over four fifths of the column."""
        inset = column.width() / 10
        y = level + 0.5
        painter.setPen(_dashes())
        line = QLineF(column.left() + inset, y, column.right() - inset, y)
        painter.drawLine(line)

    def _paint_legend(self, painter: QPainter, rect: QRect) -> None:
        theme = active()
        font, ink, sign = theme.font("small"), theme.color("dim"), theme.space(14)
        at = rect.left()
        for text, is_bar in ((self._usual, False), (self._running, True)):
            width = text_width(font, text)
            if not width:
                continue
            size = round(0.62 * theme.u)
            top = rect.center().y() - size // 2
            spot = self._mirrored(rect, QRect(at, top, size if is_bar else sign, size))
            if is_bar:
                self._paint_bar(painter, spot, running=True)
            else:
                painter.setPen(_dashes())
                y = spot.center().y() + 0.5
                painter.drawLine(QPointF(spot.left(), y), QPointF(spot.right() + 1, y))
            at += spot.width() + theme.space(5)
            place = self._mirrored(rect, QRect(at, rect.top(), width, rect.height()))
            line_of_text(painter, place, text, font, ink, START)
            at += width + theme.space(12)

    def _mirrored(self, rect: QRect, place: QRect) -> QRect:
        return mirrored(self._direction, rect, place)


def _head() -> int:
    """The height of a value above its bar."""
    return active().units(0.9)


def _dashes() -> QPen:
    pen = QPen(active().color("edge"), 1)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def hatch(painter: QPainter, rect: QRect, radius: float, colour: QColor) -> None:
    """Diagonal lines inside a rounded rectangle, at the same distance at every resolution."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path)
    painter.setPen(QPen(QBrush(colour), 1.3))
    step, height, foot = max(4, active().space(4)), rect.height(), rect.bottom() + 1
    for x in range(rect.left() - height, rect.right() + 1, step):
        painter.drawLine(QPointF(x, foot), QPointF(x + height, foot - height))
    painter.restore()
