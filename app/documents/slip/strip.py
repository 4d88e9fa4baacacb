"""The next days, today first and inverted: side by side, or on stacked paper one a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from app.documents.slip.days import DayTexts, day_texts
from app.documents.slip.grid import Grid
from app.documents.slip.writer import Writer
from app.documents.text.canvas import TextCanvas
from app.documents.text.flow import Side, Text
from app.documents.text.piece import BLACK
from app.domain.slip import OpenDay

_PAD, _RADIUS = 4.0, 5.0
_EDGE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A day's place, measured from the lower left of the strip, and those of its texts."""

    left: float
    bottom: float
    width: float
    height: float
    texts: list[tuple[Text, float, float]]


class Strip(Flowable):
    """Up to five days; right-to-left strips run right to left."""

    canv: TextCanvas

    def __init__(self, writer: Writer, days: tuple[OpenDay, ...]) -> None:
        super().__init__()
        self.grid = writer.grid
        self.days = [day_texts(writer, day, first=place == 0) for place, day in enumerate(days)]
        self.frames: list[Frame] = []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        placed = _rows if self.grid.stacked else _columns
        self.frames = placed(self.days, self.grid, available_width)
        self.width = available_width
        self.height = max(frame.bottom + frame.height for frame in self.frames)
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            self._draw_frames()
        with self.canv.structure.within("L"):
            for frame in self.frames:
                with self.canv.structure.within("LI"):
                    for text, x, y in frame.texts:
                        text.drawOn(self.canv, x, y)

    def _draw_frames(self) -> None:
        canvas, radius = self.canv, _RADIUS * self.grid.enlarged
        canvas.saveState()
        outline = canvas.beginPath()
        outline.roundRect(0, 0, self.width, self.height, radius)
        canvas.saveState()
        canvas.clipPath(outline, stroke=0, fill=0)
        canvas.setFillColorRGB(*BLACK)
        today = self.frames[0]
        canvas.rect(today.left, today.bottom, today.width, today.height, stroke=0, fill=1)
        canvas.restoreState()
        canvas.setLineWidth(0.5)
        canvas.setStrokeColorRGB(*BLACK)
        for frame in self.frames[1:]:
            self._draw_border(frame)
        canvas.roundRect(0, 0, self.width, self.height, radius, stroke=1, fill=0)
        canvas.restoreState()

    def _draw_border(self, frame: Frame) -> None:
        """The line between a day and the one before it."""
        top, right = frame.bottom + frame.height, frame.left + frame.width
        if self.grid.stacked:
            self.canv.line(frame.left, top, right, top)
        else:
            x = right if self.grid.rtl else frame.left
            self.canv.line(x, frame.bottom, x, top)


def _columns(days: Sequence[DayTexts], grid: Grid, wide: float) -> list[Frame]:
    """All days side by side, the texts of each in its middle."""
    each, pad = wide / len(days), grid.padding(_PAD)
    high = max(_high(day.all(), each - 2 * _EDGE) for day in days) + 2 * pad
    lefts = [wide - (place + 1) * each if grid.rtl else place * each for place in range(len(days))]
    return [
        Frame(left, 0, each, high, list(_placed(day.all(), left + _EDGE, high - pad)))
        for left, day in zip(lefts, days, strict=True)
    ]


def _rows(days: Sequence[DayTexts], grid: Grid, wide: float) -> list[Frame]:
    """The days one under the other, the hours at the end of the row."""
    rows = [_row(day, grid, wide) for day in days]
    frames: list[Frame] = []
    bottom = sum(high for high, _ in rows)
    for high, columns in rows:
        bottom -= high
        texts = [
            placed
            for left, column, column_high in columns
            for placed in _placed(column, left, bottom + (high + column_high) / 2)
        ]
        frames.append(Frame(0, bottom, wide, high, texts))
    return frames


def _row(
    day: DayTexts, grid: Grid, wide: float
) -> tuple[float, list[tuple[float, list[Text], float]]]:
    """The height of a row, and of each column its left end, its texts and their height."""
    pad = grid.padding(_PAD)
    if grid.narrow:
        columns, shares = [[day.weekday, day.day], day.hours], [0.58, 0.42]
    else:
        columns, shares = [[day.weekday], [day.day], day.hours], [0.4, 0.32, 0.28]
    room, at = wide - 2 * pad, pad
    found: list[tuple[float, list[Text], float]] = []
    for column, share in zip(columns, shares, strict=True):
        each = room * share
        _align(column, grid, last=column is day.hours)
        left = wide - at - each if grid.rtl else at
        found.append((left, column, _high(column, each)))
        at += each
    return max(high for _, _, high in found) + 2 * pad, found


def _align(column: Sequence[Text], grid: Grid, *, last: bool) -> None:
    side = Side.RIGHT if grid.rtl != last else Side.LEFT
    for text in column:
        text.side = side


def _high(texts: Sequence[Text], wide: float) -> float:
    return sum(text.wrap(wide, 0)[1] for text in texts)


def _placed(texts: Sequence[Text], left: float, top: float) -> Iterator[tuple[Text, float, float]]:
    """The texts one under the other from the top."""
    for text in texts:
        top -= text.height
        yield text, left, top
