"""What is typed into the lookup: parts of a name, a birth date, a number, a telephone, a reference.

One piece of text may mean several things; 010190 is a birth date and the beginning of a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.names.letters import plain, written
from app.domain.names.parts import Part, parts_of

_OLDEST: Final = 1900
_PIECES: Final = re.compile(
    # Few letters and two groups of digits or more: no date, no telephone, no year with a number.
    r"(?P<spaced>\b[^\W\d_]{1,4}\s(?!\S*[./-]\S*[./-])(?!(?:\D*\d){10})[1-9]\d*(?:[\s/]\d+)+\b)"
    r"|(?P<iso>\b\d{4}-\d{1,2}-\d{1,2}\b)"
    r"|(?P<dots>\b\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:\d{4}|\d{2})\b)"
    r"|(?P<code>\b\d{6}[-+a-fu-y]\d{3}[0-9a-y]\b)"
    r"|(?P<phone>\+[\d\s()-]{3,}\d|(?:\(|\b)\d[\d\s()-]{5,}\d\b)"
    r"|(?P<digits>\b\d{2,}\b)"
    r"|(?P<mixed>[^\s,;]*\d[^\s,;]*)",
    re.IGNORECASE,
)
_COUNTRY: Final = "358"
_NEVER: Final = ("*never",)  # a day that no calendar has


class Mark(StrEnum):
    """What a piece other than a name can be; the value begins its keys in the index."""

    BIRTH = "*"
    NUMBER = "#"
    PHONE = "+"
    REFERENCE = "@"


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a name, and for each other piece the beginnings of the keys it may mean."""

    parts: tuple[Part, ...]
    marks: tuple[tuple[str, ...], ...]

    @property
    def is_empty(self) -> bool:
        return not self.parts and not self.marks

    @property
    def is_one_part(self) -> bool:
        """Whether one part of a name is all that there is."""
        return len(self.parts) == 1 and not self.marks

    @property
    def letters(self) -> int:
        """How many letters of a name there are."""
        return sum(part.length for part in self.parts)


def asked(text: str, today: date) -> Asked:
    """What `text` asks for; nothing that anybody can type is an error."""
    bare = written(text)
    marks = tuple(tuple(_means(found, today)) or _NEVER for found in _PIECES.finditer(bare))
    return Asked(parts_of(_PIECES.sub(" ", bare)), marks)


def _means(found: re.Match[str], today: date) -> Iterator[str]:
    kind, text = found.lastgroup, found[0]
    numbers = re.findall(r"\d+", text)
    if kind == "iso":
        yield from _days(numbers[2], numbers[1], numbers[0], today)
    elif kind == "dots":
        yield from _days(numbers[0], numbers[1], numbers[2], today)
    elif kind == "code":
        yield from _days(text[:2], text[2:4], text[4:6], today)
    elif kind in ("spaced", "mixed"):
        yield reference_key(text)
    else:
        digits = "".join(numbers)
        if len(digits) in (6, 8) and "+" not in text:
            yield from _days(digits[:2], digits[2:4], digits[4:], today)
        if len(digits) == 4 and _OLDEST <= int(digits) <= today.year:
            yield f"{Mark.BIRTH}{digits}"
        if "+" not in text:
            yield f"{Mark.NUMBER}{digits}"
            yield reference_key(digits)
        if len(digits) > 3:
            yield phone_key(text)


def _days(day: str, month: str, year: str, today: date) -> Iterator[str]:
    """The keys of a date; a year of two digits may be of this or the last century."""
    years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
    for one in years:
        try:
            born = date(one, int(month), int(day))
        except ValueError:
            continue
        if born <= today:
            yield birth_key(born)


def birth_key(born: date) -> str:
    """The key of a birth date; that of a year is its beginning."""
    return f"{Mark.BIRTH}{born:%Y%m%d}"


def reference_key(text: str) -> str:
    """The key of a Koto-AJ reference, however it is spaced and written."""
    return Mark.REFERENCE + re.sub("[^a-z0-9]", "", plain(text))


def phone_key(text: str) -> str:
    """The key of a telephone number in any usual form: 040 123, 00358 40 123, +358 (0)40 123."""
    digits = re.sub(r"[^\d+]", "", plain(text).replace("(0)", ""))
    for begins, instead in (("+", ""), ("00", ""), ("0", _COUNTRY)):
        if digits.startswith(begins):
            return Mark.PHONE + instead + digits.removeprefix(begins).replace("+", "")
    return Mark.PHONE + digits
