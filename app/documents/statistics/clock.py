"""Weekdays by hours: which of them are shown, and what is said below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from app.domain.overview import Overview
from app.localization import WEEKDAY_NAMES, WEEKDAYS, _, _n, capital, current

WORKDAYS, USUAL_HOURS = range(1, 6), range(9, 15)


class ByClock(Protocol):
    """Numbers by (weekday, hour), and when a location is open."""

    @property
    def clock(self) -> Mapping[tuple[int, int], object]: ...

    @property
    def open_hours(self) -> frozenset[tuple[int, int]]: ...


class Weekday(NamedTuple):
    """A weekday as an axis and as a sentence calls it."""

    short: str
    full: str


def weekdays(numbers: ByClock) -> dict[int, Weekday]:
    """The days from 1 (Monday) on which somebody came or could come, and all workdays."""
    days = {day for day, _hour in (*numbers.clock, *numbers.open_hours)} | set(WORKDAYS)
    short = WEEKDAYS[current().language]
    return {day: Weekday(short[day - 1], capital(_name(day))) for day in sorted(days)}


def hours(numbers: ByClock) -> range:
    """From the first hour in which somebody came or could come to the last."""
    found = {hour for _day, hour in (*numbers.clock, *numbers.open_hours)} or set(USUAL_HOURS)
    return range(min(found), max(found) + 1)


def clock_note(overview: Overview) -> str:
    """The busiest hour, what an empty cell is, and how many visits are not shown."""
    parts = []
    if overview.clock:
        (weekday, hour), visits = max(overview.clock.items(), key=lambda one: one[1])
        parts.append(
            _(
                "Busiest: {weekday} {hours} ({n}).",
                weekday=_name(weekday),
                hours=f"{hour}\N{EN DASH}{hour + 1}",
                n=current().number(visits),
            )
        )
    parts.append(_("Empty cell = closed."))
    if overview.now.no_hour:
        parts.append(
            _n(
                "The hour of {n} visit is not known (paper lists).",
                "The hour of {n} visits is not known (paper lists).",
                overview.now.no_hour,
            )
        )
    return " ".join(parts)


def _name(weekday: int) -> str:
    return current().text(WEEKDAY_NAMES[weekday - 1])
