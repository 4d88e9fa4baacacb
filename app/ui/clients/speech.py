"""What the tab says of a client, in the language in use."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from app.domain.age import age
from app.domain.client import Client, NameKind, Record, Why
from app.domain.days import local
from app.domain.isolates import named
from app.localization import _, _n, current
from app.words.clients import why_word

SOON: Final = timedelta(days=30)


def born_and_number(birth_year: int | None, number: int) -> str:
    """As "b. 1991 · 1234566"."""
    year = _("b. {year}", year=birth_year) if birth_year else ""
    return current().listing([year, str(number)])


def known_by(client: Client, today: date) -> str:
    """Other names, birth, age and number in one line."""
    record = client.record
    others = [one for one in record.names[1:] if one.kind is not NameKind.FORMER]
    former = [one for one in record.names[1:] if one.kind is NameKind.FORMER]
    also = ", ".join(named(one.whole) for one in others)
    before = ", ".join(named(one.whole) for one in former)
    parts = (
        _("also written {names}", names=also) if also else "",
        _("formerly {names}", names=before) if before else "",
        _birth(record, today),
        str(client.number),
    )
    return current().listing([part for part in parts if part])


def _birth(record: Record, today: date) -> str:
    known = age(record.born, record.birth_year, today)
    if known is None:
        return _("birth not known")
    if known.is_certain:
        years = _n("{n} year old", "{n} years old", known.least)
    else:
        years = _("{least} or {most} years old", least=known.least, most=known.most)
    when = current().full_date(record.born) if record.born else record.birth_year
    return f"{_('b. {year}', year=when)}, {years}"


def order(until: date | None) -> str:
    """A non-disclosure order with its last day; empty for none."""
    if until is None:
        return ""
    if until == date.max:
        return _("Non-disclosure order")
    return _("Non-disclosure order until {day}", day=current().full_date(until))


def order_ends_soon(until: date | None, today: date) -> str:
    """A notice once the last days of an order have come; empty before."""
    if until is None or until > today + SOON:
        return ""
    if until == today:
        return _("The non-disclosure order ends today")
    day = current().short_date(until)
    left = _n("{n} day left", "{n} days left", (until - today).days)
    return _("The non-disclosure order ends {day}: {left}", day=day, left=left)


def opened(moment: datetime, why: Why | None) -> str:
    """When the person at the desk opened a record, and for what."""
    time = current().clock_time(local(moment))
    if why is None:
        return _("Opened by you at {time}", time=time)
    reason = why_word(why)
    return _("Opened by you at {time}: {why}", time=time, why=reason[:1].lower() + reason[1:])
