"""Which days a step of the path may have."""

from datetime import date
from itertools import pairwise
from typing import Final

from app.domain.errors import Refused
from app.domain.months import months_after

OLDEST: Final = date(1985, 1, 1)
AHEAD_MONTHS: Final = 120

Day = date | None


def check_likely(today: date, *days: Day) -> None:
    """Refuse a day that nobody means. Errors: `date_unlikely` (day)."""
    latest = months_after(today, AHEAD_MONTHS)
    for day in days:
        if day is not None and not OLDEST <= day <= latest:
            raise Refused("date_unlikely", day=day)


def check_past(today: date, *days: Day) -> None:
    """Refuse a day that has not come. Errors: `date_in_future` (day), `date_unlikely`."""
    check_likely(today, *days)
    for day in days:
        if day is not None and day > today:
            raise Refused("date_in_future", day=day)


def check_order(*days: Day) -> None:
    """Refuse known days that do not follow each other. Errors: `days_out_of_order`."""
    known = [day for day in days if day is not None]
    for first, last in pairwise(known):
        if last < first:
            raise Refused("days_out_of_order", first=first, last=last)
