"""The invented opening hours of a demonstration, with the public holidays of Finland."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from app.domain.invented.calendar import Period
from app.domain.moment import NOON
from app.domain.place import ExceptionalDay, Hours, Span, Week, week_from
from app.services import places
from app.services.unit import Unit

_COURSE_DAY: Final = "Henkilökunnan koulutus / Personalen utbildas"


def set_hours(
    unit: Unit, weeks: Mapping[str, Mapping[str, Any]], period: Period
) -> Mapping[str, Hours]:
    """Give every location its hours, holidays until the end of next year, and a course day.

    `weeks` has them as `locations.json` does, by code.
    """
    found: dict[str, Hours] = {}
    for code, weekly in weeks.items():
        week = week_from({"weekly": weekly}, period.first)
        assert week is not None
        places.save_week(unit, code, week)
        for exception in _exceptions(week, period):
            places.save_exceptional_day(unit, code, exception)
        found[code] = places.hours(unit, code)
    return found


def _exceptions(week: Week, period: Period) -> Iterator[ExceptionalDay]:
    for day, reason in _holidays(period).items():
        if day.weekday() in week.days and day >= period.first:
            yield ExceptionalDay(day, (), reason)
    later = (period.last + timedelta(days=number) for number in range(7, 21))
    course = next(day for day in later if day.weekday() in week.days)
    if course not in _holidays(period):
        opens = week.days[course.weekday()][0].opens
        yield ExceptionalDay(course, (Span(opens, NOON),), _COURSE_DAY)


def _holidays(period: Period) -> Mapping[date, str]:
    """The public holidays of Finland, with their names in Finnish and Swedish."""
    import holidays

    years = range(period.first.year, period.last.year + 2)
    fi, sv = (
        holidays.country_holidays("FI", years=years, language=language)
        for language in ("fi", "sv_FI")
    )
    return {day: f"{fi[day]} / {sv[day]}" for day in sorted(fi)}
