"""What an entry of the directory must be before it is kept."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Final

from app.domain.contact import check_email, check_phone, check_web
from app.domain.directory import CATEGORIES, EVERYWHERE, SENSITIVE, Address, Organisation, Service
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.phrasebook import BESIDE
from app.domain.place import Hours, Week, check_spans, years_later

TEXT_MAX: Final = 200
NOTE_MAX: Final = 5000
_NAMED: Final = ("fi", "sv", "en")
_CODE: Final = re.compile(r"[A-Za-z0-9-]{2,35}")
_POSTAL_CODE: Final = re.compile(r"[A-Za-z0-9 -]{0,12}")


def cleaned(service: Service) -> Service:
    """The texts as one clean line each, hours and lists in order."""
    hours = service.hours
    weeks = sorted(map(_open_days, hours.weeks), key=lambda one: (one.valid_from, one.rank))
    days = sorted(hours.exceptions, key=lambda one: one.day)
    return replace(
        service,
        name=_cleaned(service.name, _NAMED),
        note=_cleaned(service.note, _NAMED),
        address=_clean_address(service.address),
        phone=clean_line(service.phone),
        email=clean_line(service.email),
        web=clean_line(service.web),
        hours=Hours(
            tuple(weeks), tuple(replace(one, reason=clean_line(one.reason)) for one in days)
        ),
        municipalities=tuple(dict.fromkeys(service.municipalities)),
        languages=tuple(dict.fromkeys(service.languages)),
    )


def check_service(service: Service, municipalities: Collection[str]) -> None:
    """Refuse what cannot stand in the directory.

    Errors: `name_missing` (a Finnish name is what all else falls back to), `text_too_long`,
    `code_unknown`, `phone_not_understood`, `email_not_understood`, `web_not_understood`,
    `validity_backwards`, those of `check_hours`.
    """
    if not service.name.get("fi"):
        raise Refused("name_missing")
    _check_lengths(service)
    _check_codes(service, municipalities)
    check_phone(service.phone)
    check_email(service.email)
    check_web(service.web)
    first, last = service.valid_from, service.valid_to
    if first is not None and last is not None and last < first:
        raise Refused("validity_backwards", first=first, last=last)
    check_hours(service.hours)


def cleaned_organisation(organisation: Organisation) -> Organisation:
    """The texts as one clean line each."""
    return replace(
        organisation,
        name=_cleaned(organisation.name, _NAMED),
        email=clean_line(organisation.email),
        web=clean_line(organisation.web),
    )


def check_organisation(organisation: Organisation) -> None:
    """Refuse an organisation that cannot stand in the directory.

    Errors: `name_missing`, `text_too_long`, `email_not_understood`, `web_not_understood`.
    """
    if not organisation.name.get("fi"):
        raise Refused("name_missing")
    for text in (*organisation.name.values(), organisation.email, organisation.web):
        _fits(text)
    check_email(organisation.email)
    check_web(organisation.web)


def check_hours(hours: Hours) -> None:
    """Refuse hours of which one cannot tell which of two holds.

    Errors: `span_backwards`, `spans_overlap`, `validity_backwards`, `season_too_long`,
    `seasons_overlap`, `day_twice`, `text_too_long`.
    """
    for week in hours.weeks:
        if week.valid_to is not None and week.valid_to < week.valid_from:
            raise Refused("validity_backwards", first=week.valid_from, last=week.valid_to)
        if week.yearly and not is_shorter_than_a_year(week):
            raise Refused("season_too_long")
        for spans in week.days.values():
            check_spans(spans)
    for one, other in combinations(hours.weeks, 2):
        if (day := _collision(one, other)) is not None:
            raise Refused("seasons_overlap", day=day)
    days = [one.day for one in hours.exceptions]
    for exception in hours.exceptions:
        check_spans(exception.spans)
        _fits(exception.reason)
        if days.count(exception.day) > 1:
            raise Refused("day_twice", day=exception.day)


def _open_days(week: Week) -> Week:
    """The week without the weekdays on which it is closed."""
    return replace(week, days={day: spans for day, spans in sorted(week.days.items()) if spans})


def _collision(one: Week, other: Week) -> date | None:
    """The first day that two seasons have in common, or on which two usual weeks begin."""
    if one.valid_to is None or other.valid_to is None:
        same = one.valid_to is other.valid_to and one.valid_from == other.valid_from
        return one.valid_from if same else None
    begin = (one.valid_from.year, other.valid_from.year)
    ends = (one.valid_to.year, other.valid_to.year)
    years = range(max(begin) - 2, max(*begin, *ends) + 2)
    common = (
        max(first, other_first)
        for first, last in one.seasons(years)
        for other_first, other_last in other.seasons(years)
        if first <= other_last and other_first <= last
    )
    return min(common, default=None)


def is_shorter_than_a_year(season: Week) -> bool:
    """Whether a season has ended before it comes again."""
    last = season.valid_to
    return last is not None and last < years_later(season.valid_from, 1)


def _check_lengths(service: Service) -> None:
    texts = [*service.name.values(), service.phone, service.email, service.web]
    if service.address is not None:
        address = service.address
        for each in (address.street, address.place, address.entrance):
            texts.extend(each.values())
    for text in texts:
        _fits(text)
    for text in service.note.values():
        _fits(text, NOTE_MAX)


def _fits(text: str, most: int = TEXT_MAX) -> None:
    if len(text) > most:
        raise Refused("text_too_long", most=most, given=text[:40])


def _check_codes(service: Service, municipalities: Collection[str]) -> None:
    known = {
        service.category: service.category in CATEGORIES,
        **{code: code in (*municipalities, EVERYWHERE) for code in service.municipalities},
        **{code: bool(_CODE.fullmatch(code)) for code in service.languages},
    }
    if service.sensitive is not None:
        known[service.sensitive] = service.sensitive in SENSITIVE
    if service.address is not None:
        town, code = service.address.municipality, service.address.postal_code
        known |= {town: not town or town in municipalities}
        known |= {code: bool(_POSTAL_CODE.fullmatch(code))}
    for code, is_known in known.items():
        if not is_known:
            raise Refused("code_unknown", given=clean_line(code)[:40])


def _cleaned(texts: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    return {language: clean_line(texts.get(language) or "") for language in languages}


def _clean_address(address: Address | None) -> Address | None:
    """The address in clean lines; None where there is nothing in it but the municipality."""
    if address is None:
        return None
    address = replace(
        address,
        street=_cleaned(address.street, BESIDE),
        place=_cleaned(address.place, BESIDE),
        entrance=_cleaned(address.entrance, BESIDE),
        postal_code=clean_line(address.postal_code),
    )
    written = (address.street, address.place, address.entrance)
    return address if any(any(texts.values()) for texts in written) else None
