"""What the charts of a report share: their place in the text, their numbers, their legend."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from app.documents.report import ink
from app.documents.sheet import Cell, SheetRow
from app.documents.statistics.account import Part
from app.documents.text.tagged import TaggedCanvas
from app.domain.hidden import Hidden, remainder
from app.localization import _

LEGEND_HEIGHT, SWATCH = 14.0, 9.0


class Drawing(Flowable):
    """A chart of a part, as wide as its column and `high` points high."""

    canv: TaggedCanvas

    def __init__(self, part: Part, high: float) -> None:
        super().__init__()
        assert part.chart is not None
        self.part, self.chart, self.high = part, part.chart, high
        self.wide = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        self.wide = aW
        return aW, self.high

    def draw(self) -> None:
        with self.canv.part("Figure", alternative=self.spoken()):
            self.paint()

    def paint(self) -> None:
        """Draw it."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What is read out in its place."""
        return _("{title}: a chart of the table below.", title=self.part.title)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        return self.part.sheet.rows

    @property
    def labels(self) -> list[str]:
        """What the axis calls the rows."""
        return list(self.chart.labels or (str(row.cells[0]) for row in self.rows))

    def values(self, row: SheetRow) -> list[int]:
        """The numbers that are drawn of a row."""
        return [drawn(row.cells[column]) for column in self.chart.series]

    def hidden(self, row: SheetRow) -> int:
        """What is surely there of the row's hidden numbers."""
        cells = [row.cells[column] for column in self.chart.series]
        counts = [cell for cell in cells if isinstance(cell, int | Hidden)]
        whole = row.cells[-1]
        assert isinstance(whole, int | Hidden)
        return remainder(whole, counts)

    @property
    def hides(self) -> bool:
        """Whether a number that is drawn is hidden."""
        return any(
            isinstance(row.cells[column], Hidden)
            for row in self.rows
            for column in self.chart.series
        )

    def before(self, row: SheetRow) -> int | None:
        """That of the compared period, None where there is none."""
        if self.chart.before is None or row.cells[self.chart.before] is None:
            return None
        return drawn(row.cells[self.chart.before])

    def names(self) -> Sequence[str]:
        """What the series are called."""
        return [self.part.sheet.head[column] for column in self.chart.series]

    def draw_legend(self, y: float) -> None:
        """The patterns with their names, and the mark of the compared period."""
        x, names = 0.0, self.names() if len(self.chart.series) > 1 else []
        for number, name in enumerate(names):
            ink.fill(self.canv, x, y, SWATCH, SWATCH, number)
            x = self._name(x + SWATCH + 4, y, name)
        if self.chart.before is not None:
            ink.tick(self.canv, x + 1, y - 1, 1.6, SWATCH + 2)
            x = self._name(x + 7, y, self.part.sheet.head[self.chart.before])
        if self.hides:
            ink.fill(self.canv, x, y, SWATCH, SWATCH, ink.HIDDEN)
            self._name(x + SWATCH + 4, y, _("hidden"))

    @property
    def legend_height(self) -> float:
        some = len(self.chart.series) > 1 or self.chart.before is not None or self.hides
        return LEGEND_HEIGHT if some else 0.0

    def _name(self, x: float, y: float, name: str) -> float:
        ink.write(self.canv, x, y + 1.2, name, ink.SMALL, colour=ink.DIM)
        return x + ink.width(name, ink.SMALL) + 14


def drawn(cell: Cell) -> int:
    """The number of a cell; one that is hidden or not there has no length."""
    return cell if isinstance(cell, int) else 0
