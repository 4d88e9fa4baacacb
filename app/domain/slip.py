"""The slip that a visitor takes away: where to go, when it is open, what to bring.

Facts (names on doors, streets, telephones) stand once, in the language beside the visitor's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from app.domain.directory import Address, Service
from app.domain.place import Hours, Span

DAYS: Final = 5
_LOOK_AHEAD: Final = 21
BRING: Final = ("identity_document", "residence_permit_card", "kela_card", "decision_letters")


class Paper(StrEnum):
    """The sizes of paper: large print is on A4, a receipt 80 mm wide."""

    A5 = "a5"
    A4 = "a4"
    LARGE = "large"
    RECEIPT = "receipt"


class Coming(StrEnum):
    """Whether the visitor may just come; the values are keys of phrases."""

    UNSAID = ""
    WALK_IN = "no_appointment_needed"
    BOOK = "appointment_needed"


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A day and when it is open; closed when there are no spans."""

    day: date
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """Who refers, in the language beside the visitor's."""

    name: str
    street: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One service on a slip; an empty text is not known. `days` None: hours are not known.

    `own_phone` is False where the telephone is that of the office that refers. A discreet stop
    has neither name nor kind nor address.
    """

    name: str
    detail: str
    category: str
    street: str
    whereabouts: str
    phone: str
    own_phone: bool
    web: str
    days: tuple[OpenDay, ...] | None
    discreet: bool = False

    @property
    def map_address(self) -> str:
        """What a map is asked for; empty where there is no street."""
        parts = (self.street, self.whereabouts.rpartition(", ")[2])
        return ", ".join(part for part in parts if part) if self.street else ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the visitor is expected (local time)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Slip:
    """All that is printed; `language` is one of the phrases', `beside` is fi or sv.

    `matter` is a topic's code or empty, `bring` are keys of phrases, `interpreter` the language
    of the interpreter that is booked, `ask_interpreter` advises to ask for one when booking,
    `name` is the visitor's, only where that was asked for.
    """

    language: str
    beside: str
    number: str
    printed: date
    office: Office
    stops: tuple[Stop, ...]
    draft: bool = False
    matter: str = ""
    bring: tuple[str, ...] = ()
    appointment: Appointment | None = None
    coming: Coming = Coming.UNSAID
    interpreter: str = ""
    ask_interpreter: bool = False
    name: str = ""

    @property
    def discreet(self) -> bool:
        """Whether any of its services must not be told to others in the household."""
        return any(stop.discreet for stop in self.stops)

    def guarded(self) -> "Slip":
        """A discreet slip says a telephone and hours: no name, no matter, nothing to bring."""
        return replace(self, name="", matter="", bring=()) if self.discreet else self


def open_days(hours: Hours, today: date) -> tuple[OpenDay, ...] | None:
    """Today and the next days that are usually open or differ from the rule; None: not known."""
    first = hours.on(today)
    if first is None:
        return None
    later = list(_later(hours, today))[: DAYS - 1]
    return (OpenDay(today, _ordered(first)), *later)


def _later(hours: Hours, today: date) -> Iterator[OpenDay]:
    exceptional = {one.day for one in hours.exceptions}
    for ahead in range(1, _LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        spans = hours.on(day) or ()
        if spans or (day in exceptional and Hours(hours.weeks).on(day)):
            yield OpenDay(day, _ordered(spans))


def _ordered(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.opens))


def stop_of(
    service: Service,
    beside: str,
    today: date,
    office: Office,
    municipalities: Mapping[str, Mapping[str, str]],
) -> Stop:
    """The service as it stands on a slip printed `today`; without a telephone, the office's."""
    name, detail = _parted(service.name.get(beside) or service.name["fi"])
    street = ""
    where: tuple[str, ...] = ()
    if service.address is not None:
        address = service.address
        street = address.street.get(beside) or address.street["fi"]
        where = tuple(_whereabouts(address, beside, municipalities))
    stop = Stop(
        name,
        # What the address says is not said twice.
        ", ".join(part for part in detail.split(", ") if part not in where),
        service.category,
        street,
        ", ".join(where),
        service.phone or office.phone,
        bool(service.phone),
        service.web,
        open_days(service.hours, today),
        service.discreet,
    )
    if not service.discreet:
        return stop
    return replace(stop, name="", detail="", category="", street="", whereabouts="", web="")


def _whereabouts(
    address: Address, beside: str, municipalities: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Which door, which house, which town, as far as they are known."""
    town = municipalities.get(address.municipality, {})
    for each in (address.entrance, address.place, town):
        if said := each.get(beside):
            yield said


def _parted(name: str) -> tuple[str, str]:
    """A name and what stands in brackets behind it."""
    head, bracket, rest = name.partition(" (")
    return (head, rest[:-1]) if bracket and rest.endswith(")") else (name, "")
