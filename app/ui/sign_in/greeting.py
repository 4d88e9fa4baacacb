"""The words around the sign-in; no Qt and, before the first paint, no Babel."""

from datetime import date, datetime, time, timedelta
from typing import Final

from app.localization import _, capital, current

MORNING_ENDS: Final = time(10)
EVENING_BEGINS: Final = time(17)
RECENT: Final = timedelta(days=7)


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


def backup_line(moment: datetime, now: datetime) -> str:
    """ "backup Mon 31.8. in order", and the whole date once it is older than a week."""
    if now - moment > RECENT:
        return _("last backup {day}", day=current().full_date(moment))
    return _("backup {day} in order", day=current().short_date(moment))
