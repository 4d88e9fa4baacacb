"""Periods that people ask for by name, and the way from one to the next."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.periods import Period

_ONE_DAY: Final = timedelta(days=1)
_YEAR: Final = 12


class Preset(StrEnum):
    """The periods with a name; `FREE` is any other."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    LAST_12_MONTHS = "last_12_months"
    FREE = "free"


def presets(today: date) -> Mapping[Preset, Period]:
    """The days of every preset but `FREE`, whole months all of them."""
    month, quarter, year = (_around(today, length) for length in (1, 3, _YEAR))
    return {
        Preset.THIS_MONTH: month,
        Preset.LAST_MONTH: step(month, -1),
        Preset.THIS_QUARTER: quarter,
        Preset.LAST_QUARTER: step(quarter, -1),
        Preset.THIS_YEAR: year,
        Preset.LAST_YEAR: step(year, -1),
        Preset.LAST_12_MONTHS: _months(month.first, -_YEAR, _YEAR),
    }


def preset_of(period: Period, today: date) -> Preset:
    """The name of a period today, the first that fits."""
    named = presets(today).items()
    return next((name for name, known in named if known == period), Preset.FREE)


def step(period: Period, steps: int) -> Period:
    """So many periods of the same kind later, or earlier where `steps` is negative.

    Whole months stay whole months, so that a month follows a month, a quarter a quarter, a year a
    year and twelve months the twelve before; any other period moves by its number of days. At the
    first and the last year of the calendar it stays where it is.
    """
    months = _whole_months(period)
    try:
        if months:
            return _months(period.first, steps * months, months)
        move = steps * (period.last - period.first + _ONE_DAY)
        return Period(period.first + move, period.last + move)
    except (OverflowError, ValueError):
        return period


def just_before(period: Period) -> Period:
    """The period of the same kind that ends on the day before."""
    return step(period, -1)


def beginning(whole: Period, like: Period) -> Period:
    """The first days of a period, as many as another has; as many months where those are whole."""
    months = _whole_months(like)
    if months and whole.first.day == 1:
        last = _months(whole.first, 0, months).last
    else:
        last = whole.first + (like.last - like.first)
    return Period(whole.first, min(last, whole.last))


def same_a_year_before(period: Period) -> Period:
    """The same days of the year before; whole months stay whole, however long February is.

    Else the year before begins or ends on 28 February where this one does on the 29th.
    """
    months = _whole_months(period)
    try:
        if months:
            return _months(period.first, -_YEAR, months)
        return Period(_year_before(period.first), _year_before(period.last))
    except ValueError:
        return period


def _around(day: date, length: int) -> Period:
    """The month, quarter or year of a day, by its length in months."""
    return _months(day.replace(day=1), -((day.month - 1) % length), length)


def _months(first: date, offset: int, length: int) -> Period:
    """The `length` whole months that begin `offset` months after that of `first`."""
    begins = _number(first) + offset
    year, month = divmod(begins + length - 1, _YEAR)
    last = date(year, month + 1, monthrange(year, month + 1)[1])
    return Period(date(begins // _YEAR, begins % _YEAR + 1, 1), last)


def _whole_months(period: Period) -> int:
    """How many whole calendar months the period is, 0 if it is not made of such."""
    last = period.last
    if period.first.day > 1 or last.day < monthrange(last.year, last.month)[1]:
        return 0
    return _number(last) - _number(period.first) + 1


def _number(day: date) -> int:
    """The months since the year 0."""
    return day.year * _YEAR + day.month - 1


def _year_before(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - 1)
