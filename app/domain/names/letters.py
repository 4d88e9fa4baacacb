"""Letters: any script to a to z, with the spellings that one letter can have."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from anyascii import anyascii

LONGEST: Final = 200
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_SCRIPTS: Final = (
    ("arabic", _ARABIC),
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("ethiopic", re.compile("[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]")),
)
# Where anyascii leaves a vowel out or writes a silent letter.
_OF_ARABIC: Final = str.maketrans(
    {
        **dict.fromkeys("اأٱآىةٲ", "a"),
        **dict.fromkeys("إٳ", "i"),
        **dict.fromkeys("ءعـ", ""),
        **dict.fromkeys("ئێېیيےۍ", "y"),
        **dict.fromkeys("ؤۇ", "w"),
        **dict.fromkeys("ۆ", "o"),
        **dict.fromkeys("ە", "e"),
        **dict.fromkeys("هھہ", "-h"),
        "ة": "a",
        "ظ": "z",
        "ذ": "dh",
    }
)
_OTHER: Final = re.compile("[^a-z0-9-]|^-")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f]")
_OF_CYRILLIC: Final = str.maketrans(
    {"ь": "", "ъ": "", "ё": "yo", "є": "ye", "ї": "yi", "щ": "shch"}
)
_TWO_LETTERS: Final[Mapping[str, str]] = {"ü": "ue", "ö": "oe", "ä": "ae", "ø": "oe", "å": "aa"}
# What these letters sound like, where their mark is more than a mark.
_SOUNDS: Final[Mapping[str, str]] = {
    "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh",
    "ż": "zh", "ğ": "", "ý": "y", "ĵ": "zh", "ê": "e", "ñ": "ny",
}  # fmt: skip


def script_of(text: str) -> str:
    """The script of a part of a name: `arabic`, `cyrillic`, `ethiopic` or `latin`."""
    return next((name for name, signs in _SCRIPTS if signs.search(text)), "latin")


def plain(text: str) -> str:
    """Small letters without direction marks, vowel signs of Arabic and other ornaments.

    Marks that make another letter of a Latin one stay. Digits of any script become 0 to 9.
    """
    text = written(text)
    return text.lower() if text.isascii() else _small(text)


def written(text: str) -> str:
    """As `plain`, but for capital letters, which stay."""
    if text.isascii():
        return _CONTROLS.sub(" ", text[:LONGEST])
    return "".join(map(_sign, unicodedata.normalize("NFKC", text[:LONGEST])))


def _small(text: str) -> str:
    text = text.replace("İ", "i").replace("ı", "i").casefold()
    return unicodedata.normalize("NFC", "".join(map(_sign, text)))


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    if kind in ("Zs", "Cc", "So"):
        return " "
    return "" if kind in ("Cf", "Mn", "Lm", "Cs", "Co", "Cn") else sign


@lru_cache(maxsize=1 << 16)
def folded(part: str) -> str:
    """A part of a name, as `plain` gives it, in the letters a to z and digits."""
    return apart(part).replace("-", "")


@lru_cache(maxsize=1 << 16)
def apart(part: str) -> str:
    """As `folded`, with a hyphen between letters that are two signs: z-h is not zh."""
    script = script_of(part)
    if script == "arabic":
        begins = "a" if part[:1] == "ع" else ""
        part = begins + part.removeprefix("ئ").translate(_OF_ARABIC)
    elif script == "cyrillic":
        part = part.translate(_OF_CYRILLIC)
    elif script == "ethiopic":
        part = anyascii(part).lstrip("'`")
    return _OTHER.sub("", anyascii(part).casefold())


def written_out(part: str) -> str:
    """As `folded`, with ü as ue and å as aa, as they are written where a keyboard lacks them."""
    return folded("".join(_TWO_LETTERS.get(sign, sign) for sign in part))


def sounded(part: str) -> str:
    """As `folded`, with marked letters as they sound: ş as sh, ç as ch."""
    return folded("".join(_SOUNDS.get(sign, sign) for sign in part))
