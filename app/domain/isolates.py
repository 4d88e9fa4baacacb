"""Facts inside a sentence: kept from its direction, so that their own order stays.

A bare `+358 40 123 4567` in Arabic text shows as `4567 123 40 358+` by Unicode's own rule
(UAX #9); inside isolates it does not. Spaces in it do not break.
"""

from typing import Final

_LEFT_TO_RIGHT, _FIRST_STRONG, _END = "\u2066", "\u2068", "\u2069"
_SPACE, _NO_BREAK_SPACE = " ", "\N{NO-BREAK SPACE}"
ISOLATES: Final = frozenset({"\u2066", "\u2067", "\u2068", "\u2069"})


def fixed(text: str) -> str:
    """A telephone number, time, date, address or e-mail: left to right, in one piece."""
    return f"{_LEFT_TO_RIGHT}{text.replace(_SPACE, _NO_BREAK_SPACE)}{_END}" if text else ""


def named(text: str) -> str:
    """A name: in the direction of its own first letter; it may break at its spaces."""
    return f"{_FIRST_STRONG}{text}{_END}" if text else ""


def bare(text: str) -> str:
    """The text without isolates, as it is copied or compared."""
    return "".join(char for char in text if char not in ISOLATES)
