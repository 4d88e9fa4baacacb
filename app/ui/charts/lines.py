"""Lines over time: one for each series, and a dashed one for the compared period."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from app.documents.scale import thinned
from app.localization import current
from app.ui.charts.ink import Ink
from app.ui.charts.number_places import number_tops
from app.ui.charts.over_time import OverTime, Stretch, number_height
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
        """A number beside each point; in narrow columns the highest and the last of each line."""
        widest = ink.width("cap", current().number(self.scale[-1])) + active().space(4)
        all_fit = thinned(len(columns), plot.width(), widest) == 1
        everything = [[*range(len(self.strokes))]] * len(columns)
        chosen = everything if all_fit else self._outstanding()
        for column, stretch, lines in zip(columns, self.stretches, chosen, strict=True):
            for value, top in self._numbers(stretch, lines, plot):
                text = current().number(value)
                place = QRect(0, round(top), ink.width("cap", text) + 2, _line())
                place.moveLeft(column.center().x() - place.width() // 2)
                place.moveRight(min(place.right(), plot.right()))
                painter.fillRect(place, ink.color("surface"))
                ink.write(painter, place, text, "cap", "text", CENTER)

    def _outstanding(self) -> list[list[int]]:
        """For each stretch the lines that are highest there, and all lines for the last one."""
        lines = list(zip(*(self.levels(one) for one in self.stretches), strict=True))
        peaks = [line.index(max(line)) for line in lines]
        last = len(self.stretches) - 1
        return [
            [line for line, peak in enumerate(peaks) if i in (peak, last)] for i in range(last + 1)
        ]

    def _numbers(
        self, stretch: Stretch, lines: Sequence[int], plot: QRect
    ) -> list[tuple[int, float]]:
        """Values and where they stand; nothing says by itself that it is nothing."""
        values = [value for value in map(self.levels(stretch).__getitem__, lines) if value]
        points = [self._level(value, plot) for value in values]
        top, gap = plot.top() - number_height(), active().space(4)
        tops = number_tops(points, _line(), gap, top, plot.bottom())
        pairs = zip(values, tops, strict=True)
        return [(value, place) for value, place in pairs if place is not None]

    def _heights(self, stretch: Stretch, plot: QRect) -> list[float]:
        return [self._level(value, plot) for value in self.levels(stretch)]

    def _level(self, value: int, plot: QRect) -> float:
        return plot.bottom() - plot.height() * value / self.scale[-1]

    def _radius(self, columns: Sequence[QRect]) -> float:
        """Of a marker: smaller where the columns are narrow."""
        narrowest = min((column.width() for column in columns), default=0)
        return max(1.5, min(float(active().space(4)), narrowest * MARKER_SHARE))


def _line() -> int:
    """How high a number is that stands among others."""
    return active().units(0.78)
