"""The services of the region that came with the program, with the hours that are known here."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from app import paths
from app.domain.directory import HOURS_SINCE, Service, service_from
from app.domain.errors import Refused
from app.domain.place import Hours, week_from
from app.services import places
from app.services.demo import demonstration, is_demo
from app.services.unit import Unit

UNIT: Final = "org-kotoutumisyksikko"


@cache
def _bundled() -> dict[str, Any]:
    text = paths.resource("reference", "directory.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def bundled_services() -> Mapping[str, Service]:
    """The services of the programme by their ids."""
    return {entry["id"]: service_from(entry) for entry in _bundled()["services"]}


def municipality_names() -> Mapping[str, Mapping[str, str]]:
    """The names in fi, sv and en by code."""
    names: Mapping[str, Mapping[str, str]] = _bundled()["municipalities"]
    return names


def service(unit: Unit, service_id: str) -> Service:
    """One service; a portal location has the hours that are kept for it.

    Errors: `service_unknown`.
    """
    found = bundled_services().get(service_id)
    if found is None:
        raise Refused("service_unknown", given=service_id[:40])
    if found.location is not None:
        return replace(found, hours=places.hours(unit, found.location))
    return replace(found, hours=_invented(service_id)) if hours_invented(unit, found) else found


def hours_invented(unit: Unit, found: Service) -> bool:
    """Whether the hours of a service are an invention of the demonstration."""
    return found.id in demonstration()["services"] and is_demo(unit)


def _invented(service_id: str) -> Hours:
    week = week_from({"weekly": demonstration()["services"][service_id]}, HOURS_SINCE)
    return Hours((week,) if week else ())
