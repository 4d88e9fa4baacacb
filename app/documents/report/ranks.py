"""Bars that lie, one for each value of a breakdown, with the number behind each."""

from __future__ import annotations

from app.documents.report import ink
from app.documents.report.drawing import Drawing
from app.documents.sheet import SheetRow, written
from app.documents.statistics.account import Part
from app.domain.hidden import Hidden

ROW, NAME_SHARE = 14.0, 0.46


class Ranks(Drawing):
    """As high as it has rows."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, 0)
        self.high = ROW * len(part.sheet.rows) + self.legend_height

    def paint(self) -> None:
        numbers = [max(self._longest(r), self.before(r) or 0) for r in self.rows]
        self._highest = max(numbers, default=0) or 1
        room = self.wide * NAME_SHARE
        longest = max((ink.width(name, ink.NORMAL) for name in self.labels), default=0.0)
        self._left = min(longest, room) + 8
        self.draw_legend(self.high - self.legend_height + 4)
        for number, row in enumerate(self.rows):
            y = self.high - self.legend_height - (number + 1) * ROW
            self._draw_row(y, self.labels[number], row)

    def _draw_row(self, y: float, name: str, row: SheetRow) -> None:
        shown = ink.fitted(name, self._left - 8, ink.NORMAL)
        ink.write(self.canv, 0, y + 3.5, shown)
        end = self._left + self._length(self._longest(row))
        pattern = ink.HIDDEN if isinstance(row.cells[self.chart.series[0]], Hidden) else 0
        ink.fill(self.canv, self._left, y + 2, end - self._left, ROW - 4, pattern)
        past = self.before(row)
        if past is not None:
            at = self._left + self._length(past)
            ink.tick(self.canv, at - 0.8, y + 1, 1.6, ROW - 2)
            end = max(end, at)
        text = written(row.cells[self.chart.series[0]])
        ink.write(self.canv, end + 5, y + 3.5, text, font=ink.BOLD)

    def _longest(self, row: SheetRow) -> int:
        return self.values(row)[0] or self.hidden(row)

    def _length(self, value: int) -> float:
        return (self.wide - self._left - 34) * value / self._highest
