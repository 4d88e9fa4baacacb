"""How far something long is, on standard error, for a person who waits at a terminal."""

import sys

from app.localization import _


def show(done: int, whole: int) -> None:
    """Write over the line before; a file or another program hears nothing."""
    if sys.stderr.isatty() and whole:
        end = "\n" if done >= whole else ""
        share = 100 * done // whole
        print("\r" + _("{share} % done", share=share), end=end, file=sys.stderr, flush=True)
