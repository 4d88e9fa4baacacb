"""How a part of a name may be spoken: consonants in a few classes, and what stands between them.

Two spellings of one name nearly always share the classes, whatever their script: vowels, doubled
letters and the choice of t or d, s or z, k or g are what differs. What a letter stands for depends
on the language it was written in, so a part has up to a handful of readings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
    ("g(?!h)", "h"),  # Ukrainian and Russian г
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
    bare = folded(part)
    if script_of(part) == "arabic":
        bare = apart(part)
        yield bare
        persian = apart(part.translate(_PERSIAN))
        yield persian
        yield re.sub("(?<=.)w", "v", persian)
        yield re.sub("(?<!^)y(?=[aw])", "yi", bare)
        return
    loud = sounded(part)
    yield loud
    yield bare
    for what, instead in _OTHERWISE:
        yield re.sub(what, instead, loud)


def _read(spelling: str) -> Reading:
    skeleton, exact, between, vowels = "", "", [], ""
    pieces = _PIECE.findall(_without_article(spelling))
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        sign = _sign(piece, after, first=place == 0)
        if len(sign) == 1:
            vowels += sign
            continue
        if not skeleton and vowels:
            skeleton, exact, between, vowels = "A", "A", [vowels], ""
        if skeleton[-1:] == sign[0] and not vowels and skeleton != "A":
            continue
        skeleton, exact = skeleton + sign[0], exact + sign[1]
        between.append(vowels)
        vowels = ""
    if not skeleton and vowels:
        skeleton, exact, between, vowels = "A", "A", [vowels], ""
    if exact[-1:] == "h" and len(exact) > 2 and not vowels:
        skeleton, exact = skeleton[:-1], exact[:-1]
        vowels = between.pop() + vowels
    return Reading(skeleton, exact, (*map(_vowel, between), _vowel(vowels)))


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
