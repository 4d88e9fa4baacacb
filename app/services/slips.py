"""Slips: made from the directory and the phrases, numbered, written, logged without contents."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.link import Basis
from app.domain.phrasebook import BESIDE
from app.domain.place import Location, LocationKind
from app.domain.reference import Kind
from app.domain.roles import Right
from app.domain.slip import BRING, Appointment, Coming, Office, Paper, Slip, stop_of
from app.domain.slip_choices import Choices
from app.domain.slip_number import LAST, LETTERS, number_place, slip_number
from app.services import directory, links, phrases, places, referrals
from app.services.chips import bundled_reference
from app.services.target import check_target, whole_file
from app.services.unit import Desk, Unit
from app.store.models import SlipCounterRow

NAME_MAX: Final = 120


@dataclass(frozen=True, slots=True)
class SlipWish:
    """What is asked for: ids of services, the visitor's language, fi or sv beside it.

    `matter` is a topic or empty, `bring` are keys of phrases, `interpreter` a language or empty,
    `appointment` a local time, `name` the visitor's, printed and never stored, `visit` the visit
    that the slip belongs to, `client` for whom it is and `basis` on what that is kept.
    """

    services: tuple[str, ...]
    language: str
    beside: str
    location: str
    paper: Paper = Paper.A5
    matter: str = ""
    bring: tuple[str, ...] = ()
    appointment: datetime | None = None
    coming: Coming = Coming.UNSAID
    interpreter: str = ""
    ask_interpreter: bool = False
    name: str = ""
    visit: UUID | None = None
    client: UUID | None = None
    basis: Basis = None


class Way(StrEnum):
    """How a slip leaves the program."""

    PRINT = "print"
    SAVE = "save"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Issued:
    """A slip that is there: its number, the file, and the same as text.

    `language` is the one it is in, which may be near to the one asked for. `invented`: hours on it
    are an invention of the demonstration. A preview has a place in place of its number.
    """

    wish: SlipWish
    number: str
    language: str
    pdf: bytes
    text: str
    draft: bool
    discreet: bool
    invented: bool


def print_slip(desk: Desk, wish: SlipWish, to: Path) -> Issued:
    """Write a slip to `to`; a number is used up only by a slip that is there.

    Errors: those of `make_slip` and `check_target`.
    """
    return _saved(desk, lambda unit: issue(unit, wish, Way.PRINT), to)


def save_slip(desk: Desk, wish: SlipWish, to: Path, before: Issued | None = None) -> Issued:
    """The same as a file that somebody keeps; a slip issued `before` keeps its number."""
    return _saved(desk, lambda unit: hand_out(unit, wish, Way.SAVE, before), to)


def _saved(desk: Desk, made: Callable[[Unit], Issued], to: Path) -> Issued:
    check_target(to)
    with whole_file(to) as path, desk.write() as unit:
        issued = made(unit)
        path.write_bytes(issued.pdf)
        return issued


def hand_out(unit: Unit, wish: SlipWish, way: Way, before: Issued | None = None) -> Issued:
    """The slip that was issued `before`, once more; a new one where there is none."""
    if before is None:
        return issue(unit, wish, way)
    referrals.printed_again(unit, before.number)
    unit.log(f"slip.{way}", before.number)
    return before


def issue(unit: Unit, wish: SlipWish, way: Way) -> Issued:
    """A slip with the next number of its location, logged without contents.

    Errors: those of `make_slip`.
    """
    slip = make_slip(unit, wish)
    unit.log(f"slip.{way}", slip.number)
    return _written(unit, wish, slip)


def preview(unit: Unit, wish: SlipWish) -> Issued:
    """The same file with a place for the number, which is not taken.

    Errors: those of `make_slip`.
    """
    return drawn(unit, wish, number_place(_letter(wish.location)))


def drawn(unit: Unit, wish: SlipWish, number: str) -> Issued:
    """The file of a wish with this number; nothing is written. Errors: those of `make_slip`."""
    return _written(unit, wish, _slip(unit, wish, number))


def _written(unit: Unit, wish: SlipWish, slip: Slip) -> Issued:
    """The file and the text; what makes them is loaded for the first slip, not for the window."""
    from app.documents.slip.pages import slip_pdf
    from app.documents.slip.plain import slip_text

    book = phrases.phrasebook()
    found = (directory.service(unit, one) for one in wish.services)
    return Issued(
        wish,
        slip.number,
        slip.language,
        slip_pdf(slip, book, wish.paper),
        slip_text(slip, book),
        slip.draft,
        slip.discreet,
        any(one.hours_invented for one in found),
    )


def make_slip(unit: Unit, wish: SlipWish) -> Slip:
    """The slip with the next number of its location, and a referral for each of its services.

    Errors: `no_right`, `code_unknown`, `language_off`, `location_unknown`, `service_unknown`,
    `appointment_past`, `name_too_long`, those of `Service.check_for_slip`, `referrals.link` and
    `links.link_slip`.
    """
    slip = _slip(unit, wish, "")
    number = _next_number(unit, _letter(wish.location))
    services = [directory.service(unit, one) for one in wish.services]
    named = bool(slip.name) or wish.client is not None
    kept = None if slip.discreet else _choices(wish)
    issued = referrals.issue(
        unit, number, wish.location, services, wish.visit, named=named, choices=kept
    )
    if wish.client is not None:
        links.link_slip(unit, issued, wish.client, wish.basis)
    return replace(slip, number=number)


def _choices(wish: SlipWish) -> Choices:
    """What may be kept of a wish."""
    return Choices(
        wish.language,
        wish.beside,
        wish.paper,
        wish.matter,
        wish.bring,
        wish.appointment,
        wish.coming,
        wish.interpreter,
        wish.ask_interpreter,
    )


def _slip(unit: Unit, wish: SlipWish, number: str) -> Slip:
    unit.demand(Right.RECORD_VISITS)
    book = phrases.phrasebook()
    _check(unit, wish)
    language = book.printed(wish.language, phrases.switched_on(unit))
    office = office_of(unit, places.location(unit, wish.location), wish.beside)
    services = [directory.service(unit, one) for one in wish.services]
    for service in services:
        service.check_for_slip(unit.today)
    names = directory.municipality_names()
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
        coming=wish.coming,
        interpreter=wish.interpreter,
        ask_interpreter=wish.ask_interpreter,
        name=clean_line(wish.name),
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
    if len(clean_line(wish.name)) > NAME_MAX:
        raise Refused("name_too_long", most=NAME_MAX)


def office_of(unit: Unit, location: Location, beside: str) -> Office:
    """Who refers: Romaniportti never stands on a slip, the integration unit does."""
    if location.kind is not LocationKind.ROMA_PORTAL:
        street = location.street.get(beside) or location.street["fi"]
        return Office(location.name[beside], street, location.phone, location.email)
    whole = directory.service(unit, directory.UNIT)
    street = whole.address.street[beside] if whole.address is not None else ""
    return Office(whole.name[beside].partition(" (")[0], street, whole.phone, whole.email)


def _letter(location: str) -> str:
    return LETTERS.get(location, "J")


def _next_number(unit: Unit, letter: str) -> str:
    row = unit.session.get(SlipCounterRow, letter, with_for_update=True)
    if row is None:
        row = SlipCounterRow(letter=letter, last=0)
        unit.session.add(row)
    row.last = row.last % LAST + 1
    return slip_number(letter, row.last)
