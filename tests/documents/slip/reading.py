"""A slip read back: its pages, its text, and where its words stand."""

import io
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from pypdf import PdfReader

_CONTROLS: Final = re.compile("[\u2066-\u2069\u202a-\u202e]")
_WORD: Final = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</word>'
)


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def said(tmp_path: Path, data: bytes, *options: str) -> str:
    """What `pdftotext` finds, as it is copied out of a viewer."""
    path = tmp_path / "slip.pdf"
    path.write_bytes(data)
    command = ["pdftotext", *options, str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return _CONTROLS.sub("", text)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a word stands, in points from the top left of its page."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = other
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom


def placed(tmp_path: Path, data: bytes) -> Mapping[str, list[Box]]:
    """The places of each word on the first page."""
    found: dict[str, list[Box]] = {}
    text = said(tmp_path, data, "-bbox", "-l", "1")
    for *sides, word in _WORD.findall(text):
        found.setdefault(unescape(word), []).append(Box(*map(float, sides)))
    return found


def heights(tmp_path: Path, data: bytes) -> Mapping[str, float]:
    """How far down each word stands for the first time, pages one under the other."""
    found: dict[str, float] = {}
    pages = said(tmp_path, data, "-bbox").split("</page>")
    for number, page in enumerate(pages):
        for _left, top, _right, _bottom, word in _WORD.findall(page):
            found.setdefault(unescape(word), 14_400 * number + float(top))
    return found
