"""The words at the top of the sign-in; no Qt and, before the first paint, no Babel."""

from datetime import date, datetime, time
from typing import Final

from app.localization import _, capital, current

MORNING_ENDS: Final = time(10)
EVENING_BEGINS: Final = time(17)


def greeting(moment: datetime) -> str:
    """What one says at this hour of the local clock."""
    if moment.time() < MORNING_ENDS:
        return _("Good morning!")
    return _("Good evening") if moment.time() >= EVENING_BEGINS else _("Good day")


def day_line(day: date) -> str:
    """ "Tuesday 1.9.2026 · week 36", weeks counted as ISO 8601 does."""
    words = current()
    week = _("week {number}", number=day.isocalendar().week)
    return capital(words.listing((f"{words.weekday_name(day)} {words.full_date(day)}", week)))
