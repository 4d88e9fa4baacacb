"""Pages of a PDF file as pictures, for a screen or a printer that takes nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

# PDFium may be called by one thread at a time.
_ALONE: Final = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: rows of `stride` bytes from the top.

    A pixel has 32 bits, blue first, or in a `grey` picture 8.
    """

    pixels: bytes
    width: int
    height: int
    stride: int
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """How large the pages of a file are: points wide and high."""

    pages: tuple[tuple[float, float], ...]


def measures(pdf: bytes) -> Measures:
    """The sizes of all pages of a file."""
    from pypdfium2 import PdfDocument

    with _ALONE, PdfDocument(pdf) as document:
        return Measures(tuple(tuple(page.get_size()) for page in document))


def picture(pdf: bytes, page: int, width: int, grey: bool = False) -> Picture:
    """A page (the first is 0) of a file, `width` pixels wide, on white; `grey` takes a quarter."""
    from pypdfium2 import PdfDocument

    with _ALONE, PdfDocument(pdf) as document:
        one = document[page]
        scale = max(width, 1) / one.get_size()[0]
        bitmap = one.render(scale=scale, grayscale=grey, prefer_bgrx=True)
        return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, grey)
