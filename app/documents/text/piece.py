"""What a paragraph is made of: pieces of text, each with its look and its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.27, 0.27, 0.27)
WHITE: Colour = (1.0, 1.0, 1.0)
# Control characters, lone surrogates and the separator of paragraphs.
_SEPARATORS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2029\ud800-\udfff]")


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
    return tuple(_cleaned(piece) for piece in pieces if piece.text)


def _cleaned(piece: Piece) -> Piece:
    text = _SEPARATORS.sub(" ", piece.text)
    return piece if text == piece.text else replace(piece, text=text)
