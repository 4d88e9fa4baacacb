"""The order in which a line is read: Unicode's bidirectional algorithm (UAX #9), by `fpdf.bidi`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fpdf.bidi import BidiCharacter
    from fpdf.enums import TextDirection

_TURNING: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_FIRST_TURNING: Final = "\u0590"


@dataclass(frozen=True, slots=True)
class Run:
    """The characters `start` to `end` (not itself) of a paragraph, all read in one direction."""

    start: int
    end: int
    level: int

    @property
    def rtl(self) -> bool:
        return self.level % 2 == 1


class Order:
    """The levels of a paragraph; a line of it asks for its runs from left to right."""

    def __init__(self, text: str, rtl: bool) -> None:
        self._characters: list[BidiCharacter] | None = None
        self._base = int(rtl)
        if rtl or turns(text):
            self._characters = _characters(text, rtl)

    def line(self, start: int, end: int) -> list[Run]:
        """The runs of the characters `start` to `end`, as they stand from left to right."""
        if start >= end:
            return []
        if self._characters is None:
            return [Run(start, end, 0)]
        ranks, levels = self._reordered(start, end)
        # What the algorithm leaves out (joiners, rule X9) goes with the character before it.
        filled: list[int] = []
        for index in range(start, end):
            filled.append(levels.get(index, filled[-1] if filled else self._base))
        runs = list(_runs(filled, start))
        return sorted(runs, key=lambda run: _rank(run, ranks))

    def _reordered(self, start: int, end: int) -> tuple[dict[int, int], dict[int, int]]:
        """Of each character of the line: its place from the left, and its level on this line."""
        from fpdf.bidi import BidiParagraph

        line = BidiParagraph("", _direction(self._base == 1))
        line.characters = [
            _copy(one) for one in self._characters or () if start <= one.character_index < end
        ]
        visual = line.get_reordered_characters()
        ranks = {char.character_index: rank for rank, char in enumerate(visual)}
        return ranks, {char.character_index: char.embedding_level for char in visual}


def turns(text: str) -> bool:
    """Whether something in the text may be read from right to left."""
    return bool(text) and max(text) >= _FIRST_TURNING and _has_turning(text)


@lru_cache(maxsize=4096)
def _has_turning(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in _TURNING for char in text)


def _characters(text: str, rtl: bool) -> list[BidiCharacter]:
    from fpdf.bidi import BidiParagraph

    return BidiParagraph(text, _direction(rtl)).get_characters()


def _direction(rtl: bool) -> TextDirection:
    from fpdf.enums import TextDirection

    return TextDirection.RTL if rtl else TextDirection.LTR


def _copy(char: BidiCharacter) -> BidiCharacter:
    """One line's own: reordering sets the levels of what stands at its end."""
    from copy import copy

    return copy(char)


def _runs(levels: list[int], start: int) -> Iterator[Run]:
    at = start
    for level, group in groupby(levels):
        length = len(list(group))
        yield Run(at, at + length, level)
        at += length


def _rank(run: Run, ranks: dict[int, int]) -> int:
    return min((ranks[one] for one in range(run.start, run.end) if one in ranks), default=0)
