"""What each part of a report is to a screen reader: headings, paragraphs, tables by their cells."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Paragraph
from reportlab.platypus.tables import TableRenderCB

from app.documents.text.tagged import TaggedCanvas
from app.documents.text.tags import Element


class Said(Paragraph):
    """A paragraph or heading; the name of its style is its tag."""

    canv: TaggedCanvas

    def draw(self) -> None:
        with self.canv.part(self.style.name):
            super().draw()


class ToldTable(TableRenderCB):
    """Tells one table to the structure, over all the pages on which its parts are drawn.

    The first row heads the columns; where it is repeated it is for the eye alone. The first `names`
    columns head the rows. Methods are named as ReportLab calls them.
    """

    def __init__(self, names: int) -> None:
        self.names = names
        self.table: Element | None = None
        self.again = False

    def startTable(self, table: Any) -> None:  # noqa: N802
        self.again = self.table is not None
        self.table = table.canv.structure.open("Table", again=self.table)

    def endTable(self, table: Any) -> None:  # noqa: N802
        table.canv.structure.close()

    def startRow(self, table: Any, row: int) -> None:  # noqa: N802
        if self._is_repeated(row):
            table.canv.begin_artifact()
        else:
            table.canv.structure.open("TR")
        self._row = row

    def endRow(self, table: Any) -> None:  # noqa: N802
        if self._is_repeated(self._row):
            table.canv.end()
        else:
            table.canv.structure.close()

    def startCell(self, table: Any, row: int, column: int, *_place: Any) -> None:  # noqa: N802
        if self._is_repeated(row):
            return
        scope = "Column" if row == 0 else "Row" if column < self.names else ""
        table.canv.begin_part("TH" if scope else "TD", scope=scope)

    def endCell(self, table: Any) -> None:  # noqa: N802
        if not self._is_repeated(self._row):
            table.canv.end()

    def startBG(self, table: Any) -> None:  # noqa: N802
        table.canv.begin_artifact()

    def endBG(self, table: Any) -> None:  # noqa: N802
        table.canv.end()

    def startLines(self, table: Any) -> None:  # noqa: N802
        table.canv.begin_artifact()

    def endLines(self, table: Any) -> None:  # noqa: N802
        table.canv.end()

    def _is_repeated(self, row: int) -> bool:
        return self.again and row == 0
