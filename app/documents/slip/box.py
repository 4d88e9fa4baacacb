"""A thing to bring, with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Text
from app.documents.text.piece import BLACK


class Box(Flowable):
    """A box of `size` points before the first of the texts, the others under it."""

    canv: TextCanvas

    def __init__(self, texts: Sequence[Text], size: float, *, rtl: bool) -> None:
        super().__init__()
        self.texts, self.size, self.rtl = texts, size, rtl
        for text in texts:
            text.tag = "LBody"

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        room = available_width - self._indent
        self.height = sum(text.wrap(room, 0)[1] for text in self.texts)
        return self.width, self.height

    @property
    def _indent(self) -> float:
        return self.size * 1.7

    def draw(self) -> None:
        self._draw_box(self.height - self.texts[0].paragraph.leading / 2)
        top = self.height
        for text in self.texts:
            top -= text.height
            text.drawOn(self.canv, 0.0 if self.rtl else self._indent, top)

    def _draw_box(self, middle: float) -> None:
        x = self.width - self.size if self.rtl else 0.0
        with self.canv.artifact():
            self.canv.setStrokeColorRGB(*BLACK)
            self.canv.setLineWidth(0.9)
            self.canv.roundRect(x, middle - self.size / 2, self.size, self.size, self.size / 6)
