"""The printed recovery code: 31 random symbols and a check symbol, in eight groups of four.

The alphabet is Crockford's base 32 (digits and letters without I, L, O, U). The check symbol makes
the symbols, read as a polynomial over GF(32), come out as zero: one wrong symbol or two neighbours
that changed places can never pass unnoticed.
"""

import unicodedata

from app.domain.errors import Refused

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BYTES = 20
LENGTH = 32
_GROUP = 4
_FIELD = 0b100101  # x^5 + x^2 + 1, primitive, so x has 31 different powers
_LOOK_ALIKES = str.maketrans("OIL", "011")


def new_code(random_bytes: bytes) -> str:
    """The code that 20 random bytes make (155 of their 160 bits), grouped as it is printed."""
    if len(random_bytes) != RANDOM_BYTES:
        raise ValueError(f"a recovery code takes {RANDOM_BYTES} random bytes")
    number = int.from_bytes(random_bytes, "big") >> 5
    values = [number >> 5 * place & 31 for place in reversed(range(LENGTH - 1))]
    values.append(_double(_remainder(values)))
    return _grouped("".join(ALPHABET[value] for value in values))


def normalise(typed: str) -> str:
    """The code as it was printed, whatever the case, spaces, dashes, O for 0, I or L for 1.

    Refused `recovery_mistyped` when it is no code: wrong length, foreign sign, wrong check symbol.
    """
    plain = unicodedata.normalize("NFKC", typed)
    symbols = "".join(sign for sign in plain if not _is_gap(sign)).upper().translate(_LOOK_ALIKES)
    if len(symbols) != LENGTH or not set(symbols) <= set(ALPHABET):
        raise Refused("recovery_mistyped")
    if _remainder([ALPHABET.index(symbol) for symbol in symbols]):
        raise Refused("recovery_mistyped")
    return _grouped(symbols)


def _remainder(values: list[int]) -> int:
    """The values as a polynomial over GF(32), highest power first, at the field's element x."""
    total = 0
    for value in values:
        total = _double(total) ^ value
    return total


def _double(value: int) -> int:
    """`value` times x in GF(32)."""
    return value << 1 ^ (_FIELD if value & 16 else 0)


def _is_gap(sign: str) -> bool:
    """A space, a dash of any kind or an invisible sign."""
    return unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Pd", "Cc", "Cf"} or sign == "\u2212"


def _grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))
