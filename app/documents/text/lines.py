"""A paragraph and its lines: broken as the text is read, then put in order line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.documents.text.breaks import SPACES, letters, words
from app.documents.text.order import Order, turns
from app.documents.text.piece import Piece, cleaned
from app.documents.text.shape import Shaped, shape, width


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs of one font and one look, and where they begin (points from the line's left)."""

    x: float
    shaped: Shaped
    piece: Piece


@dataclass(frozen=True, slots=True)
class Line:
    """The characters `start` to `end` of a paragraph, `width` points wide without spaces behind."""

    start: int
    end: int
    width: float


class Paragraph:
    """Pieces of text that are read one after the other in one main direction."""

    def __init__(self, pieces: Sequence[Piece], rtl: bool) -> None:
        self.pieces = cleaned(pieces)
        self.rtl = rtl
        self.text = "".join(piece.text for piece in self.pieces)
        self._starts: list[int] = []
        at = 0
        for piece in self.pieces:
            self._starts.append(at)
            at += len(piece.text)

    @cached_property
    def order(self) -> Order:
        return Order(self.text, self.rtl)

    @property
    def leading(self) -> float:
        """The height of a line in points."""
        return max((piece.look.size * piece.look.leading for piece in self.pieces), default=0.0)

    @property
    def language(self) -> str:
        """That of the first piece."""
        return self.pieces[0].language if self.pieces else ""

    @property
    def size(self) -> float:
        return max((piece.look.size for piece in self.pieces), default=0.0)

    def lines(self, room: float) -> list[Line]:
        """The lines that fit in `room` points; a word that does not is broken at its letters."""
        found: list[Line] = []
        start, wide, last = 0, 0.0, 0
        for begins, ends in self._stretches(room):
            whole, seen = self._widths(begins, ends)
            if begins > start and wide + seen > room:
                found.append(self._line(start, last))
                start, wide = begins, 0.0
            wide, last = wide + whole, ends
        return [*found, self._line(start, last)] if last > start else found

    def stretches(self, line: Line) -> Iterator[Stretch]:
        """What is drawn of a line, from left to right."""
        x = 0.0
        for start, end, piece, rtl in self._drawn(line):
            for shaped in shape(self.text[start:end], rtl, piece.look.bold):
                yield Stretch(x, shaped, piece)
                x += shaped.width * piece.look.size

    def _drawn(self, line: Line) -> Iterator[tuple[int, int, Piece, bool]]:
        """Parts of one look and direction from left to right, without the spaces behind."""
        end = line.start + len(self.text[line.start : line.end].rstrip(SPACES))
        for run in self.order.line(line.start, end):
            parts = list(self._parts(run.start, run.end))
            for start, stop, piece in reversed(parts) if run.rtl else parts:
                yield start, stop, piece, run.rtl

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int, Piece]]:
        place = bisect_right(self._starts, start) - 1
        while start < end:
            piece = self.pieces[place]
            stop = min(end, self._starts[place] + len(piece.text))
            yield start, stop, piece
            start, place = stop, place + 1

    def _stretches(self, room: float) -> Iterator[tuple[int, int]]:
        for start, end in words(self.text):
            if self._widths(start, end)[1] <= room:
                yield start, end
            else:
                yield from ((start + a, start + b) for a, b in letters(self.text[start:end]))

    def _widths(self, start: int, end: int) -> tuple[float, float]:
        """Points with and without the spaces behind."""
        seen = start + len(self.text[start:end].rstrip(SPACES))
        without = self._width(start, seen)
        return without + self._width(seen, end), without

    def _width(self, start: int, end: int) -> float:
        return sum(
            width(self.text[a:b], turns(self.text[a:b]), piece.look.bold) * piece.look.size
            for a, b, piece in self._parts(start, end)
        )

    def _line(self, start: int, end: int) -> Line:
        line = Line(start, end, 0.0)
        wide = sum(one.shaped.width * one.piece.look.size for one in self.stretches(line))
        return Line(start, end, wide)
