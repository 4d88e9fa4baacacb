"""CSV as people have it: from any program, in any usual encoding, with any usual sign between."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from app.domain.errors import Refused

_SIGNS: Final = (";", ",", "\t")
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_text(
    content: bytes, name: str, is_heading: Callable[[str], bool]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Each line with the number at which it begins. Errors: `table_damaged`, `table_quote`."""
    text = _decoded(content, name)
    sign = max(_SIGNS, key=lambda one: sum(map(is_heading, _first_line(text, one))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise Refused("table_quote", line=begins) from None


def _decoded(content: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, else what Windows writes in western Europe."""
    marked = next((code for mark, code in _MARKS.items() if content.startswith(mark)), None)
    for code in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise Refused("table_damaged", name=name)


def _first_line(text: str, sign: str) -> Sequence[str]:
    """The first line that says something, as far as it can be read."""
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return next((cells for cells in lines if any(map(str.strip, cells))), [])
    except csv.Error:
        return []
