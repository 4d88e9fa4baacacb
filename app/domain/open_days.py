"""The days on which locations were open, and those of them on which nothing was recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.bars import Entries
from app.domain.overview import OpenDays
from app.domain.periods import Period
from app.domain.place import Hours, Span, Week


@dataclass(frozen=True, slots=True)
class _Days:
    """Of one location: the open days as ordinals, if some are unknown, the visits of all others."""

    open: frozenset[int]
    unknown: bool
    visits: int


def open_days(
    hours: Mapping[str, Hours], entries: Entries, period: Period, today: date
) -> OpenDays:
    """What the opening hours of locations make of a period, until today.

    `entries` maps a location to the days that have visits, and how many.
    """
    until = min(period.last, today)
    if until < period.first:
        return OpenDays(0, (), (), 0)
    known = {
        code: _days(place, entries.get(code, {}), period.first, until)
        for code, place in hours.items()
    }
    return OpenDays(
        days=sum(len(days.open) for days in known.values()),
        silent=tuple(sorted(_silent(known, entries, today), key=lambda one: (one[1], one[0]))),
        unknown=tuple(code for code, days in known.items() if days.unknown),
        visits=sum(days.visits for days in known.values()),
    )


def _silent(
    known: Mapping[str, _Days], entries: Entries, today: date
) -> Iterator[tuple[str, date]]:
    for code, days in known.items():
        busy = {day.toordinal() for day in entries.get(code, {})} | {today.toordinal()}
        yield from ((code, date.fromordinal(number)) for number in days.open - busy)


def _days(hours: Hours, entries: Mapping[date, int], first: date, last: date) -> _Days:
    begins, ends = first.toordinal(), last.toordinal()
    exceptions = {
        one.day.toordinal(): bool(one.spans) for one in hours.exceptions if first <= one.day <= last
    }
    since = min((week.valid_from.toordinal() for week in hours.weeks), default=ends + 1)
    before = min(since, ends + 1) - begins
    visits = {day.toordinal(): number for day, number in entries.items() if first <= day <= last}
    return _Days(
        open=_open(hours.weeks, exceptions, begins, ends),
        unknown=before > sum(day < since for day in exceptions),
        visits=sum(number for day, number in visits.items() if day >= since or day in exceptions),
    )


def _open(
    weeks: tuple[Week, ...], exceptions: Mapping[int, bool], first: int, last: int
) -> frozenset[int]:
    """By ordinals and weekday by weekday: fifty years are as quick as one."""
    found: set[int] = set()
    for week, begins, ends in _in_force(weeks, first, last):
        for weekday, spans in week.days.items():
            if spans:
                found.update(range(begins + (weekday + 1 - begins) % 7, ends + 1, 7))
    found -= exceptions.keys()
    return frozenset(found | {day for day, is_open in exceptions.items() if is_open})


def _in_force(weeks: tuple[Week, ...], first: int, last: int) -> Iterator[tuple[Week, int, int]]:
    """The weeks that hold within these days, and from when until when they do."""
    ordered = sorted(weeks, key=lambda week: week.valid_from)
    for number, week in enumerate(ordered):
        later = ordered[number + 1].valid_from.toordinal() if number + 1 < len(ordered) else None
        begins = max(first, week.valid_from.toordinal())
        ends = last if later is None else min(last, later - 1)
        if begins <= ends:
            yield week, begins, ends


def open_hours(hours: Mapping[str, Hours], period: Period) -> frozenset[tuple[int, int]]:
    """The (weekday 1 to 7, hour) in which some location is open by a week of the period."""
    first, last = period.first.toordinal(), period.last.toordinal()
    return frozenset(
        (weekday + 1, hour)
        for place in hours.values()
        for week, _begins, _ends in _in_force(place.weeks, first, last)
        for weekday, spans in week.days.items()
        for span in spans
        for hour in _hours(span)
    )


def _hours(span: Span) -> range:
    return range(span.opens.hour, span.closes.hour + bool(span.closes.minute))
