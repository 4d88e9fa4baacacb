"""What a paragraph is made of: pieces of text, each with its look and its language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.27, 0.27, 0.27)
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece looks: `size` in points (of Latin letters), `leading` in sizes."""

    size: float
    bold: bool = False
    colour: Colour = BLACK
    leading: float = 1.3


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one look in one language (a code such as "fi")."""

    text: str
    look: Look
    language: str


def cleaned(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces as one paragraph: what would break it into several becomes a space."""
    return tuple(replace(piece, text=_one_line(piece.text)) for piece in pieces if piece.text)


def _one_line(text: str) -> str:
    return "".join(" " if _separates(char) else char for char in text)


def _separates(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or unicodedata.bidirectional(char) in (
        "B",
        "S",
    )
