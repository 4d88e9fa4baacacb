"""On which days and at which times the invented visits come."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from app.domain.days import from_local
from app.domain.invented.chance import Chance
from app.domain.invented.pattern import Pattern, Peaks
from app.domain.place import Hours, Span

DAY: Final = timedelta(days=1)
FIRST_DAYS: Final = 3
_HALF_HOUR: Final = 30
_NOON: Final = time(12)
_GROWTH: Final = 0.7, 1.3
_MORNING: Final = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """One open day of a location."""

    day: date
    location: str


@dataclass(frozen=True, slots=True)
class Period:
    """The days that visits are invented for, the last one until noon only."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        return (self.first + DAY * number for number in range((self.last - self.first).days + 1))


def sittings(
    pattern: Pattern, hours: Mapping[str, Hours], period: Period, visits: int, random: Random
) -> Counter[Sitting]:
    """`visits` in all, spread over the open days of the period."""
    weights: dict[Sitting, float] = {}
    for code, site in pattern.sites.items():
        own = dict(_weights(pattern.peaks, hours[code], period, random))
        whole = sum(own.values())
        weights |= {Sitting(day, code): site.share * part / whole for day, part in own.items()}
    if not weights:
        return Counter()
    return Counter(random.choices(list(weights), list(weights.values()), k=visits))


def day_before(hours: Hours, period: Period) -> date | None:
    """The last open day of a location before the last day of the period."""
    days = (period.last - DAY * back for back in range(1, (period.last - period.first).days + 1))
    return next((day for day in days if hours.on(day)), None)


def _weights(
    peaks: Peaks, hours: Hours, period: Period, random: Random
) -> Iterator[tuple[date, float]]:
    """How busy each open day is: growing over the years, with its weekday, month and luck."""
    whole = max((period.last - period.first).days, 1)
    low, high = _GROWTH
    for day in period.days():
        luck = random.uniform(0.6, 1.4)
        if hours.on(day):
            grown = low + (high - low) * (day - period.first).days / whole
            part = _MORNING if day == period.last else 1
            yield day, grown * luck * part * _season(peaks, hours, day)


def _season(peaks: Peaks, hours: Hours, day: date) -> float:
    weight = peaks.weekdays[day.weekday()] * peaks.months[day.month - 1]
    if day.day <= FIRST_DAYS:
        weight *= peaks.first_days
    before = day - DAY
    if before.weekday() < 5 and any(
        one.day == before and not one.spans for one in hours.exceptions
    ):
        weight *= peaks.after_closed
    return weight


def moments(
    peaks: Peaks, hours: Hours, day: date, visits: int, random: Random, *, morning: bool
) -> list[datetime]:
    """The UTC moments of the day's visits in their order, all in open time.

    None when the day is to end at noon and the location does not open before.
    """
    weights = {
        f"{start:%H:%M}": weight
        for span in hours.on(day) or ()
        for start, weight in _half_hours(peaks, span)
        if not morning or start < _NOON
    }
    if not weights:
        return []
    chance = Chance(weights)
    starts = (time.fromisoformat(chance.draw(random)) for _visit in range(visits))
    return sorted(
        from_local(day, start) + timedelta(milliseconds=random.randrange(_HALF_HOUR * 60_000))
        for start in starts
    )


def _half_hours(peaks: Peaks, span: Span) -> Iterator[tuple[time, float]]:
    """The half hours of a span and how busy each is."""
    start, end = _minutes(span.opens), _minutes(span.closes)
    for minute in range(start, end - _HALF_HOUR + 1, _HALF_HOUR):
        weight = 1.0
        if minute == start:
            weight = peaks.first_half_hour
        elif minute + 2 * _HALF_HOUR > end:
            weight = peaks.last_half_hour
        elif minute // 60 == _NOON.hour:
            weight = peaks.lunch
        yield time(minute // 60, minute % 60), weight


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
