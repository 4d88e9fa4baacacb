"""Charts over time: a column for each stretch of time above an axis of round numbers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.documents.scale import thinned, ticks
from app.domain.hidden import Count, least
from app.localization import _, current
from app.ui.charts.counts import said, visits_of
from app.ui.charts.ink import Ink
from app.ui.charts.picture import Picture
from app.ui.theme import active
from app.ui.widgets.paint import CENTER, END, text_width


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: its word on the axis, its name, a value for each series.

    `before` is the sum in the compared period, None where there is none. `together` is that of the
    values, None where they are all told.
    """

    label: str
    name: str
    values: tuple[Count, ...]
    before: Count | None = None
    together: Count | None = None

    @property
    def total(self) -> Count:
        return sum(map(least, self.values)) if self.together is None else self.together


class OverTime(Picture):
    """`series` are named in the order of the values."""

    def __init__(self, series: Sequence[str], stretches: Sequence[Stretch]) -> None:
        self.series, self.stretches = tuple(series), tuple(stretches)

    @abstractmethod
    def highest(self, stretch: Stretch) -> int:
        """The highest number that is drawn of a stretch."""

    @abstractmethod
    def paint_values(self, painter: QPainter, plot: QRect, ink: Ink) -> None:
        """All that stands between the axis and the numbers above it."""

    @cached_property
    def scale(self) -> list[int]:
        """The numbers on the axis."""
        return ticks(max((self.highest(one) for one in self.stretches), default=0))

    def spoken(self) -> list[str]:
        return [_say(one, self.series) for one in self.stretches]

    def size(self) -> QSize:
        return QSize(active().chars(34), active().units(9))

    def places(self, rect: QRect) -> list[QRect]:
        plot = self.plot(rect)
        height = rect.bottom() + 1 - rect.top()
        return [
            QRect(column.left(), rect.top(), column.width(), height)
            for column in self.columns(plot)
        ]

    def paint(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        plot = self.plot(rect)
        self._paint_axis(painter, rect, plot, ink)
        self.paint_values(painter, plot, ink)
        self._paint_labels(painter, plot, ink)

    def plot(self, rect: QRect) -> QRect:
        """Where the values stand: beside the axis, above the labels, below the numbers."""
        font = active().font("small")
        axis = max(text_width(font, current().number(one)) for one in self.scale)
        return rect.adjusted(axis + active().space(8), number_height(), 0, -_foot_height())

    def columns(self, plot: QRect) -> Iterator[QRect]:
        """The room of each stretch."""
        count, width = len(self.stretches), plot.width()
        for i in range(count):
            left, right = width * i // count, width * (i + 1) // count
            yield QRect(plot.left() + left, plot.top(), right - left, plot.height())

    def height(self, value: int, plot: QRect) -> int:
        """How high a value stands above the axis."""
        return round(plot.height() * value / self.scale[-1])

    def _paint_axis(self, painter: QPainter, rect: QRect, plot: QRect, ink: Ink) -> None:
        height = active().units(1)
        for value in self.scale:
            y = plot.bottom() - self.height(value, plot)
            colour = ink.color("border" if value else "edge")
            painter.fillRect(QRect(plot.left(), y, plot.width(), 1), colour)
            place = QRect(
                rect.left(), y - height // 2, plot.left() - rect.left() - active().space(8), height
            )
            ink.write(painter, place, current().number(value), "small", "dim", END)

    def _paint_labels(self, painter: QPainter, plot: QRect, ink: Ink) -> None:
        labels = [stretch.label for stretch in self.stretches]
        widest = max((ink.width("small", label) for label in labels), default=0)
        every = thinned(len(labels), plot.width(), widest + active().space(4))
        for i, column in enumerate(self.columns(plot)):
            if i % every == 0:
                spare = max(0, widest - column.width()) // 2 + 1
                place = QRect(column.left(), plot.bottom() + 1, column.width(), _foot_height())
                place = place.adjusted(-spare, 0, spare, 0)
                ink.write(painter, place, labels[i], "small", "dim", CENTER)


def number_height() -> int:
    """The room of a number above what it belongs to."""
    return active().units(0.95)


def _foot_height() -> int:
    """The room of the labels below the axis."""
    return active().units(1.25)


def _say(stretch: Stretch, series: Sequence[str]) -> str:
    parts = [visits_of(stretch.name, stretch.total)]
    if len(series) > 1:
        pairs = zip(series, stretch.values, strict=True)
        parts += [f"{one} {said(value)}" for one, value in pairs]
    if stretch.before is not None:
        parts.append(_("before: {n}", n=said(stretch.before)))
    return ", ".join(parts)
