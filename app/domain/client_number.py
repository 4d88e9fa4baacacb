"""Client numbers: drawn, with a check digit, so that a gap between two tells of nobody."""

from random import Random
from typing import Final

from stdnum import luhn

_LEAST, _MOST = 100_000, 999_999
_LENGTH: Final = 7


def draw_number(random: Random) -> int:
    """A number of seven digits, the last of which proves the others (Luhn, ISO/IEC 7812-1)."""
    drawn = str(random.randint(_LEAST, _MOST))
    return int(drawn + luhn.calc_check_digit(drawn))


def is_number(text: str) -> bool:
    """Whether `text` is a client number without a slip in it."""
    return len(text) == _LENGTH and text.isascii() and luhn.is_valid(text)
