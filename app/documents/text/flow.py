"""A paragraph for ReportLab's pages, columns and table cells."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from reportlab.platypus.flowables import Flowable

from app.documents.text.canvas import TextCanvas
from app.documents.text.lines import Line, paragraph
from app.documents.text.piece import Piece


class Side(StrEnum):
    """The edge at which lines stand."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Text(Flowable):
    """Pieces of text in lines as wide as there is room, on any page of a `TextCanvas`.

    `rtl` is the main direction of the text, `side` where its lines stand, which on a mirrored
    page may be another. The whole is one part of the document, in the language of its first piece.
    """

    canv: TextCanvas

    def __init__(
        self, pieces: Sequence[Piece], *, rtl: bool = False, side: Side = Side.LEFT, tag: str = "P"
    ) -> None:
        super().__init__()
        self.paragraph = paragraph(tuple(pieces), rtl)
        self.side, self.tag = side, tag
        self._lines: list[Line] | None = None

    @property
    def lines(self) -> list[Line]:
        return self._lines or []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        if self._lines is None or self.width != available_width:
            self._lines = self.paragraph.lines(available_width)
        self.width = available_width
        self.height = len(self.lines) * self.paragraph.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        self.wrap(available_width, available_height)
        fitting = int(available_height / self.paragraph.leading) if self.lines else 0
        if not 0 < fitting < len(self.lines):
            return []
        return [self._with(self.lines[:fitting]), self._with(self.lines[fitting:])]

    def minWidth(self) -> float:  # noqa: N802 - ReportLab's name
        return 0.0

    def natural(self) -> float:
        """The width of the whole text on one line."""
        return max((line.width for line in self.paragraph.lines(1e6)), default=0.0)

    def draw(self) -> None:
        with self.canv.part(self.tag, self.paragraph.language):
            for number, line in enumerate(self.lines):
                self.canv.draw_line(self.paragraph, line, self._left(line), self._base(number))

    def _left(self, line: Line) -> float:
        room = self.width - line.width
        return {Side.LEFT: 0.0, Side.RIGHT: room, Side.MIDDLE: room / 2}[self.side]

    def _base(self, number: int) -> float:
        """The base line: the letters stand in the middle of the line's height."""
        leading, size = self.paragraph.leading, self.paragraph.size
        return self.height - number * leading - (leading - size) / 2 - 0.86 * size

    def _with(self, lines: list[Line]) -> Text:
        part = Text((), rtl=self.paragraph.rtl, side=self.side, tag=self.tag)
        part.paragraph, part._lines = self.paragraph, lines
        part.width = self.width
        part.height = len(lines) * self.paragraph.leading
        return part
