"""The key figures, three beside each other: the number large, its base below."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from app.documents.report import ink
from app.documents.statistics.key_figures import Figure
from app.documents.text.tagged import TaggedCanvas

ACROSS, CELL = 3, 52.0


class FigureGrid(Flowable):
    """As high as its rows."""

    canv: TaggedCanvas

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self.figures = tuple(figures)
        self.wide, self.high = 0.0, CELL * -(-len(self.figures) // ACROSS)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        self.wide = aW
        return aW, self.high

    def draw(self) -> None:
        lane = self.wide / ACROSS
        with self.canv.structure.within("L"):
            for number, figure in enumerate(self.figures):
                x, y = number % ACROSS * lane, self.high - (number // ACROSS + 1) * CELL
                with self.canv.structure.within("LI"):
                    self._draw_figure(x, y, lane - 10, figure)

    def _draw_figure(self, x: float, y: float, room: float, figure: Figure) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(ink.FAINT)
            canvas.setLineWidth(0.6)
            canvas.line(x, y + CELL - 4, x + room, y + CELL - 4)
        with canvas.structure.within("LBody"):
            self._write_figure(x, y, room, figure)

    def _write_figure(self, x: float, y: float, room: float, figure: Figure) -> None:
        canvas = self.canv
        with canvas.part("P"):
            ink.write(canvas, x, y + CELL - 15, figure.title, ink.SMALL, colour=ink.DIM)
        with canvas.part("P"):
            ink.write(canvas, x, y + CELL - 33, figure.value, 16, font=ink.BOLD)
        if figure.change is not None:
            after = x + ink.width(figure.value, 16, ink.BOLD) + 8
            with canvas.part("P"):
                ink.write(canvas, after, y + CELL - 33, figure.change.shown, ink.NORMAL)
        base = ink.fitted(figure.base, room, ink.SMALL)
        with canvas.part("P"):
            ink.write(canvas, x, y + CELL - 44, base, ink.SMALL, colour=ink.DIM)
