"""Columns over time, the locations stacked, the sum written above each."""

from __future__ import annotations

from app.documents.report import ink
from app.documents.report.drawing import Drawing
from app.documents.scale import thinned, ticks
from app.documents.sheet import SheetRow, written
from app.localization import current

AXIS, FOOT, HEAD = 30.0, 15.0, 10.0
BAR_SHARE, WIDEST = 0.64, 46.0


class Columns(Drawing):
    """One column for each row of the table."""

    def paint(self) -> None:
        highest = max((max(self._whole(r), self.before(r) or 0) for r in self.rows), default=0)
        self._scale = ticks(highest)
        top = self.high - self.legend_height
        self.draw_legend(top + 4)
        self._room = top - FOOT - HEAD
        self._draw_axis()
        lane = (self.wide - AXIS) / max(1, len(self.rows))
        for number, row in enumerate(self.rows):
            self._draw_column(AXIS + number * lane, lane, row)
        self._draw_labels(lane)

    def _whole(self, row: SheetRow) -> int:
        return sum(self.values(row)) + self.hidden(row)

    def _height(self, value: int) -> float:
        return self._room * value / self._scale[-1]

    def _draw_axis(self) -> None:
        canvas = self.canv
        for value in self._scale:
            y = FOOT + self._height(value)
            canvas.setStrokeColor(ink.FAINT if value else ink.LINE)
            canvas.setLineWidth(0.5)
            canvas.line(AXIS, y, self.wide, y)
            text = current().number(value)
            ink.write(canvas, AXIS - 5, y - 2.6, text, ink.SMALL, colour=ink.DIM, align=1)

    def _draw_column(self, left: float, lane: float, row: SheetRow) -> None:
        bar = min(lane * BAR_SHARE, WIDEST)
        x, top = left + (lane - bar) / 2, FOOT
        told = enumerate(self.values(row))
        for number, value in (*told, (ink.HIDDEN, self.hidden(row))):
            high = self._height(value)
            ink.fill(self.canv, x, top, bar, high, number)
            top += high
        past = self.before(row)
        if past is not None:
            reach = min(3.0, (lane - bar) / 2)
            level = FOOT + self._height(past)
            ink.tick(self.canv, x - reach, level - 0.8, bar + 2 * reach, 1.6)
            top = level + 1 if top <= level < top + HEAD else top
        self._write_sum(left + lane / 2, top + 2.5, lane, row)

    def _write_sum(self, centre: float, y: float, lane: float, row: SheetRow) -> None:
        """Level where there is room, upright in a narrow lane, none in one too narrow for that."""
        if not self._whole(row):
            return
        text = written(row.cells[-1])
        if ink.width(text, ink.SMALL, ink.BOLD) <= lane + 2:
            ink.write(self.canv, centre, y, text, ink.SMALL, font=ink.BOLD, align=0.5)
        elif lane >= ink.SMALL * 0.75:
            self.canv.saveState()
            self.canv.translate(centre + ink.SMALL * 0.36, y)
            self.canv.rotate(90)
            ink.write(self.canv, 0, 0, text, ink.SMALL, font=ink.BOLD)
            self.canv.restoreState()

    def _draw_labels(self, lane: float) -> None:
        widest = max((ink.width(label, ink.SMALL) for label in self.labels), default=0.0)
        every = thinned(len(self.labels), self.wide - AXIS, widest + 4)
        for number, label in enumerate(self.labels):
            if number % every == 0:
                x = AXIS + (number + 0.5) * lane
                ink.write(self.canv, x, 3, label, ink.SMALL, colour=ink.DIM, align=0.5)
