"""A paragraph and its lines: broken as the text is read, then put in order line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from app.documents.text.breaks import SPACES, letters, words
from app.documents.text.order import Order
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


class Measured(NamedTuple):
    """A stretch that stays together, and its points with and without the spaces behind."""

    start: int
    end: int
    whole: float
    seen: float


@lru_cache(maxsize=2048)
def paragraph(pieces: tuple[Piece, ...], rtl: bool) -> Paragraph:
    """The same one for the same pieces: most of what is printed is printed again."""
    return Paragraph(pieces, rtl)


class Paragraph:
    """Pieces of text that are read one after the other in one main direction."""

    def __init__(self, pieces: Sequence[Piece], rtl: bool) -> None:
        self.pieces = cleaned(pieces)
        self.rtl = rtl
        self.text = "".join(piece.text for piece in self.pieces)
        self._lines: dict[float, list[Line]] = {}
        self._stretches: dict[tuple[int, int], list[Stretch]] = {}
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
        if room not in self._lines:
            self._lines[room] = self._broken(room)
        return self._lines[room]

    def _broken(self, room: float) -> list[Line]:
        found: list[Line] = []
        start, wide, last = 0, 0.0, 0
        for begins, ends, whole, seen in self._fitting(room):
            if begins > start and wide + seen > room:
                found.append(self._line(start, last))
                start, wide = begins, 0.0
            wide, last = wide + whole, ends
        return [*found, self._line(start, last)] if last > start else found

    def stretches(self, line: Line) -> list[Stretch]:
        """What is drawn of a line, from left to right."""
        place = line.start, line.end
        if place not in self._stretches:
            self._stretches[place] = list(self._shaped(line))
        return self._stretches[place]

    def _shaped(self, line: Line) -> Iterator[Stretch]:
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

    def _fitting(self, room: float) -> Iterator[Measured]:
        """The words; of one that is wider than the room the letters."""
        for word in self._words:
            if word.seen <= room:
                yield word
            else:
                for start, end in letters(self.text[word.start : word.end]):
                    yield self._measured(word.start + start, word.start + end)

    @cached_property
    def _words(self) -> list[Measured]:
        return [self._measured(start, end) for start, end in words(self.text)]

    def _measured(self, start: int, end: int) -> Measured:
        seen = start + len(self.text[start:end].rstrip(SPACES))
        without = self._width(start, seen)
        spaces = self._width(seen, end) if seen < end else 0.0
        return Measured(start, end, without + spaces, without)

    def _width(self, start: int, end: int) -> float:
        return sum(
            width(self.text[a:b], piece.look.bold) * piece.look.size
            for a, b, piece in self._parts(start, end)
        )

    def _line(self, start: int, end: int) -> Line:
        line = Line(start, end, 0.0)
        wide = sum(one.shaped.width * one.piece.look.size for one in self.stretches(line))
        return Line(start, end, wide)
