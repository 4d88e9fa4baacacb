"""From characters to glyphs: one HarfBuzz run for each level, script and font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

import uharfbuzz as hb

from app.documents.text.faces import Face, faces_of
from app.documents.text.order import turns
from app.domain.isolates import ISOLATES

# Ligatures hide words from a search; `locl` draws the Persian 6 of Noto Naskh as the Arabic one.
_FEATURES: Final = {"liga": False, "clig": False, "dlig": False, "locl": False}
_FIRST_NOT_LATIN: Final = "\u0370"
_COPIED: Final = {ord(sign): None for sign in ISOLATES} | {0xA0: " "}
_NO_SCRIPT: Final = ("COMMON", "INHERITED", "UNKNOWN")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph, its advance and offset in thousandths of the size, and the characters it draws.

    A cluster of several glyphs has its characters on the first in reading order.
    """

    id: int
    advance: int
    across: int
    up: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """Glyphs of one font from left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]
    rtl: bool
    width: float
    """In sizes of the look, the font's own scale included."""


@lru_cache(maxsize=4096)
def shape(text: str, rtl: bool, bold: bool) -> tuple[Shaped, ...]:
    """The glyphs of a text that is read in one direction, from left to right."""
    runs = [_shape(part, face, rtl) for part, face in _parts(text, bold)]
    return tuple(reversed(runs)) if rtl else tuple(runs)


@lru_cache(maxsize=8192)
def width(text: str, bold: bool) -> float:
    """The room that a text takes, in sizes."""
    return sum(run.width for run in shape(text, turns(text), bold))


def _parts(text: str, bold: bool) -> Iterator[tuple[str, Face]]:
    """Parts of one font and one script each, in reading order."""
    drawn = zip(text, faces_of(text, bold), _scripts(text), strict=True)
    for (face, _script), group in groupby(drawn, key=lambda one: (one[1], one[2])):
        yield "".join(char for char, _face, _script in group), face


def _scripts(text: str) -> list[str]:
    """The script of each character; what belongs to none goes with the letters before it."""
    if not text or max(text) < _FIRST_NOT_LATIN:
        return [""] * len(text)
    from fpdf.unicode_script import get_unicode_script

    own = [get_unicode_script(char).name for char in text]
    now = next((script for script in own if script not in _NO_SCRIPT), "")
    found: list[str] = []
    for script in own:
        now = now if script in _NO_SCRIPT else script
        found.append(now)
    return found


def _shape(text: str, face: Face, rtl: bool) -> Shaped:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.guess_segment_properties()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.font, buffer, _FEATURES)
    glyphs = tuple(_glyphs(text, buffer, rtl))
    wide = sum(glyph.advance for glyph in glyphs) * face.scale / 1000
    return Shaped(face, glyphs, rtl, wide)


def _glyphs(text: str, buffer: hb.Buffer, rtl: bool) -> Iterator[Glyph]:
    infos, positions = buffer.glyph_infos or [], buffer.glyph_positions or []
    told = _told(text, sorted({info.cluster for info in infos}))
    # The first glyph of a cluster in reading order is the rightmost in right-to-left text.
    carriers: dict[int, int] = {}
    for place in range(len(infos) - 1, -1, -1) if rtl else range(len(infos)):
        carriers.setdefault(infos[place].cluster, place)
    for place, (info, position) in enumerate(zip(infos, positions, strict=True)):
        if not told[info.cluster]:
            continue
        drawn = told[info.cluster] if carriers[info.cluster] == place else ""
        yield Glyph(info.codepoint, position.x_advance, position.x_offset, position.y_offset, drawn)


def _told(text: str, starts: list[int]) -> dict[int, str]:
    """The characters of each cluster as they are copied: no isolates, plain spaces."""
    return {
        start: text[start:end].translate(_COPIED) for start, end in pairwise([*starts, len(text)])
    }
