"""The head of a slip: the mark, what this paper is, its number."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from app.documents.slip.icons import draw_icon
from app.documents.slip.writer import OTHER, TITLE, Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side, Text
from app.documents.text.piece import Piece
from app.domain.isolates import named


class Head(Flowable):
    """Title and languages on the reader's side, the number on the other; on narrow paper under."""

    canv: TextCanvas
    keep = True

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.grid = writer.grid
        self.title = [writer.main("slip_title", bold=True, size=TITLE, tag="H1"), _second(writer)]
        self.number = _number(writer)
        if self.grid.narrow:
            self.title, self.number = [*self.title, *self.number], []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        grid = self.grid
        beside = max((text.natural() + 1 + grid.gap for text in self.number), default=0.0)
        room = available_width - self._indent - beside
        heights = [
            sum(text.wrap(wide, 0)[1] for text in texts)
            for texts, wide in ((self.title, room), (self.number, beside - grid.gap))
        ]
        self.width, self.height = available_width, max(heights) + grid.padding(6)
        return self.width, self.height

    @property
    def _indent(self) -> float:
        return self.grid.icon * 1.35

    def draw(self) -> None:
        size = self.grid.icon * 0.95
        draw_icon(self.canv, "mark", self.grid.placed(0, size), self.height - size, size)
        self._draw_texts(self.title, self._indent)
        if self.number:
            self._draw_texts(self.number, self.width - self.number[0].width)

    def _draw_texts(self, texts: Sequence[Text], start: float) -> None:
        top = self.height
        for text in texts:
            top -= text.height
            text.drawOn(self.canv, self.grid.placed(start, text.width), top)


def _number(writer: Writer) -> list[Text]:
    number = writer.fact(writer.slip.number, TITLE)
    texts = [writer.label("slip_number"), number]
    if not writer.grid.narrow:
        for text in texts:
            text.side = Side.LEFT if writer.grid.rtl else Side.RIGHT
    return texts


def _second(writer: Writer) -> Text:
    """The title in the other language, and which languages these are."""
    slip, tongues = writer.slip, writer.book.tongues
    look = writer.look(OTHER, slip.beside, False, writer.quiet)
    parts: list[str] = []
    if not writer.single:
        both = writer.aside(
            "two_languages",
            first=tongues[slip.language].name[slip.beside],
            second=tongues[slip.beside].name[slip.beside],
        )
        parts += [writer.aside("slip_title").text, both.text]
    if slip.draft:
        parts.append(writer.aside("draft").text)
    if slip.name:
        parts.append(named(slip.name))
    text = writer.text([Piece(" · ".join(parts) or writer.slip.office.name, look, slip.beside)])
    text.side = writer.grid.start
    return text
