"""Slips: made from the directory and the phrases, numbered, written, logged without contents."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from app.documents.slip.pages import slip_pdf
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.phrasebook import BESIDE
from app.domain.place import Location, LocationKind
from app.domain.reference import Kind
from app.domain.roles import Right
from app.domain.slip import BRING, Appointment, Office, Paper, Slip, stop_of
from app.domain.slip_number import LAST, LETTERS, slip_number
from app.services import directory, phrases, places, referrals
from app.services.chips import bundled_reference
from app.services.target import check_target, whole_file
from app.services.unit import Desk, Unit
from app.store.models import SlipCounterRow


@dataclass(frozen=True, slots=True)
class SlipWish:
    """What is asked for: ids of services, the visitor's language, fi or sv beside it.

    `matter` is a topic or empty, `bring` are keys of phrases, `interpreter` a language or empty,
    `appointment` a local time, `visit` the visit that the slip belongs to.
    """

    services: tuple[str, ...]
    language: str
    beside: str
    location: str
    paper: Paper = Paper.A5
    matter: str = ""
    bring: tuple[str, ...] = ()
    appointment: datetime | None = None
    interpreter: str = ""
    visit: UUID | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """The number of a slip, and whether hours on it are an invention of the demonstration."""

    number: str
    invented: bool


def print_slip(desk: Desk, wish: SlipWish, to: Path) -> Printed:
    """Write a slip to `to`; a number is used up only by a slip that is there.

    Errors: those of `make_slip` and `check_target`.
    """
    check_target(to)
    with whole_file(to) as path, desk.write() as unit:
        slip = make_slip(unit, wish)
        path.write_bytes(slip_pdf(slip, phrases.phrasebook(), wish.paper))
        unit.log("slip.print", slip.number)
        found = (directory.service(unit, one) for one in wish.services)
        return Printed(slip.number, any(one.hours_invented for one in found))


def make_slip(unit: Unit, wish: SlipWish) -> Slip:
    """The slip with the next number of its location, and a referral for each of its services.

    Errors: `no_right`, `code_unknown`, `language_off`, `location_unknown`, `service_unknown`,
    `appointment_past`, those of `Service.check_for_slip` and of `referrals.link`.
    """
    unit.demand(Right.RECORD_VISITS)
    book = phrases.phrasebook()
    _check(unit, wish)
    language = book.printed(wish.language, phrases.switched_on(unit))
    location = places.location(unit, wish.location)
    office = _office(unit, location, wish.beside)
    services = [directory.service(unit, one) for one in wish.services]
    for service in services:
        service.check_for_slip(unit.today)
    names = directory.municipality_names()
    number = _next_number(unit, location)
    referrals.issue(unit, number, location.code, services, wish.visit)
    return Slip(
        language=language,
        beside=wish.beside,
        number=number,
        printed=unit.today,
        office=office,
        stops=tuple(stop_of(one, wish.beside, unit.today, office, names) for one in services),
        draft=book.tongues[language].draft,
        matter=wish.matter,
        bring=wish.bring,
        appointment=Appointment(wish.appointment) if wish.appointment else None,
        interpreter=wish.interpreter,
    )


def _check(unit: Unit, wish: SlipWish) -> None:
    """Every code is one that we know."""
    book = phrases.phrasebook()
    listed = bundled_reference()[Kind.LANGUAGE]
    known = {
        wish.language: wish.language in book.tongues or wish.language in listed,
        wish.beside: wish.beside in BESIDE,
        wish.matter: not wish.matter or f"matter.{wish.matter}" in book.phrases,
        wish.interpreter: not wish.interpreter or wish.interpreter in book.tongues,
        **{key: key in BRING for key in wish.bring},
    }
    for code, is_known in known.items():
        if not is_known:
            raise Refused("code_unknown", given=clean_line(code)[:40])
    if not wish.services:
        raise Refused("slip_incomplete")
    if wish.appointment is not None and wish.appointment.date() < unit.today:
        raise Refused("appointment_past", day=wish.appointment.date())


def _office(unit: Unit, location: Location, beside: str) -> Office:
    """Who refers: Romaniportti never stands on a slip, the integration unit does."""
    if location.kind is not LocationKind.ROMA_PORTAL:
        street = location.street.get(beside) or location.street["fi"]
        return Office(location.name[beside], street, location.phone, location.email)
    whole = directory.service(unit, directory.UNIT)
    street = whole.address.street[beside] if whole.address is not None else ""
    return Office(whole.name[beside].partition(" (")[0], street, whole.phone, whole.email)


def _next_number(unit: Unit, location: Location) -> str:
    letter = LETTERS.get(location.code, "J")
    row = unit.session.get(SlipCounterRow, letter, with_for_update=True)
    if row is None:
        row = SlipCounterRow(letter=letter, last=0)
        unit.session.add(row)
    row.last = row.last % LAST + 1
    return slip_number(letter, row.last)
