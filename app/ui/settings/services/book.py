"""What the page knows of the directory; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.domain.directory import Mark, Organisation, Service
from app.domain.place import Hours
from app.domain.service_search import ANYTHING, Card, search
from app.services import directory, directory_keeping, organisation_keeping
from app.services.directory_keeping import ServiceChange
from app.services.organisation_keeping import OrganisationChange
from app.services.unit import Unit

GONE = frozenset({Mark.OFF, Mark.ENDED})
TO_CHECK = frozenset({Mark.UNCHECKED, Mark.HOURS_UNKNOWN, Mark.HOURS_INVENTED})

Change = ServiceChange | OrganisationChange


class Shown(StrEnum):
    """Which services are listed."""

    ALL = "all"
    IN_USE = "in_use"
    TO_CHECK = "to_check"
    GONE = "gone"


@dataclass(frozen=True)
class Book:
    """All services and organisations on a day."""

    services: Sequence[Service] = ()
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    today: date = date.min

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        return directory.cards(self.services, self.organisations)

    def service(self, service_id: str) -> Service | None:
        return next((one for one in self.services if one.id == service_id), None)

    def listed(self, typed: str, shown: Shown) -> list[Service]:
        """The services that have the typed words and are to be shown."""
        found = search(self.services, self.cards, typed, ANYTHING)
        return [one for one in found if self._is_shown(one, shown)]

    def neighbours(self, service: Service) -> list[Service]:
        """The other services at the same place."""
        if service.address is None:
            return []
        here = service.address.id
        return [
            one
            for one in self.services
            if one.id != service.id and one.address is not None and one.address.id == here
        ]

    def with_service(self, service: Service) -> Book:
        """The same with a service in place of the one of its id, or as the last one."""
        if self.service(service.id) is None:
            return replace(self, services=[*self.services, service])
        found = [service if one.id == service.id else one for one in self.services]
        return replace(self, services=found)

    def with_organisation(self, organisation: Organisation) -> Book:
        """The same with one more organisation."""
        return replace(self, organisations={**self.organisations, organisation.id: organisation})

    def _is_shown(self, service: Service, shown: Shown) -> bool:
        marks = frozenset(service.marks(self.today))
        return {
            Shown.ALL: True,
            Shown.IN_USE: not marks & GONE,
            Shown.TO_CHECK: bool(marks & TO_CHECK) and not marks & GONE,
            Shown.GONE: bool(marks & GONE),
        }[shown]


def read_book(unit: Unit) -> Book:
    """All of it in one unit."""
    return Book(directory.services(unit), directory.organisations(unit), unit.today)


def read_history(unit: Unit, service: str, organisation: str) -> list[Change]:
    """What was changed of a service and of who offers it, the newest first."""
    found: list[Change] = [
        *directory_keeping.history(unit, service),
        *organisation_keeping.organisation_history(unit, organisation),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def blank(service_id: str) -> Service:
    """A service that is about to be made."""
    return Service(
        id=service_id,
        category="third_sector",
        name={"fi": "", "sv": "", "en": ""},
        address=None,
        phone="",
        email="",
        web="",
        hours=Hours(),
    )
