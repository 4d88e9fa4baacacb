"""The time of a visit: now, or back-dated to a day with or without a known time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from app.domain.days import from_local, local, local_day
from app.domain.errors import Refused
from app.domain.visit import Precision, Visit, When

NOON: Final = time(12)
BACK_DATING_MAX: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class BackDate:
    """A local day, and the local time when it is known."""

    day: date
    at: time | None = None


def when_now(now: datetime) -> When:
    """The moment of a visit that is recorded as it happens; `now` is aware."""
    here = local(now)
    return When(now.astimezone(UTC), here.date(), here.hour)


def when_back_dated(back: BackDate, now: datetime) -> When:
    """The moment of a visit that is recorded later.

    Errors: `date_in_future`, `time_in_future`, `date_too_old` (more than 366 days back).
    """
    today = local_day(now)
    if back.day > today:
        raise Refused("date_in_future", day=back.day)
    if today - back.day > BACK_DATING_MAX:
        raise Refused("date_too_old", day=back.day, days=BACK_DATING_MAX.days)
    if back.at is None:
        return When(from_local(back.day, NOON), back.day, None, Precision.DAY)
    moment = from_local(back.day, back.at)
    if moment > now:
        raise Refused("time_in_future", time=back.at)
    return When(moment, back.day, local(moment).hour)


def back_date_of(visit: Visit) -> BackDate | None:
    """The day and time that were given for a visit, None when it was recorded as it happened."""
    if visit.when.precision is Precision.DAY:
        return BackDate(visit.when.day)
    if visit.when.moment == visit.recorded_at:
        return None
    return BackDate(visit.when.day, local(visit.when.moment).time())
