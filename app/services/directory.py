"""The directory of services, for reading: what is kept here, with the hours of portal locations."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from app import paths
from app.domain.directory import Organisation, Service, organisation_from, service_from
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.service_search import ANYTHING, Card, Wanted, card, search
from app.services import phrases, places
from app.services.unit import Unit
from app.store import directory as store

UNIT: Final = "org-kotoutumisyksikko"


@cache
def bundled() -> dict[str, Any]:
    """What `directory.json` says."""
    text = paths.resource("reference", "directory.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def bundled_services() -> Mapping[str, Service]:
    """The services of the programme by their ids."""
    return {entry["id"]: service_from(entry) for entry in bundled()["services"]}


@cache
def suggested_services() -> Mapping[str, Service]:
    """Services that the programme does not name, switched off until somebody has checked them."""
    found = (service_from(entry, enabled=False) for entry in bundled()["suggestions"])
    return {service.id: service for service in found}


@cache
def bundled_organisations() -> Mapping[str, Organisation]:
    """Who offers the services that come with the program, by their ids."""
    return {entry["id"]: organisation_from(entry) for entry in bundled()["organisations"]}


def municipality_names() -> Mapping[str, Mapping[str, str]]:
    """The names in fi, sv and en by code."""
    names: Mapping[str, Mapping[str, str]] = bundled()["municipalities"]
    return names


def category_names() -> Mapping[str, Mapping[str, str]]:
    """The names of the kinds of service in fi, sv and en by code."""
    book, start = phrases.phrasebook().phrases, "category."
    return {key.removeprefix(start): one for key, one in book.items() if key.startswith(start)}


def services(unit: Unit) -> list[Service]:
    """All of them in their order, those that are off or have ended too."""
    return [_with_hours(unit, one) for one in store.services(unit.connection)]


def service(unit: Unit, service_id: str) -> Service:
    """One service; a portal location has the hours that are kept for it.

    Errors: `service_unknown`.
    """
    found = store.services(unit.connection, clean_line(service_id))
    if not found or found[0].id != service_id:
        raise Refused("service_unknown", given=service_id[:40])
    return _with_hours(unit, found[0])


def organisations(unit: Unit) -> Mapping[str, Organisation]:
    """Who offers services, by their ids."""
    return store.organisations(unit.connection)


def find(unit: Unit, typed: str, wanted: Wanted = ANYTHING) -> list[Service]:
    """The services that have the typed words in some language, best first."""
    found = services(unit)
    return search(found, cards(found, organisations(unit)), typed, wanted)


def cards(found: Sequence[Service], organisations: Mapping[str, Organisation]) -> dict[str, Card]:
    """The words by which each service is found, for `search` while somebody types."""
    kinds, towns = category_names(), municipality_names()
    return {
        one.id: card(
            one,
            (
                *organisations[one.organisation].name.values(),
                *kinds.get(one.category, {}).values(),
                *(name for code in one.municipalities for name in towns.get(code, {}).values()),
            ),
        )
        for one in found
    }


def _with_hours(unit: Unit, found: Service) -> Service:
    if found.location is None:
        return found
    return replace(found, hours=places.hours(unit, found.location))
