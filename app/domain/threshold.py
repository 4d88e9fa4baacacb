"""The least number of visits that public figures tell; a smaller one is hidden (domain 3.3)."""

from typing import Final

from app.domain.errors import Refused

LEAST: Final = 3
MOST: Final = 10
DEFAULT: Final = 5


def checked_threshold(n: int) -> int:
    """`n` as it is. Errors: `threshold_out_of_range` (least, most)."""
    if not LEAST <= n <= MOST:
        raise Refused("threshold_out_of_range", least=LEAST, most=MOST)
    return n
