"""What the tab says of a client, in the language in use."""

from __future__ import annotations

from datetime import date

from app.localization import _, current


def born_and_number(birth_year: int | None, number: int) -> str:
    """As "b. 1991 · 1234566"."""
    year = _("b. {year}", year=birth_year) if birth_year else ""
    return current().listing([year, str(number)])


def order(until: date | None) -> str:
    """A non-disclosure order with its last day; empty for none."""
    if until is None:
        return ""
    if until == date.max:
        return _("Non-disclosure order")
    return _("Non-disclosure order until {day}", day=current().full_date(until))
