"""Columns over time: one for each stretch, stacked by series or with the series side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter

from app.localization import _, _n, current
from app.ui.charts.ink import DOTS, Ink
from app.ui.charts.picture import Picture
from app.ui.charts.scale import thinned, ticks
from app.ui.theme import active
from app.ui.widgets.paint import CENTER, END, text_width

BAR_SHARE, BESIDE_SHARE, WIDEST_CHARS = 0.64, 0.84, 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: its word on the axis, its name, a value for each series.

    `before` is the sum in the compared period, None where there is none.
    """

    label: str
    name: str
    values: tuple[int, ...]
    before: int | None = None

    @property
    def total(self) -> int:
        return sum(self.values)


class Columns(Picture):
    """`series` are named in the order of the values."""

    def __init__(
        self,
        series: Sequence[str],
        stretches: Sequence[Stretch],
        beside: bool = False,
    ) -> None:
        self.series, self.stretches = tuple(series), tuple(stretches)
        self.beside = beside

    @cached_property
    def scale(self) -> list[int]:
        """The numbers on the axis."""
        return ticks(max((_highest(one, self.beside) for one in self.stretches), default=0))

    def spoken(self) -> list[str]:
        return [_say(one, self.series) for one in self.stretches]

    def size(self) -> QSize:
        return QSize(active().chars(34), active().units(9))

    def places(self, rect: QRect) -> list[QRect]:
        plot = self._plot(rect)
        foot = rect.bottom() + 1 - plot.top() + _head()
        return [
            QRect(column.left(), plot.top() - _head(), column.width(), foot)
            for column in self._columns(plot)
        ]

    def paint(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        plot = self._plot(rect)
        self._paint_axis(painter, rect, plot, ink)
        for column, stretch in zip(self._columns(plot), self.stretches, strict=True):
            if self.beside:
                self._paint_beside(painter, column, stretch, ink)
            else:
                self._paint_stacked(painter, column, stretch, ink)
        base = QRect(plot.left(), plot.bottom(), plot.width(), 1)
        painter.fillRect(base, ink.color("edge"))
        self._paint_labels(painter, rect, plot, ink)

    def _plot(self, rect: QRect) -> QRect:
        """Where the columns stand: beside the axis, above the labels, below the numbers."""
        font = active().font("small")
        axis = max(text_width(font, current().number(one)) for one in self.scale)
        return rect.adjusted(axis + active().space(8), _head(), 0, -_foot())

    def _columns(self, plot: QRect) -> Iterator[QRect]:
        count, width = len(self.stretches), plot.width()
        for i in range(count):
            left, right = width * i // count, width * (i + 1) // count
            yield QRect(plot.left() + left, plot.top(), right - left, plot.height())

    def _height(self, value: int, column: QRect) -> int:
        return round(column.height() * value / self.scale[-1])

    def _bar(self, column: QRect, share: float) -> QRect:
        width = max(1, min(round(column.width() * share), active().chars(WIDEST_CHARS)))
        left = column.left() + (column.width() - width) // 2
        return QRect(left, column.top(), width, column.height())

    def _paint_axis(self, painter: QPainter, rect: QRect, plot: QRect, ink: Ink) -> None:
        height = active().units(1)
        for value in self.scale:
            y = plot.bottom() - self._height(value, plot)
            painter.fillRect(QRect(plot.left(), y, plot.width(), 1), ink.color("border"))
            place = QRect(
                rect.left(), y - height // 2, plot.left() - rect.left() - active().space(8), height
            )
            ink.write(painter, place, current().number(value), "small", "dim", END)

    def _paint_stacked(self, painter: QPainter, column: QRect, stretch: Stretch, ink: Ink) -> None:
        bar, risen = self._bar(column, BAR_SHARE), 0
        top = foot = column.bottom() + 1
        for number, value in enumerate(stretch.values):
            risen += value
            top = column.bottom() + 1 - self._height(risen, column)
            gap = 1 if number and foot - top > 1 else 0
            part = QRect(bar.left(), top, bar.width(), foot - top - gap)
            ink.fill(painter, part, min(number, DOTS))
            foot = top
        if stretch.before is not None:
            thick = active().space(2)
            level = column.bottom() - max(self._height(stretch.before, column), thick)
            reach = min(active().space(4), (column.width() - bar.width()) // 2)
            ink.tick(painter, QRect(bar.left() - reach, level, bar.width() + 2 * reach, thick))
            top = level if level < top <= level + _head() else top
        self._paint_value(painter, column, top, stretch.total, ink)

    def _paint_beside(self, painter: QPainter, column: QRect, stretch: Stretch, ink: Ink) -> None:
        group = self._bar(column, BESIDE_SHARE)
        count = len(stretch.values)
        for i, value in enumerate(stretch.values):
            left, right = group.width() * i // count, group.width() * (i + 1) // count
            height = self._height(value, column)
            top = column.bottom() + 1 - height
            lane = QRect(group.left() + left, column.top(), right - left, column.height())
            bar = QRect(lane.left(), top, max(1, lane.width() - 1), height)
            ink.fill(painter, bar, min(i, DOTS))
            self._paint_value(painter, lane, top, value, ink)

    def _paint_value(self, painter: QPainter, lane: QRect, foot: int, value: int, ink: Ink) -> None:
        """The number above a bar: level, upright where the bar is narrow, none where too narrow.

        Nothing says by itself that it is nothing.
        """
        if not value:
            return
        text, metrics = current().number(value), QFontMetrics(ink.font("cap"))
        if metrics.horizontalAdvance(text) < lane.width() + active().space(4) * (not self.beside):
            place = QRect(lane.left(), foot - _head(), lane.width(), _head()).adjusted(-9, 0, 9, 0)
            ink.write(painter, place, text, "cap", "text")
        elif metrics.capHeight() + 2 <= lane.width():
            painter.save()
            painter.translate(QPoint(lane.left(), foot - active().space(3)))
            painter.rotate(-90)
            long = QRect(0, 0, metrics.horizontalAdvance(text) + 4, lane.width())
            ink.write(painter, long, text, "cap", "text")
            painter.restore()

    def _paint_labels(self, painter: QPainter, rect: QRect, plot: QRect, ink: Ink) -> None:
        labels = [stretch.label for stretch in self.stretches]
        widest = max((ink.width("small", label) for label in labels), default=0)
        every = thinned(len(labels), plot.width(), widest + active().space(4))
        for i, column in enumerate(self._columns(plot)):
            if i % every == 0:
                spare = max(0, widest - column.width()) // 2 + 1
                place = QRect(column.left(), plot.bottom() + 1, column.width(), _foot())
                place = place.adjusted(-spare, 0, spare, 0)
                ink.write(painter, place, labels[i], "small", "dim", CENTER)


def _head() -> int:
    """The room of a number above its bar."""
    return active().units(0.95)


def _foot() -> int:
    """The room of the axis below the bars."""
    return active().units(1.25)


def _highest(stretch: Stretch, beside: bool) -> int:
    if beside:
        return max(stretch.values, default=0)
    return max(stretch.total, stretch.before or 0)


def _say(stretch: Stretch, series: Sequence[str]) -> str:
    number, name = current().number, stretch.name
    parts = [_n("{name}: {n} visit", "{name}: {n} visits", stretch.total, name=name)]
    if len(series) > 1:
        pairs = zip(series, stretch.values, strict=True)
        parts += [f"{one} {number(value)}" for one, value in pairs]
    if stretch.before is not None:
        parts.append(_("before: {n}", n=number(stretch.before)))
    return ", ".join(parts)
