"""The QR code of a map or a page, as one path, with its caption."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import segno
from reportlab.platypus.flowables import Flowable

from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Text
from app.documents.text.piece import BLACK


class Code(Flowable):
    """A square of `size` points and a line under it; `address` is all that the code says."""

    canv: TextCanvas

    def __init__(self, address: str, size: float, caption: Text, language: str) -> None:
        super().__init__()
        self.address, self.size, self.caption, self.language = address, size, caption, language

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = self.size
        self.height = self.size + self.caption.wrap(self.size, 0)[1]
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.part("Figure", self.language, self.address):
            self._draw_code()
        self.caption.drawOn(self.canv, 0, 0)

    def _draw_code(self) -> None:
        modules, path = squares(self.address)
        self.canv.saveState()
        self.canv.setFillColorRGB(*BLACK)
        self.canv.translate(0, self.height)
        self.canv.scale(self.size / modules, -self.size / modules)
        self.canv.add(path)
        self.canv.restoreState()


@lru_cache(maxsize=64)
def squares(address: str) -> tuple[int, str]:
    """How many modules a side has, and the dark ones as one filled path, from the top left."""
    matrix = segno.make(address, error="m", micro=False).matrix
    parts: list[str] = []
    for row, modules in enumerate(matrix):
        column = 0
        for dark, group in groupby(modules):
            length = len(list(group))
            if dark:
                parts.append(f"{column} {row} {length} 1 re")
            column += length
    return len(matrix), " ".join([*parts, "f"])
