"""How a part of a name may be spoken: consonants in a few classes, and what stands between them.

Two spellings of one name nearly always share the classes, whatever their script: vowels, doubled
letters and the choice of t or d, s or z, k or g are what differs. What a letter stands for depends
on the language it was written in, so a part has up to a handful of readings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from app.domain.names.letters import apart, folded, script_of, sounded

READINGS: Final = 7
# Longest first: the class of the consonant, and the consonant itself.
_SIGNS: Final = {
    "shch": "$$", "tsch": "$$", "sch": "$$", "tch": "$$", "sh": "$$", "ch": "$$", "cz": "$$",
    "zh": "$j", "dj": "$j", "dsch": "$j", "kh": "hx", "gh": "kg", "th": "tt", "dh": "td",
    "ph": "ff", "ts": "sc", "tz": "sc", "ck": "kk", "ks": "hx", "x": "hh", "j": "$j", "q": "kq",
    "k": "kk", "g": "kg", "p": "bp", "b": "bb", "t": "tt", "d": "td", "s": "ss", "z": "sz",
    "v": "vv", "w": "vw", "f": "ff", "l": "ll", "r": "rr", "m": "mm", "n": "nn", "h": "hh",
}  # fmt: skip
_PIECE: Final = re.compile("|".join(sorted(_SIGNS, key=len, reverse=True)) + "|[aeiouyc0-9]")
_VOWELS: Final = frozenset("aeiou")
_LONG: Final = ("aa", "ee", "ii", "oo", "ou", "uu")
_OTHERWISE: Final = (
    ("^c?(abd)[aeou][dlnrsz]$", r"\1"),  # Abdul, before a name of God
    ("c(?!h|k|z)", ""),  # Somali ayn: Cabdi, Cumar
    ("c(?!h|k|z)", "ts"),  # Slavic c
    ("x", "ks"),
    ("(?<!n)g(?!h)", "h"),  # Ukrainian and Russian г
    ("j", "y"),  # German and Nordic j
    ("kh|q", "k"),
    ("q", "kh"),  # Somali q
    ("(?<!s)ch", "kh"),  # German ch
    ("^[ae]l(?=[bcdfghjkmnqrstvwxyz].{3})", ""),  # the Arabic article, written together
    ("w", "v"),  # German w, spoken before any sign
    ("th", "s"),  # Othman, Osman
    ("^[iy]e", "e"),
    ("^h(?=[ae])", ""),
)
_PERSIAN: Final = str.maketrans({"ض": "ز", "ذ": "ز", "ث": "س", "ى": "ی"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a part.

    `skeleton` has the classes, `exact` the consonants themselves, both equally long; `between` the
    vowels before each of them and after the last, one more.
    """

    skeleton: str
    exact: str
    between: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def readings(part: str) -> tuple[Reading, ...]:
    """The readings of a part as `plain` gives it, the likeliest first, each skeleton once."""
    found: dict[str, Reading] = {}
    for spelling in dict.fromkeys(_spellings(part)):
        one = _read(spelling)
        found.setdefault(one.skeleton, one)
        if len(found) == READINGS:
            break
    return tuple(found.values())


def _spellings(part: str) -> Iterator[str]:
    if script_of(part) == "arabic":
        yield from _spellings_of_arabic(part)
        return
    loud = sounded(part)
    yield loud
    yield folded(part)
    for what, instead in _OTHERWISE:
        yield re.sub(what, instead, loud)


def _spellings_of_arabic(part: str) -> Iterator[str]:
    """Arabic and Persian readings of the letters, each with w and y as vowels or as themselves."""
    arabic, persian = (
        re.sub("^y(?![aeiouw])", "ya", apart(one)) for one in (part, part.translate(_PERSIAN))
    )
    yield from (arabic, persian)
    yield from (re.sub("(?<=.)w", "v", one) for one in (arabic, persian))
    yield re.sub("(?<!^)y(?=[aw])", "yi", arabic)


class _Heard:
    """What has been read of a spelling so far."""

    def __init__(self) -> None:
        self.skeleton, self.exact, self.vowels = "", "", ""
        self.between: list[str] = []

    def consonant(self, sign: str) -> None:
        """`sign` is its class and itself; a vowel that begins the part stands for one before."""
        if not self.skeleton and self.vowels:
            self.add("AA")
        doubled = self.skeleton[-1:] == sign[0] and not self.vowels and self.skeleton != "A"
        if not doubled:
            self.add(sign)

    def add(self, sign: str) -> None:
        self.skeleton, self.exact = self.skeleton + sign[0], self.exact + sign[1]
        self.between.append(self.vowels)
        self.vowels = ""

    def end(self) -> Reading:
        """An h at the end is not spoken: Sara and Sarah."""
        if not self.skeleton and self.vowels:
            self.add("AA")
        if self.exact[-1:] == "h" and len(self.exact) > 2 and not self.vowels:
            self.skeleton, self.exact = self.skeleton[:-1], self.exact[:-1]
            self.vowels = self.between.pop()
        between = (*map(_vowel, self.between), _vowel(self.vowels))
        return Reading(self.skeleton, self.exact, between)


def _read(spelling: str) -> Reading:
    heard = _Heard()
    pieces = _PIECE.findall(_without_article(spelling))
    for piece, after in pairwise((*pieces, "")):
        sign = _sign(piece, after, first=not heard.skeleton and not heard.vowels)
        if len(sign) == 1:
            heard.vowels += sign
        else:
            heard.consonant(sign)
    return heard.end()


def _sign(piece: str, after: str, *, first: bool) -> str:
    """Class and consonant of a piece, or the one letter of a vowel."""
    if piece in _VOWELS:
        return piece
    if piece == "c":
        return "sc" if after in ("e", "i", "y") else "kk"
    if piece == "y":
        return "yy" if first and (after in _VOWELS or after == "w") else "i"
    if piece == "w" and not first and after not in (*_VOWELS, "y", "w"):
        return "u"
    if piece.isdigit():
        return piece * 2
    return _SIGNS[piece]


def _without_article(spelling: str) -> str:
    """Abdulrahman, Abdurrahman and Abdirahman without the article inside."""
    return re.sub("^abd[aeiou]?(?:l(?=[^aeioulh]))?(?=.{3})", "abd", spelling)


def _vowel(vowels: str) -> str:
    """The one vowel that a group of them is heard as, large where it is surely long."""
    long = any(double in vowels for double in _LONG)
    if "o" in vowels or "u" in vowels:
        heard = "u"
    elif "i" in vowels or "ee" in vowels:
        heard = "i"
    else:
        heard = vowels[:1]
    return heard.upper() if long else heard
