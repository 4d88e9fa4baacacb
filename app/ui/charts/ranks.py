"""Bars that lie: one for each value, longest first, the compared period as a tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.documents.sheet import written
from app.domain.hidden import Count, Hidden, least
from app.localization import _
from app.ui.charts.counts import said, visits_of
from app.ui.charts.ink import HIDDEN, PLAIN, SOLID, Ink
from app.ui.charts.picture import Picture
from app.ui.theme import active
from app.ui.widgets.paint import START

NAME_SHARE, HIGH_UNITS = 0.42, 2.4


@dataclass(frozen=True, slots=True)
class Rank:
    """A value and how often; `rest` stands for several that are not shown by themselves."""

    name: str
    value: Count
    before: Count | None = None
    rest: bool = False


class Ranks(Picture):
    """Names, bars, numbers, in the order given."""

    def __init__(self, ranks: Sequence[Rank]) -> None:
        self.ranks = tuple(ranks)
        self._highest = max((max(least(one.value), _told(one.before)) for one in ranks), default=0)

    def spoken(self) -> list[str]:
        return [_say(rank) for rank in self.ranks]

    def size(self) -> QSize:
        return QSize(active().chars(34), active().units(1.25) * max(1, len(self.ranks)))

    def places(self, rect: QRect) -> list[QRect]:
        height = self._row(rect)
        return [
            QRect(rect.left(), rect.top() + i * height, rect.width(), height)
            for i in range(len(self.ranks))
        ]

    def paint(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        names = min(
            max((ink.width("body", rank.name) for rank in self.ranks), default=0),
            round(rect.width() * NAME_SHARE),
        )
        widest = max((ink.width("cap", written(rank.value)) for rank in self.ranks), default=0)
        numbers = widest + active().space(10)
        start = names + active().space(12)
        for row, rank in zip(self.places(rect), self.ranks, strict=True):
            name = QRect(row.left(), row.top(), names, row.height())
            ink.write(painter, name, rank.name, "body", "text", START)
            lane = row.adjusted(start, 0, -numbers, 0)
            self._paint_bar(painter, lane, rank, ink)

    def _paint_bar(self, painter: QPainter, lane: QRect, rank: Rank, ink: Ink) -> None:
        height = min(round(lane.height() * 0.66), active().units(1.2))
        top = lane.top() + (lane.height() - height) // 2
        length = self._length(least(rank.value), lane)
        ink.fill(painter, QRect(lane.left(), top, length, height), _pattern(rank))
        end = lane.left() + length
        if isinstance(rank.before, int):
            at = lane.left() + self._length(rank.before, lane)
            ink.tick(painter, QRect(at, top - 1, active().space(2), height + 2))
            end = max(end, at + 4)
        text = written(rank.value)
        place = QRect(end + active().space(6), lane.top(), lane.width(), lane.height())
        ink.write(painter, place, text, "cap", "text", START)

    def _length(self, value: int, lane: QRect) -> int:
        return round(lane.width() * value / self._highest) if self._highest else 0

    def _row(self, rect: QRect) -> int:
        """A row is as high as there is room, but no higher than reads as one list."""
        count = max(1, len(self.ranks))
        return min(rect.height() // count, active().units(HIGH_UNITS))


def _say(rank: Rank) -> str:
    text = visits_of(rank.name, rank.value)
    if rank.before is None:
        return text
    return ", ".join([text, _("before: {n}", n=said(rank.before))])


def _pattern(rank: Rank) -> int:
    if isinstance(rank.value, Hidden):
        return HIDDEN
    return PLAIN if rank.rest else SOLID


def _told(before: Count | None) -> int:
    """A compared number has a tick where it is told."""
    return before if isinstance(before, int) else 0
