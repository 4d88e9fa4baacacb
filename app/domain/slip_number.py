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


def read_number(typed: str) -> str | None:
    """The number as `slip_number` gives it, None where it is none.

    Case does not matter, nor do spaces and dashes of any kind.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != 6 or not signs.isascii():
        return None
    letter, digits, check = signs[0], signs[1:5], signs[5]
    well_formed = letter in LETTERS.values() and digits.isdigit()
    if not well_formed or check != _check(letter, digits):
        return None
    return f"{letter}-{digits}-{check}"


def _check(letter: str, digits: str) -> str:
    values = [_CHECK.index(letter), *map(int, digits)]
    total = sum(weight * value for weight, value in enumerate(values, 2))
    return _CHECK[total % len(_CHECK)]
