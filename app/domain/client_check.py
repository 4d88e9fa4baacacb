"""What can be recorded of a client, and what is refused with its first reason."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from app.domain.client import INTEGRATION_LANGUAGES, SENSITIVE, ClientName, Record
from app.domain.contact import check_email, check_phone
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.names.asked import reference_key
from app.domain.reference import Kind, Reference

NAMES_MAX: Final = 12
NAME_MAX: Final = 100
TEXT_MAX: Final = 200
RELATIVES_MAX: Final = 20
OLDEST_YEAR: Final = 1900
_REFERENCE: Final = re.compile(r"[\w./ -]{1,40}", re.ASCII)
_FIELDS: Final = frozenset(Record.__dataclass_fields__) - {"origins"}
_NOBODY: Final = Record((ClientName("N"),))
_TOGETHER: Final = (
    ("born", "birth_year"),
    *((name,) for name in Record.__dataclass_fields__ if name not in ("born", "birth_year")),
)


def cleaned(record: Record) -> Record:
    """The record with its texts in one line each, and the birth year of a known birth date."""
    return replace(
        record,
        names=tuple(
            ClientName(clean_line(one.given), clean_line(one.family), one.kind)
            for one in record.names
        ),
        birth_year=record.born.year if record.born else record.birth_year,
        phone=clean_line(record.phone),
        email=clean_line(record.email),
        address=clean_line(record.address),
        koto_aj=clean_line(record.koto_aj),
        relatives=tuple(
            replace(one, name=clean_line(one.name), phone=clean_line(one.phone))
            for one in record.relatives
        ),
    )


def check_record(record: Record, reference: Reference, today: date) -> None:
    """Refuse what cannot be recorded, with the first reason found.

    Errors: `name_missing`, `name_too_long`, `names_too_many`, `birth_in_future`, `birth_too_old`,
    `date_in_future`, `code_unknown`, `phone_not_understood`,
    `email_not_understood`, `text_too_long`, `reference_not_understood`, `relatives_too_many`,
    `group_misplaced`.
    """
    _check_names(record)
    _check_dates(record, today)
    _check_codes(record, reference)
    _check_contact(record)
    for number in (record.phone, *(one.phone for one in record.relatives)):
        check_phone(number)
    if record.koto_aj and not _is_reference(record.koto_aj):
        raise Refused("reference_not_understood")
    if len(record.relatives) > RELATIVES_MAX:
        raise Refused("relatives_too_many", most=RELATIVES_MAX)


def problems(record: Record, reference: Reference, today: date) -> Mapping[str, Refused]:
    """For each part of a record that cannot be recorded, by its first field, the reason."""
    found = {}
    for names in _TOGETHER:
        alone = replace(_NOBODY, **{name: getattr(record, name) for name in names})
        try:
            check_record(alone, reference, today)
        except Refused as refused:
            found[names[0]] = refused
    return found


def _check_names(record: Record) -> None:
    if not record.names or not all(any(map(str.isalpha, one.given)) for one in record.names):
        raise Refused("name_missing")
    if len(record.names) > NAMES_MAX:
        raise Refused("names_too_many", most=NAMES_MAX)
    longest = max(len(part) for one in record.names for part in (one.given, one.family))
    if longest > NAME_MAX:
        raise Refused("name_too_long", most=NAME_MAX)


def _check_dates(record: Record, today: date) -> None:
    year = record.birth_year
    if (record.born and record.born > today) or (year and year > today.year):
        raise Refused("birth_in_future")
    if year is not None and year < OLDEST_YEAR:
        raise Refused("birth_too_old", year=OLDEST_YEAR)
    for day in (record.arrived_on, record.permit_on):
        if day is not None and day > today:
            raise Refused("date_in_future", day=day)


def _check_codes(record: Record, reference: Reference) -> None:
    chosen = [(Kind.LANGUAGE, record.contact_language), (Kind.MUNICIPALITY, record.municipality)]
    for kind, code in chosen:
        if code is not None and code not in reference[kind]:
            raise Refused("code_unknown", kind=kind, given=code[:40])
    if record.integration_language not in (None, *INTEGRATION_LANGUAGES):
        raise Refused("code_unknown", given=str(record.integration_language)[:40])
    if record.groups & SENSITIVE or (record.sensitive or frozenset()) - SENSITIVE:
        raise Refused("group_misplaced")
    for name in record.origins:
        if name not in _FIELDS:
            raise Refused("code_unknown", given=name[:40])


def _check_contact(record: Record) -> None:
    texts = [record.phone, record.email, record.address]
    texts += [text for one in record.relatives for text in (one.name, one.phone)]
    for text in texts:
        if len(text) > TEXT_MAX:
            raise Refused("text_too_long", given=text[:20], most=TEXT_MAX)
    check_email(record.email)


def _is_reference(text: str) -> bool:
    return _REFERENCE.fullmatch(text) is not None and len(reference_key(text)) > 1
