"""The next days side by side, today first and inverted; boxes to tick; an appointment."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from app.documents.slip import times
from app.documents.slip.icons import draw_icon
from app.documents.slip.writer import HOURS, NAME, OTHER, SMALL, Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side, Text
from app.documents.text.piece import BLACK, WHITE, Colour, Look, Piece
from app.domain.isolates import fixed
from app.domain.slip import OpenDay
from app.localization import WEEKDAYS

_PAD, _RADIUS = 4.0, 5.0


class Strip(Flowable):
    """Up to five days; right-to-left strips run right to left."""

    canv: TextCanvas

    def __init__(self, writer: Writer, days: tuple[OpenDay, ...]) -> None:
        super().__init__()
        self.writer = writer
        self.cells = [_cell(writer, day, first=place == 0) for place, day in enumerate(days)]

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.each = available_width / len(self.cells)
        heights = [sum(text.wrap(self.each - 4, 0)[1] for text in cell) for cell in self.cells]
        self.width = available_width
        self.height = max(heights) + 2 * self.writer.grid.padding(_PAD)
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            self._draw_frame()
        with self.canv.structure.within("L"):
            for place, cell in enumerate(self.cells):
                top = self.height - self.writer.grid.padding(_PAD)
                with self.canv.structure.within("LI"):
                    for text in cell:
                        top -= text.height
                        text.drawOn(self.canv, self._left(place) + 2, top)

    def _left(self, place: int) -> float:
        if self.writer.grid.rtl:
            return self.width - (place + 1) * self.each
        return place * self.each

    def _draw_frame(self) -> None:
        canvas, radius = self.canv, _RADIUS * self.writer.grid.enlarged
        canvas.saveState()
        outline = canvas.beginPath()
        outline.roundRect(0, 0, self.width, self.height, radius)
        canvas.saveState()
        canvas.clipPath(outline, stroke=0, fill=0)
        canvas.setFillColorRGB(*BLACK)
        canvas.rect(self._left(0), 0, self.each, self.height, stroke=0, fill=1)
        canvas.restoreState()
        canvas.setLineWidth(0.5)
        canvas.setStrokeColorRGB(*BLACK)
        for place in range(1, len(self.cells)):
            canvas.line(place * self.each, 0, place * self.each, self.height)
        canvas.roundRect(0, 0, self.width, self.height, radius, stroke=1, fill=0)
        canvas.restoreState()


def _cell(writer: Writer, day: OpenDay, *, first: bool) -> list[Text]:
    colour = WHITE if first else BLACK
    slip = writer.slip
    name = times.weekday(day.day, slip.language)
    if first:
        comma = "، " if writer.book.rtl(slip.language) else ", "
        name = f"{writer.phrase('today').text}{comma}{name}"
    short = f"{WEEKDAYS[slip.beside][day.day.weekday()]} {times.short_day(day.day)}"
    if first and not writer.single:
        short = f"{writer.aside('today').text} {short}"
    lines = [
        _line(writer, name, SMALL, slip.language, colour),
        _line(writer, short, SMALL, slip.beside, colour),
    ]
    if day.spans:
        size = HOURS if len(day.spans) == 1 else OTHER
        return [*lines, _line(writer, times.spans(day.spans), size, slip.beside, colour, bold=True)]
    closed = writer.phrase("closed")
    lines.append(_line(writer, closed.text, OTHER, closed.language, colour, bold=True))
    if not writer.single:
        lines.append(_line(writer, writer.aside("closed").text, SMALL, slip.beside, colour))
    return lines


def _line(
    writer: Writer, words: str, size: float, language: str, colour: Colour, *, bold: bool = False
) -> Text:
    leading = 1.4 if writer.book.rtl(language) else 1.25
    look = Look(writer.grid.size(size), bold, colour, leading)
    rtl = writer.book.rtl(language)
    return Text([Piece(words, look, language)], rtl=rtl, side=Side.MIDDLE, tag="LBody")


class Box(Flowable):
    """A thing to bring, with a box to tick before it."""

    canv: TextCanvas

    def __init__(self, text: Text, size: float, *, rtl: bool) -> None:
        super().__init__()
        self.text, self.size, self.rtl = text, size, rtl
        self.text.tag = "LBody"

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = self.text.wrap(available_width - self._indent, 0)[1]
        return self.width, self.height

    @property
    def _indent(self) -> float:
        return self.size * 1.7

    def draw(self) -> None:
        top = self.height - self.text.paragraph.leading / 2
        x = self.width - self.size if self.rtl else 0.0
        with self.canv.artifact():
            self.canv.setStrokeColorRGB(*BLACK)
            self.canv.setLineWidth(0.9)
            self.canv.roundRect(x, top - self.size / 2, self.size, self.size, self.size / 6)
        self.text.drawOn(self.canv, 0.0 if self.rtl else self._indent, 0)


class Moment(Flowable):
    """The day and the time of an appointment, large, with a clock between them."""

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
