"""Lines over time: one for each series, and a dashed one for the compared period."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter

from app.localization import current
from app.ui.charts.ink import Ink
from app.ui.charts.number_places import number_tops
from app.ui.charts.over_time import OverTime, Stretch, foot_height, number_height
from app.ui.charts.scale import thinned
from app.ui.charts.strokes import DASHED, SUM, of_series, paint_marker, paint_stroke
from app.ui.theme import active
from app.ui.widgets.paint import CENTER

MARKER_SHARE = 0.3


class Lines(OverTime):
    """What the compared period had is known in all only.

    So beside several series stands their sum as well, of which the dashed line is the past.
    """

    def __init__(self, series: Sequence[str], stretches: Sequence[Stretch]) -> None:
        super().__init__(series, stretches)
        self.compared = any(one.before is not None for one in stretches)
        self.summed = self.compared and len(series) > 1
        strokes = tuple(of_series(i) for i in range(len(series)))
        self.strokes = (*strokes, SUM) if self.summed else strokes

    def levels(self, stretch: Stretch) -> tuple[int, ...]:
        """What each line shows of a stretch."""
        return (*stretch.values, stretch.total) if self.summed else stretch.values

    def highest(self, stretch: Stretch) -> int:
        return max(0, *self.levels(stretch), stretch.before or 0)

    def head(self, rect: QRect) -> int:
        """Room for as many numbers above each other as points lie close below the top."""
        line, most = number_height(), max(1, len(self.strokes))
        for count in range(1, most):
            plot = rect.adjusted(0, count * line, 0, -foot_height())
            tops = (top for one in self.stretches for top in self._tops(one, plot))
            if min(tops, default=rect.top()) >= rect.top():
                return count * line
        return most * line

    def paint_values(self, painter: QPainter, plot: QRect, ink: Ink) -> None:
        columns = list(self.columns(plot))
        if self.compared:
            self._paint_compared(painter, plot, columns, ink)
        points = [
            [QPointF(column.center().x(), y) for y in self._heights(one, plot)]
            for column, one in zip(columns, self.stretches, strict=True)
        ]
        for line, stroke in enumerate(self.strokes):
            paint_stroke(painter, [column[line] for column in points], stroke, ink)
        self._paint_numbers(painter, plot, columns, ink)
        radius = self._radius(columns)
        for line, stroke in enumerate(self.strokes):
            for column_points in points:
                paint_marker(painter, column_points[line], stroke, radius, ink)

    def _paint_compared(
        self, painter: QPainter, plot: QRect, columns: Sequence[QRect], ink: Ink
    ) -> None:
        """Dashes from stretch to stretch, across the column where one stands alone."""
        pairs = list(zip(columns, self.stretches, strict=True))
        for known, run in groupby(pairs, lambda pair: pair[1].before is not None):
            if not known:
                continue
            points = [
                QPointF(column.center().x(), self._level(one.before or 0, plot))
                for column, one in run
            ]
            if len(points) == 1:
                reach = QPointF(columns[0].width() / 3, 0)
                points = [points[0] - reach, points[0] + reach]
            paint_stroke(painter, points, DASHED, ink)

    def _paint_numbers(
        self, painter: QPainter, plot: QRect, columns: Sequence[QRect], ink: Ink
    ) -> None:
        """A number above each point, in every column or in as many as have room for them."""
        metrics, number = QFontMetrics(ink.font("cap")), current().number
        widest = metrics.horizontalAdvance(number(self.scale[-1])) + active().space(2)
        every, line = thinned(len(columns), plot.width(), widest), number_height()
        pairs = list(zip(columns, self.stretches, strict=True))
        for column, stretch in pairs[(len(pairs) - 1) % every :: every]:
            values = [value for value in self.levels(stretch) if value]
            for value, top in zip(values, self._tops(stretch, plot), strict=True):
                width = metrics.horizontalAdvance(number(value)) + active().space(2)
                place = QRect(0, round(top), width, line)
                place.moveLeft(column.center().x() - width // 2)
                behind = place.adjusted(0, active().space(2), 0, -active().space(2))
                painter.fillRect(behind, ink.color("surface"))
                ink.write(painter, place, number(value), "cap", "text", CENTER)

    def _tops(self, stretch: Stretch, plot: QRect) -> list[float]:
        """Where the numbers of a stretch stand; nothing says by itself that it is nothing."""
        points = [self._level(value, plot) for value in self.levels(stretch) if value]
        return number_tops(points, number_height(), active().space(4))

    def _heights(self, stretch: Stretch, plot: QRect) -> list[float]:
        return [self._level(value, plot) for value in self.levels(stretch)]

    def _level(self, value: int, plot: QRect) -> float:
        return plot.bottom() - plot.height() * value / self.scale[-1]

    def _radius(self, columns: Sequence[QRect]) -> float:
        """Of a marker: smaller where the columns are narrow."""
        narrowest = min((column.width() for column in columns), default=0)
        return max(1.5, min(float(active().space(4)), narrowest * MARKER_SHARE))
