"""What is told of one day of a service: its name and date, then its hours."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.slip import times
from app.documents.slip.writer import HOURS, OTHER, SMALL, Writer
from app.documents.text.flow import Side, Text
from app.documents.text.piece import BLACK, WHITE, Colour, Look, Piece
from app.domain.slip import OpenDay
from app.localization import WEEKDAYS


@dataclass(frozen=True, slots=True)
class DayTexts:
    """The weekday in the visitor's language, the day in the other one, and the hours."""

    weekday: Text
    day: Text
    hours: list[Text]

    def all(self) -> list[Text]:
        return [self.weekday, self.day, *self.hours]


def day_texts(writer: Writer, day: OpenDay, *, first: bool) -> DayTexts:
    """The texts of a day, white where it is the `first`, which is today."""
    slip, colour = writer.slip, WHITE if first else BLACK
    name = times.weekday(day.day, slip.language)
    if first:
        comma = "، " if writer.book.rtl(slip.language) else ", "
        name = f"{writer.phrase('today').text}{comma}{name}"
    short = f"{WEEKDAYS[slip.beside][day.day.weekday()]} {times.short_day(day.day)}"
    if first and not writer.single:
        short = f"{writer.aside('today').text} {short}"
    return DayTexts(
        _line(writer, name, SMALL, slip.language, colour),
        _line(writer, short, SMALL, slip.beside, colour),
        _hours(writer, day, colour),
    )


def _hours(writer: Writer, day: OpenDay, colour: Colour) -> list[Text]:
    beside = writer.slip.beside
    if day.spans:
        size = HOURS if len(day.spans) == 1 else OTHER
        return [_line(writer, times.spans(day.spans), size, beside, colour, bold=True)]
    closed = writer.phrase("closed")
    lines = [_line(writer, closed.text, OTHER, closed.language, colour, bold=True)]
    if not writer.single:
        lines.append(_line(writer, writer.aside("closed").text, SMALL, beside, colour))
    return lines


def _line(
    writer: Writer, words: str, size: float, language: str, colour: Colour, *, bold: bool = False
) -> Text:
    rtl = writer.book.rtl(language)
    look = Look(writer.grid.size(size), bold, colour, 1.4 if rtl else 1.25)
    return Text([Piece(words, look, language)], rtl=rtl, side=Side.MIDDLE, tag="LBody")
