"""The number of a slip: site letter, four digits, check letter; it says nothing of the person."""

from typing import Final

# J also for slips that start at Romaniportti, which never stands on one.
LETTERS: Final = {"pietarsaari": "J", "uusikaarlepyy": "N", "kruunupyy": "K", "romaniportti": "J"}
LAST: Final = 9999
# Twenty-three letters, a prime, so that one wrong sign or two changed round always show.
_CHECK: Final = "ABCDEFGHJKLMNPQRSTUVWXY"


def slip_number(letter: str, number: int) -> str:
    """As "J-3147-K"; `number` is 1 to 9999."""
    return f"{letter}-{number:04}-{_check(letter, f'{number:04}')}"


def number_place(letter: str) -> str:
    """What stands where the number will be: as "J-____-_"."""
    return f"{letter}-____-_"


def is_slip_number(text: str) -> bool:
    """Whether the text is a number that `slip_number` can give."""
    parts = text.strip().upper().split("-")
    if len(parts) != 3:
        return False
    letter, digits, check = parts
    well_formed = letter in LETTERS.values() and len(digits) == 4 and digits.isascii()
    return well_formed and digits.isdigit() and check == _check(letter, digits)


def _check(letter: str, digits: str) -> str:
    values = [_CHECK.index(letter), *map(int, digits)]
    total = sum(weight * value for weight, value in enumerate(values, 2))
    return _CHECK[total % len(_CHECK)]
