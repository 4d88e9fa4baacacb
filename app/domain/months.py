"""Time limits of months and years, as statutes count them (act 150/1930, section 3)."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The day of that number so many months later, or the last one where the month has none such.

    31 August and six months are 28 or 29 February. The day itself is in time.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_before(day: date, months: int) -> date:
    """The latest day from which so many months have passed by `day`: `months_after` backwards."""
    earlier = months_after(day, -months)
    month_end = monthrange(earlier.year, earlier.month)[1]
    is_end = day.day == monthrange(day.year, day.month)[1]
    return earlier.replace(day=month_end) if is_end else earlier


def years_old(born: date, day: date) -> int:
    """The age on a day; who was born on 29 February has birthday on the 28th in other years."""
    years = day.year - born.year
    return years if months_after(born, 12 * years) <= day else years - 1
