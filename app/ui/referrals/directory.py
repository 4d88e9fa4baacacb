"""The directory as the tab searches it; no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from app.domain.directory import Service
from app.domain.errors import Refused
from app.domain.place import Hours

_AHEAD: Final = 14
Names = Mapping[str, str]


class Door(StrEnum):
    """Whether somebody is there now."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DoorState:
    """`until` is when it closes, `opens` when it opens next, as far as that is known."""

    door: Door
    until: time | None = None
    opens: datetime | None = None


def door_state(hours: Hours, now: datetime) -> DoorState:
    """The state at a local moment."""
    spans = hours.on(now.date())
    if spans is None:
        return DoorState(Door.UNKNOWN)
    for span in spans:
        if span.opens <= now.time() < span.closes:
            return DoorState(Door.OPEN, until=span.closes)
    return DoorState(Door.CLOSED, opens=_next_opening(hours, now))


def _next_opening(hours: Hours, now: datetime) -> datetime | None:
    for ahead in range(_AHEAD):
        day = now.date() + timedelta(days=ahead)
        for span in sorted(hours.on(day) or (), key=lambda one: one.opens):
            if ahead or span.opens > now.time():
                return datetime.combine(day, span.opens)
    return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A service as it is listed; `refusal` says why it cannot stand on a slip today."""

    service: Service
    refusal: Refused | None
    found_by: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.service.id

    def name(self, language: str) -> str:
        """In the language asked for, else in Finnish."""
        return self.service.name.get(language) or self.service.name["fi"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; an empty text and False ask for nothing."""

    typed: str = ""
    category: str = ""
    municipality: str = ""
    open_now: bool = False

    def is_empty(self) -> bool:
        return self == Filter()


def entry(
    service: Service, day: date, categories: Mapping[str, Names], towns: Mapping[str, Names]
) -> Entry:
    """An entry that is found by its names, its category and its municipalities in any language."""
    refusal = None
    try:
        service.check_for_slip(day)
    except Refused as refused:
        refusal = refused
    told = [*service.name.values(), *categories.get(service.category, {}).values()]
    for town in service.municipalities if len(service.municipalities) == 1 else ():
        told += towns.get(town, {}).values()
    return Entry(service, refusal, tuple(dict.fromkeys(words(" ".join(told)))))


def words(text: str) -> list[str]:
    """The words of a text without case, accents and hyphens, as a hurried hand types them."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = (char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))
    return "".join(plain).split()


def found(entries: Sequence[Entry], asked: Filter, now: datetime, language: str) -> list[Entry]:
    """The entries that fit: every word typed begins one of theirs.

    Those whose name begins with what was typed come first, those that cannot be chosen last.
    """
    typed = words(asked.typed)
    fitting = (one for one in entries if _fits(one, asked, typed, now))
    return sorted(fitting, key=lambda one: _rank(one, typed, language))


def _fits(one: Entry, asked: Filter, typed: Sequence[str], now: datetime) -> bool:
    service = one.service
    if asked.category and service.category != asked.category:
        return False
    if asked.municipality and asked.municipality not in service.municipalities:
        return False
    if asked.open_now and door_state(service.hours, now).door is not Door.OPEN:
        return False
    return all(any(word.startswith(part) for word in one.found_by) for part in typed)


def _rank(one: Entry, typed: Sequence[str], language: str) -> tuple[bool, bool, str]:
    name = words(one.name(language))
    begins = bool(typed) and bool(name) and name[0].startswith(typed[0])
    return (one.refusal is not None, not begins, " ".join(name))


def sections(entries: Sequence[Entry], order: Sequence[str]) -> Iterator[tuple[str, list[Entry]]]:
    """The entries by category in `order`; what cannot be chosen stands last, under no category."""
    able = [one for one in entries if one.refusal is None]
    for category in order:
        if part := [one for one in able if one.service.category == category]:
            yield category, part
    if part := [one for one in entries if one.refusal is not None]:
        yield "", part
