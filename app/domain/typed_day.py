"""Days that have been, as one types them: a birth date, a birth year alone, an arrival."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.errors import Refused
from app.domain.names.asked import Mark, asked

_DIGITS_MAX: Final = 8
_YEAR_DIGITS: Final = 4


@dataclass(frozen=True, slots=True, repr=False)
class Birth:
    """A birth date; the year alone where no more is known; neither where nothing is."""

    day: date | None = None
    year: int | None = None


def read_birth(text: str, today: date) -> Birth:
    """A birth date in any form that the lookup takes, or a year; empty for unknown.

    A year of two digits is the latest that has been. Errors: `birth_not_understood`,
    `birth_in_future`.
    """
    if not text.strip():
        return Birth()
    if years := _meant(text, _YEAR_DIGITS):
        if years[0] > f"{today.year}":
            raise Refused("birth_in_future")
        return Birth(year=int(years[0]))
    days = _days(text)
    if not days:
        raise Refused("birth_not_understood")
    if days[0] > today:
        raise Refused("birth_in_future")
    day = _latest(days, today)
    return Birth(day, day.year)


def read_past_day(text: str, today: date) -> date | None:
    """A day until today in the same forms, None for an empty text.

    Errors: `day_not_understood`, `date_in_future`.
    """
    if not text.strip():
        return None
    days = _days(text)
    if not days:
        raise Refused("day_not_understood")
    if days[0] > today:
        raise Refused("date_in_future", day=days[0])
    return _latest(days, today)


def _days(text: str) -> list[date]:
    """The days that `text` may mean, the first one first."""
    return sorted(date.fromisoformat(key) for key in _meant(text, _DIGITS_MAX))


def _latest(days: Sequence[date], today: date) -> date:
    """The last of the days that has been."""
    return max(day for day in days if day <= today)


def _meant(text: str, digits: int) -> list[str]:
    """The dates or years of so many digits that the whole text may mean, and nothing else.

    An identity code has more signs than a date and is none.
    """
    signs = [sign for sign in text if sign.isalnum()]
    question = asked(text, date.max)
    if len(signs) > _DIGITS_MAX or question.parts or len(question.marks) != 1:
        return []
    keys = [key for key in question.marks[0] if key.startswith(Mark.BIRTH)]
    found = [key.removeprefix(Mark.BIRTH) for key in keys]
    return [key for key in found if len(key) == digits and key.isdecimal()]
