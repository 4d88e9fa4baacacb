"""Lines over time: one for each series, and a dashed one for the compared period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, groupby

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from app.documents.scale import thinned
from app.documents.sheet import written
from app.domain.hidden import Count, least
from app.ui.charts.ink import Ink
from app.ui.charts.number_places import number_tops
from app.ui.charts.over_time import OverTime, Stretch, number_height
from app.ui.charts.strokes import DASHED, SUM, of_series, paint_marker, paint_stroke
from app.ui.theme import active
from app.ui.widgets.paint import CENTER

MARKER_SHARE = 0.3


class Lines(OverTime):
    """What the compared period had is known in all only.

    So beside several series stands their sum as well, of which the dashed line is the past. A line
    is broken where its number is hidden; the mark stands there without a point.
    """

    def __init__(self, series: Sequence[str], stretches: Sequence[Stretch]) -> None:
        super().__init__(series, stretches)
        self.compared = any(one.before is not None for one in stretches)
        self.summed = self.compared and len(series) > 1
        strokes = tuple(of_series(i) for i in range(len(series)))
        self.strokes = (*strokes, SUM) if self.summed else strokes

    def levels(self, stretch: Stretch) -> tuple[Count, ...]:
        """What each line shows of a stretch."""
        return (*stretch.values, stretch.total) if self.summed else stretch.values

    def highest(self, stretch: Stretch) -> int:
        before = stretch.before if isinstance(stretch.before, int) else 0
        return max(0, *map(least, self.levels(stretch)), before)

    def paint_values(self, painter: QPainter, plot: QRect, ink: Ink) -> None:
        columns = list(self.columns(plot))
        if self.compared:
            self._paint_compared(painter, plot, columns, ink)
        levels = [self.levels(one) for one in self.stretches]
        runs = [
            (stroke, _runs(columns, [level[line] for level in levels], self._height_in(plot)))
            for line, stroke in enumerate(self.strokes)
        ]
        for stroke, parts in runs:
            for points in parts:
                paint_stroke(painter, points, stroke, ink)
        self._paint_numbers(painter, plot, columns, ink)
        radius = self._radius(columns)
        for stroke, parts in runs:
            for point in chain.from_iterable(parts):
                paint_marker(painter, point, stroke, radius, ink)

    def _paint_compared(
        self, painter: QPainter, plot: QRect, columns: Sequence[QRect], ink: Ink
    ) -> None:
        """Dashes from stretch to stretch, across the column where one stands alone."""
        before = [one.before for one in self.stretches]
        for points in _runs(columns, before, self._height_in(plot)):
            if len(points) == 1:
                reach = QPointF(columns[0].width() / 3, 0)
                points = [points[0] - reach, points[0] + reach]
            paint_stroke(painter, points, DASHED, ink)

    def _paint_numbers(
        self, painter: QPainter, plot: QRect, columns: Sequence[QRect], ink: Ink
    ) -> None:
        """A number beside each point; in narrow columns the highest and the last of each line."""
        widest = ink.width("cap", written(self.scale[-1])) + active().space(4)
        all_fit = thinned(len(columns), plot.width(), widest) == 1
        everything = [[*range(len(self.strokes))]] * len(columns)
        chosen = everything if all_fit else self._outstanding()
        for column, stretch, lines in zip(columns, self.stretches, chosen, strict=True):
            for value, top in self._numbers(stretch, lines, plot):
                text = written(value)
                place = QRect(0, round(top), ink.width("cap", text) + 2, _line())
                place.moveLeft(column.center().x() - place.width() // 2)
                place.moveRight(min(place.right(), plot.right()))
                painter.fillRect(place, ink.color("surface"))
                ink.write(painter, place, text, "cap", "text", CENTER)

    def _outstanding(self) -> list[list[int]]:
        """For each stretch the lines that are highest there, and all lines for the last one."""
        lines = list(zip(*(self.levels(one) for one in self.stretches), strict=True))
        peaks = [max(range(len(line)), key=lambda i: least(line[i])) for line in lines]
        last = len(self.stretches) - 1
        return [
            [line for line, peak in enumerate(peaks) if i in (peak, last)] for i in range(last + 1)
        ]

    def _numbers(
        self, stretch: Stretch, lines: Sequence[int], plot: QRect
    ) -> list[tuple[Count, float]]:
        """Values and where they stand; nothing says by itself that it is nothing."""
        values = [value for value in map(self.levels(stretch).__getitem__, lines) if value != 0]
        points = [self._level(least(value), plot) for value in values]
        top, gap = plot.top() - number_height(), active().space(4)
        tops = number_tops(points, _line(), gap, top, plot.bottom())
        pairs = zip(values, tops, strict=True)
        return [(value, place) for value, place in pairs if place is not None]

    def _height_in(self, plot: QRect) -> Callable[[int], float]:
        return lambda value: self._level(value, plot)

    def _level(self, value: int, plot: QRect) -> float:
        return plot.bottom() - plot.height() * value / self.scale[-1]

    def _radius(self, columns: Sequence[QRect]) -> float:
        """Of a marker: smaller where the columns are narrow."""
        narrowest = min((column.width() for column in columns), default=0)
        return max(1.5, min(float(active().space(4)), narrowest * MARKER_SHARE))


def _line() -> int:
    """How high a number is that stands among others."""
    return active().units(0.78)


def _runs(
    columns: Sequence[QRect], values: Sequence[Count | None], level: Callable[[int], float]
) -> list[list[QPointF]]:
    """The points of a line in one piece after the other, cut where a value is not told."""
    points = [
        QPointF(column.center().x(), level(value)) if isinstance(value, int) else None
        for column, value in zip(columns, values, strict=True)
    ]
    runs = groupby(points, lambda point: point is None)
    return [[point for point in run if point is not None] for gap, run in runs if not gap]
