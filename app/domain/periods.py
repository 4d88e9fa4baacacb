"""Periods of local days, how they are cut for the counters, and what a stretch is called."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Period:
    """The local days from `first` to `last`, both counted. Errors: `period_backwards`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused("period_backwards", first=self.first, last=self.last)


class Grain(StrEnum):
    """The stretches of time by which visits are counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_LONGEST: Final = (
    (31, Grain.DAY),
    (92, Grain.WEEK),
    (731, Grain.MONTH),
    (5 * 365 + 2, Grain.QUARTER),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A period as its whole calendar months, if it has any, and the days at its edges."""

    months: Period | None
    edges: tuple[Period, ...]


def cut(period: Period) -> Cut:
    """The largest run of whole months within the period, and what remains before and after."""
    first, last = period.first, period.last
    begins = first if first.day == 1 else _month_end(first) + timedelta(days=1)
    ends = last if last == _month_end(last) else last.replace(day=1) - timedelta(days=1)
    if begins > ends:
        return Cut(None, (period,))
    edges = []
    if first < begins:
        edges.append(Period(first, begins - timedelta(days=1)))
    if ends < last:
        edges.append(Period(ends + timedelta(days=1), last))
    return Cut(Period(begins, ends), tuple(edges))


def years(period: Period) -> Iterator[Period]:
    """The period year by year, its first and last year as far as they belong to it."""
    for year in range(period.first.year, period.last.year + 1):
        yield Period(
            max(period.first, date(year, 1, 1)),
            min(period.last, date(year, 12, 31)),
        )


def grain_for(period: Period) -> Grain:
    """The grain in which a period of this length is best seen: at most 31 stretches, or years."""
    days = (period.last - period.first).days + 1
    return next((grain for most, grain in _LONGEST if days <= most), Grain.YEAR)


def stretches(period: Period, grain: Grain) -> Iterator[Period]:
    """The period cut into stretches, the first and the last as far as they belong to it."""
    first = period.first
    while first <= period.last:
        last = min(_end(grain, first), period.last)
        yield Period(first, last)
        if last == date.max:
            return
        first = last + timedelta(days=1)


def _end(grain: Grain, day: date) -> date:
    """The last day of the stretch in which `day` is."""
    if grain is Grain.DAY:
        return day
    if grain is Grain.WEEK:
        return day + min(timedelta(days=7 - day.isoweekday()), date.max - day)
    if grain is Grain.MONTH:
        return _month_end(day)
    if grain is Grain.QUARTER:
        return _month_end(day.replace(day=1, month=(day.month + 2) // 3 * 3))
    return date(day.year, 12, 31)


def label(grain: Grain, day: date) -> str:
    """What a stretch is called by ISO 8601: 2026-11-24, 2026-W48, 2026-11, 2026-Q4, 2026.

    A week belongs to the year of its Thursday.
    """
    if grain is Grain.DAY:
        return day.isoformat()
    if grain is Grain.WEEK:
        year, week, _weekday = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if grain is Grain.MONTH:
        return f"{day:%Y-%m}"
    if grain is Grain.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"


def stretch_of(grain: Grain, name: str) -> Period:
    """The whole stretch that `label` calls so."""
    if grain is Grain.WEEK:
        year, _w, week = name.partition("-W")
        first = date.fromisocalendar(int(year), int(week), 1)
    elif grain is Grain.QUARTER:
        year, _q, quarter = name.partition("-Q")
        first = date(int(year), 3 * int(quarter) - 2, 1)
    else:
        first = date(*(int(part) for part in f"{name}-01-01".split("-")[:3]))
    return Period(first, _end(grain, first))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
