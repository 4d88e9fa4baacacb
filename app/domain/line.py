"""One line of text that somebody typed or pasted."""

from typing import Final

_JOINERS: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def clean_line(text: str) -> str:
    """The text in one line: breaks and control characters become single spaces.

    The joiners stay: Persian words and many emoji are spelt with them.
    """
    kept = (sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)
    return " ".join("".join(kept).split())
