"""Columns over time: one for each stretch, stacked by series or with the series side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QPainter

from app.documents.sheet import written
from app.domain.hidden import Count, least, remainder
from app.ui.charts.ink import DOTS, HIDDEN, Ink
from app.ui.charts.over_time import OverTime, Stretch, number_height
from app.ui.theme import active

BAR_SHARE, BESIDE_SHARE, WIDEST_CHARS = 0.64, 0.84, 8


class Columns(OverTime):
    """With the series stacked the compared period is a mark across each column.

    What is surely there of hidden values stands hatched on top of those that are told.
    """

    def __init__(
        self,
        series: Sequence[str],
        stretches: Sequence[Stretch],
        beside: bool = False,
    ) -> None:
        super().__init__(series, stretches)
        self.beside = beside

    def highest(self, stretch: Stretch) -> int:
        if self.beside:
            return max(map(least, stretch.values), default=0)
        return max(least(stretch.total), stretch.before if isinstance(stretch.before, int) else 0)

    def paint_values(self, painter: QPainter, plot: QRect, ink: Ink) -> None:
        paint = self._paint_beside if self.beside else self._paint_stacked
        for column, stretch in zip(self.columns(plot), self.stretches, strict=True):
            paint(painter, column, stretch, ink)
        base = QRect(plot.left(), plot.bottom(), plot.width(), 1)
        painter.fillRect(base, ink.color("edge"))

    def _bar(self, column: QRect, share: float) -> QRect:
        width = max(1, min(round(column.width() * share), active().chars(WIDEST_CHARS)))
        left = column.left() + (column.width() - width) // 2
        return QRect(left, column.top(), width, column.height())

    def _paint_stacked(self, painter: QPainter, column: QRect, stretch: Stretch, ink: Ink) -> None:
        bar, risen = self._bar(column, BAR_SHARE), 0
        top = foot = column.bottom() + 1
        for pattern, value in _stacked(stretch):
            risen += value
            top = column.bottom() + 1 - self.height(risen, column)
            gap = 1 if pattern and foot - top > 1 else 0
            part = QRect(bar.left(), top, bar.width(), foot - top - gap)
            ink.fill(painter, part, pattern)
            foot = top
        if isinstance(stretch.before, int):
            thick = active().space(2)
            level = column.bottom() - max(self.height(stretch.before, column), thick)
            reach = min(active().space(4), (column.width() - bar.width()) // 2)
            ink.tick(painter, QRect(bar.left() - reach, level, bar.width() + 2 * reach, thick))
            top = level if level < top <= level + number_height() else top
        self._paint_value(painter, column, top, stretch.total, ink)

    def _paint_beside(self, painter: QPainter, column: QRect, stretch: Stretch, ink: Ink) -> None:
        group = self._bar(column, BESIDE_SHARE)
        count = len(stretch.values)
        for i, value in enumerate(stretch.values):
            left, right = group.width() * i // count, group.width() * (i + 1) // count
            height = self.height(least(value), column)
            top = column.bottom() + 1 - height
            lane = QRect(group.left() + left, column.top(), right - left, column.height())
            bar = QRect(lane.left(), top, max(1, lane.width() - 1), height)
            ink.fill(painter, bar, min(i, DOTS) if isinstance(value, int) else HIDDEN)
            self._paint_value(painter, lane, top, value, ink)

    def _paint_value(
        self, painter: QPainter, lane: QRect, foot: int, value: Count, ink: Ink
    ) -> None:
        """The number above a bar: level, upright where the bar is narrow, none where too narrow.

        Nothing says by itself that it is nothing.
        """
        if value == 0:
            return
        text, metrics = written(value), QFontMetrics(ink.font("cap"))
        if metrics.horizontalAdvance(text) < lane.width() + active().space(4) * (not self.beside):
            head = number_height()
            place = QRect(lane.left(), foot - head, lane.width(), head).adjusted(-9, 0, 9, 0)
            ink.write(painter, place, text, "cap", "text")
        elif metrics.capHeight() + 2 <= lane.width():
            painter.save()
            painter.translate(QPoint(lane.left(), foot - active().space(3)))
            painter.rotate(-90)
            long = QRect(0, 0, metrics.horizontalAdvance(text) + 4, lane.width())
            ink.write(painter, long, text, "cap", "text")
            painter.restore()


def _stacked(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Patterns and heights from the foot up."""
    for number, value in enumerate(stretch.values):
        if isinstance(value, int):
            yield min(number, DOTS), value
    yield HIDDEN, remainder(stretch.total, stretch.values)
