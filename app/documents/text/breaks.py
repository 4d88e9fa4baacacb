"""Where a line may end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

# A space, a zero-width space or the word mark of Ethiopic, and all that follow it; a hyphen or a
# slash between letters.
_END: Final = re.compile(r"[ \u2000-\u2006\u2008-\u200b\u1361]+|(?<=[^\W\d][-/])(?=[^\W\d])")
SPACES: Final = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b"


def words(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each stretch that stays together, the spaces behind it included."""
    start = 0
    for found in _END.finditer(text):
        if found.end() > start:
            yield start, found.end()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def letters(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each letter with its marks: where a word too long for a line breaks."""
    start = 0
    for index in range(1, len(text)):
        if unicodedata.category(text[index]) not in ("Mn", "Me", "Mc", "Cf"):
            yield start, index
            start = index
    if text:
        yield start, len(text)
