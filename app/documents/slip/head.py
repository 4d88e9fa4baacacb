"""The head of a slip: the mark, what this paper is, its number."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from app.documents.slip.icons import draw_icon
from app.documents.slip.writer import OTHER, TITLE, Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side
from app.documents.text.piece import GREY, Piece
from app.domain.isolates import named


class Head(Flowable):
    """Title and languages on the reader's side, the number on the other."""

    canv: TextCanvas

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.grid = grid = writer.grid
        other = Side.LEFT if grid.rtl else Side.RIGHT
        self.title = [writer.main("slip_title", bold=True, size=TITLE, tag="H1"), _second(writer)]
        number = writer.fact(writer.slip.number, TITLE)
        number.side = other
        self.number = [writer.label("slip_number", other), number]

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        beside = max(text.natural() for text in self.number) + 1
        room = available_width - self.grid.icon * 1.35 - beside - self.grid.gap
        heights = [
            sum(text.wrap(wide, 0)[1] for text in texts)
            for texts, wide in ((self.title, room), (self.number, beside))
        ]
        self.width, self.height = available_width, max(heights) + self.grid.padding(6)
        return self.width, self.height

    def draw(self) -> None:
        size = self.grid.icon * 0.95
        draw_icon(self.canv, "mark", self.grid.placed(0, size), self.height - size, size)
        for texts, start in (
            (self.title, self.grid.icon * 1.35),
            (self.number, self.grid.width - self.number[0].width),
        ):
            top = self.height
            for text in texts:
                top -= text.height
                text.drawOn(self.canv, self.grid.placed(start, text.width), top)


def _second(writer: Writer) -> Flowable:
    """The title in the other language, and which languages these are."""
    slip, tongues = writer.slip, writer.book.tongues
    look = writer.look(OTHER, slip.beside, False, GREY)
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
