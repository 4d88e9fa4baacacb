"""Opening hours written in one go, and the public holidays that they may follow.

What `change_weeks` and `change_days` return undoes them when it is written the same way.
"""

from collections.abc import Mapping
from datetime import date

from app.domain.place import ExceptionalDay, Week
from app.domain.roles import Right
from app.services import places
from app.services.unit import Unit

Place = tuple[str, date]

_HOLIDAY_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}


def change_weeks(
    unit: Unit, code: str, weeks: Mapping[date, Week | None]
) -> dict[date, Week | None]:
    """Keep the weeks that hold from these days on, None taking one back; what stood there before.

    Errors: `location_unknown`, `span_backwards`, `spans_overlap`.
    """
    places.location(unit, code)
    before = {week.valid_from: week for week in places.hours(unit, code).weeks}
    for valid_from, week in weeks.items():
        if week is None:
            places.remove_week(unit, code, valid_from)
        else:
            places.save_week(unit, code, week)
    return {valid_from: before.get(valid_from) for valid_from in weeks}


def change_days(
    unit: Unit, days: Mapping[Place, ExceptionalDay | None]
) -> dict[Place, ExceptionalDay | None]:
    """Keep exceptional days by location and day, None taking one back; what stood there before.

    Errors: `location_unknown`, `span_backwards`, `spans_overlap`, `reason_too_long`.
    """
    before: dict[Place, ExceptionalDay | None] = {}
    for (code, day), exception in days.items():
        places.location(unit, code)
        known = {one.day: one for one in places.hours(unit, code).exceptions}
        before[code, day] = known.get(day)
        if exception is None:
            places.remove_exceptional_day(unit, code, day)
        else:
            places.save_exceptional_day(unit, code, exception)
    return before


def public_holidays(unit: Unit, year: int, language: str) -> dict[date, str]:
    """The public holidays of Finland, and the two eves, with their names in fi, sv or en."""
    unit.demand(Right.MANAGE_SETTINGS)
    import holidays

    found = holidays.country_holidays("FI", years=year, language=_HOLIDAY_LANGUAGES[language])
    return dict(sorted(found.items()))
