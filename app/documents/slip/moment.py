"""The day and the time of an appointment."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from app.documents.slip.icons import draw_icon
from app.documents.slip.writer import NAME, Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side
from app.domain.isolates import fixed


class Moment(Flowable):
    """Both large, with a clock between them."""

    canv: TextCanvas

    def __init__(self, writer: Writer, day: str, at: str) -> None:
        super().__init__()
        self.rtl = writer.grid.rtl
        self.day, self.at = writer.fact(fixed(day), NAME), writer.fact(fixed(at), NAME)
        for text in (self.day, self.at):
            text.side = Side.LEFT

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(text.wrap(text.natural() + 1, 0)[1] for text in (self.day, self.at))
        return self.width, self.height

    def draw(self) -> None:
        icon = self.height * 0.62
        widths = (self.day.width, icon, self.at.width)
        at = 0.0
        for place, wide in enumerate(widths):
            x = self.width - at - wide if self.rtl else at
            if place == 1:
                draw_icon(self.canv, "clock", x, self.height * 0.2, icon)
            else:
                (self.day, self.at)[place // 2].drawOn(self.canv, x, 0)
            at += wide + icon * 0.5
