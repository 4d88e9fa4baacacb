"""Local days: statistics are about the day in Jakobstad, whatever the clock of UTC says."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

HELSINKI: Final = ZoneInfo("Europe/Helsinki")


def local(moment: datetime) -> datetime:
    """The local wall-clock time of an aware moment."""
    return moment.astimezone(HELSINKI)


def local_day(moment: datetime) -> date:
    """The local day on which an aware moment falls."""
    return local(moment).date()


def from_local(day: date, at: time) -> datetime:
    """The UTC moment of a local wall-clock time.

    The doubled hour of October means its first run; a time inside the missing hour of March is
    moved on by that hour, as every clock on the wall was.
    """
    return datetime.combine(day, at, tzinfo=HELSINKI).astimezone(UTC)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """The UTC moments at which a local day begins and ends (the end is not part of it)."""
    return from_local(day, time()), from_local(day + timedelta(days=1), time())
