"""The directory as the tab lists it; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.directory import CATEGORIES, Service
from app.domain.errors import Refused
from app.domain.service_search import Card, Wanted, search


@dataclass(frozen=True, slots=True)
class Entry:
    """A service as it is listed; `refusal` says why it cannot stand on a slip today."""

    service: Service
    refusal: Refused | None = None

    @property
    def id(self) -> str:
        return self.service.id


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; an empty text and False ask for nothing."""

    typed: str = ""
    category: str = ""
    municipality: str = ""
    language: str = ""
    open_now: bool = False

    def wanted(self, moment: datetime) -> Wanted:
        """The same for the search, at an aware moment."""
        at = moment if self.open_now else None
        return Wanted(self.category, self.municipality, self.language, open_at=at)


def entries(services: Sequence[Service], day: date) -> Iterator[Entry]:
    """Those that are switched on, with what keeps them from a slip of the day."""
    for service in services:
        if service.enabled:
            yield Entry(service, _refusal(service, day))


def _refusal(service: Service, day: date) -> Refused | None:
    try:
        service.check_for_slip(day)
    except Refused as refused:
        return refused
    return None


def found(
    listed: Sequence[Entry], cards: Mapping[str, Card], asked: Filter, moment: datetime
) -> list[Entry]:
    """The entries that fit, best first.

    What was typed as it is spelt is not put behind what is only nearly so, chosen or not.
    """
    by_id = {one.id: one for one in listed}
    services = [one.service for one in listed]
    fitting = search(services, cards, asked.typed, asked.wanted(moment))
    return [by_id[one.id] for one in fitting]


def sections(listed: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The entries by category; what cannot be chosen stands last, under no category."""
    able = [one for one in listed if one.refusal is None]
    for category in CATEGORIES:
        if part := [one for one in able if one.service.category == category]:
            yield category, part
    if part := [one for one in listed if one.refusal is not None]:
        yield "", part
