"""What the tab says of services, languages and matters, in the language in use."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.documents.slip import times
from app.domain.client import Client
from app.domain.days import local, local_day
from app.domain.directory import Service
from app.domain.isolates import named
from app.domain.open_state import open_state
from app.domain.reference import Kind
from app.domain.slip import BRING, Coming
from app.domain.visit import Precision, Visit
from app.localization import _, _p, current
from app.ui.referrals.directory import Entry
from app.ui.referrals.reading import Desk
from app.ui.widgets.chip_group import ChipText
from app.words.directory import address_words, in_use, town_words
from app.words.sentences import sentence


class PillText(NamedTuple):
    """A pill: its kind, its words, its icon."""

    kind: str
    text: str
    icon: str


def category(desk: Desk, code: str) -> str:
    return in_use(desk.categories.get(code, {})) or code


def quiet(desk: Desk, service: Service, headed: bool = False) -> str:
    """For whom it is, and when somebody last checked it; its kind where no heading says it."""
    day = service.checked_on
    checked = _("checked {day}", day=current().full_date(day)) if day else ""
    where = town_words(service.municipalities, desk.towns)
    kind = "" if headed else category(desk, service.category)
    return current().listing([kind, where, checked])


def state(one: Entry, moment: datetime) -> PillText:
    """Whether one may be sent there, and whether somebody is there at an aware moment."""
    if one.refusal is not None:
        return _refused(one)
    door = open_state(one.service.hours, moment)
    if door.is_open is None:
        return PillText("info", _("Ask the hours"), "circle-help")
    if door.until is not None:
        until = times.clock(door.until)
        return PillText("success", _("Open until {time}", time=until), "clock")
    if door.opens is None:
        return PillText("info", _("Closed"), "moon")
    day, opens = door.opens
    at = times.clock(opens)
    if day == local_day(moment):
        return PillText("info", _("Opens at {time}", time=at), "moon")
    weekday = current().weekday(day)
    return PillText("info", _("Closed, opens {day} at {time}", day=weekday, time=at), "moon")


def _refused(one: Entry) -> PillText:
    code, service = one.refusal.code if one.refusal else "", one.service
    if code == "service_ended" and service.valid_to is not None:
        day = current().full_date(service.valid_to)
        return PillText("danger", _("Ended {day}", day=day), "circle-x")
    if code == "service_not_yet" and service.valid_from is not None:
        day = current().full_date(service.valid_from)
        return PillText("info", _("Begins {day}", day=day), "clock")
    return PillText("info", _("Never on a slip"), "eye-off")


def why_not(one: Entry) -> str:
    """The whole sentence."""
    return sentence(one.refusal) if one.refusal is not None else ""


def language(desk: Desk, code: str) -> str:
    """A language as it stands inside a line."""
    return desk.reference.name(Kind.LANGUAGE, code, current().language)


def languages(desk: Desk) -> list[ChipText]:
    """The languages of the site's order."""
    return [
        ChipText(code, desk.reference.short(Kind.LANGUAGE, code, current().language))
        for code in desk.languages
    ]


def besides(desk: Desk) -> list[ChipText]:
    return [ChipText(code, language(desk, code)) for code in ("fi", "sv")]


def matters(desk: Desk) -> list[tuple[str, str]]:
    """Topics that a slip has words for, by code."""
    words = current().language
    topics = (item for item in desk.reference.active(Kind.TOPIC))
    return [
        (item.code, desk.reference.name(Kind.TOPIC, item.code, words))
        for item in topics
        if f"matter.{item.code}" in desk.book.phrases
    ]


def bring(desk: Desk) -> list[ChipText]:
    short = {
        "identity_document": _("Identity document"),
        "residence_permit_card": _("Residence permit card"),
        "kela_card": _("Kela card"),
        "decision_letters": _("Decisions, letters"),
    }
    names = {key: in_use(desk.book.phrases[key]) for key in BRING}
    return [ChipText(key, short[key], names[key]) for key in BRING]


BOOKED = "booked"
NONE, ASK = "none", "ask"


def coming() -> list[ChipText]:
    return [
        ChipText(Coming.WALK_IN, _("Without appointment")),
        ChipText(Coming.BOOK, _("Book first")),
        ChipText(BOOKED, _("Booked…"), _("An appointment is booked: its day and time")),
    ]


def interpreters() -> list[ChipText]:
    return [
        ChipText(NONE, _p("interpreter", "Not needed")),
        ChipText(ASK, _("Ask when booking"), _("The visitor asks for one when booking")),
        ChipText(BOOKED, _p("interpreter", "Booked"), _("An interpreter is booked")),
    ]


def title(one: Entry) -> str:
    return in_use(one.service.name)


def where(desk: Desk, service: Service) -> str:
    """The address of a service, else for whom it is."""
    towns = town_words(service.municipalities, desk.towns)
    return address_words(service.address, desk.towns) or towns


def whom(visit: Visit | None, client: Client | None) -> str:
    """The visit or the client that a slip belongs to; empty for neither."""
    if client is not None:
        name, number = named(client.record.name), client.number
        return _("For {name} · {number}; no name is printed", name=name, number=number)
    return nameless(visit) if visit is not None else ""


def nameless(visit: Visit) -> str:
    """The visit that a slip belongs to, by its time, or by its day when only that is known."""
    if visit.when.precision is Precision.DAY:
        return _("Nameless visit of {day}", day=current().short_date(visit.when.day))
    moment = local(visit.when.moment)
    return _("Nameless visit at {time}", time=current().clock_time(moment))
