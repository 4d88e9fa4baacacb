"""Weekdays by hours: five shades, and the number in each cell; an empty cell was closed."""

from __future__ import annotations

from app.documents.report import ink
from app.documents.report.drawing import Drawing, drawn
from app.documents.sheet import Cell, SheetRow, written
from app.documents.statistics.account import Part
from app.domain.hidden import Hidden

ROW, HEAD, SIDE, WIDEST, GAP = 19.0, 13.0, 34.0, 58.0, 1.5


class Heat(Drawing):
    """As high as it has days."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, HEAD + ROW * len(part.sheet.rows))

    def paint(self) -> None:
        columns = self.chart.series
        self._highest = max((max(self.values(row)) for row in self.rows), default=0) or 1
        lane = min((self.wide - SIDE) / max(1, len(columns)), WIDEST)
        for number, name in enumerate(self.names()):
            x = SIDE + (number + 0.5) * lane
            ink.write(self.canv, x, self.high - 8, name, ink.SMALL, colour=ink.DIM, align=0.5)
        for line, row in enumerate(self.rows):
            y = self.high - HEAD - (line + 1) * ROW
            ink.write(self.canv, 0, y + 6, self.labels[line])
            for number, column in enumerate(columns):
                self._draw_cell(SIDE + number * lane, y, lane - GAP, row.cells[column])

    def spoken(self) -> str:
        """All of it, since no table follows."""
        return "\n".join([self.part.title, *map(self._spoken_row, self.labels, self.rows)])

    def _spoken_row(self, label: str, row: SheetRow) -> str:
        cells = (row.cells[column] for column in self.chart.series)
        told = zip(self.names(), cells, strict=True)
        open_hours = [f"{name}: {written(cell)}" for name, cell in told if cell is not None]
        return f"{label}. {', '.join(open_hours)}."

    def _draw_cell(self, x: float, y: float, wide: float, cell: Cell) -> None:
        canvas = self.canv
        canvas.setStrokeColor(ink.FAINT)
        canvas.setLineWidth(0.5)
        value = drawn(cell)
        shade = -(-value * len(ink.HEAT) // self._highest)
        canvas.setFillColor(ink.HEAT[shade - 1] if shade else ink.WHITE)
        canvas.roundRect(x, y, wide, ROW - GAP, 2, stroke=0 if shade else 1, fill=1)
        if isinstance(cell, Hidden):
            ink.fill(canvas, x, y, wide, ROW - GAP, ink.HIDDEN)
            clear = ink.width(written(cell), 8) + 4
            canvas.setFillColor(ink.WHITE)
            canvas.rect(x + (wide - clear) / 2, y + 3.5, clear, 10, stroke=0, fill=1)
        if cell is not None:
            colour = ink.WHITE if shade == len(ink.HEAT) else ink.TEXT
            ink.write(canvas, x + wide / 2, y + 5.6, written(cell), 8, colour=colour, align=0.5)
