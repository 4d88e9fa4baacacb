"""The fonts of printed text, and which of them draws a character."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

import uharfbuzz as hb

from app import paths

_ARABIC_SCALE: Final = 1.15
_REGULAR: Final = ("NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoSansEthiopic-Regular")
_BOLD: Final = ("NotoSans-SemiBold", "NotoNaskhArabic-Bold", "NotoSansEthiopic-Bold")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file: `scale` makes its letters as large as those of Noto Sans look.

    All our files have 1000 units to the em, the unit of PDF's own glyph space.
    """

    name: str
    face: hb.Face
    font: hb.Font
    characters: frozenset[int]
    scale: float = 1.0

    @property
    def ascent(self) -> float:
        return float(self.font.get_font_extents("ltr").ascender) / 1000

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen, in thousandths."""
        return round(float(self.font.get_glyph_h_advance(glyph)))

    @property
    def descent(self) -> float:
        return float(self.font.get_font_extents("ltr").descender) / 1000


@cache
def faces(bold: bool) -> tuple[Face, ...]:
    """The fonts in the order in which they are asked."""
    return tuple(_load(name) for name in (_BOLD if bold else _REGULAR))


def _load(name: str) -> Face:
    blob = hb.Blob.from_file_path(str(paths.resource("fonts", f"{name}.ttf")))
    face = hb.Face(blob)
    scale = _ARABIC_SCALE if "Arabic" in name else 1.0
    return Face(name, face, hb.Font(face), frozenset(face.unicodes), scale)


def faces_of(text: str, bold: bool) -> list[Face]:
    """The font of each character: the first that has it, else the first of all.

    A mark or an unseen sign stays with the letter before it, so that they are shaped together.
    """
    found: list[Face] = []
    for char in text:
        before = found[-1] if found else None
        found.append(before if before and _stays(char, before) else _first(char, bold))
    return found


def _stays(char: str, before: Face) -> bool:
    category = unicodedata.category(char)
    return category == "Cf" or (category in ("Mn", "Me") and ord(char) in before.characters)


@cache
def _first(char: str, bold: bool) -> Face:
    known = faces(bold)
    return next((face for face in known if ord(char) in face.characters), known[0])
