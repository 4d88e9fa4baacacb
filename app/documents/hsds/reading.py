"""A checked object of HSDS as a service of the directory, its organisation, its place.

What the program has no field for is kept beside it and written out again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.documents.hsds import schedules
from app.documents.hsds.check import Object
from app.documents.hsds.ids import made_id
from app.documents.hsds.own import Own, own_of, rest_of
from app.documents.hsds.places import read_areas, read_places
from app.documents.hsds.writing import Towns
from app.domain.directory import Organisation, Service
from app.domain.line import clean_line
from app.domain.place import Hours

STANDARD_KIND: Final = "partner"
_LANGUAGES: Final = ("fi", "sv", "en")
_USED: Final = frozenset(
    {
        *("id", "organization_id", "organization", "name", "description", "url", "email"),
        *("assured_date", "status", "attributes"),
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A service, and the names of what the file says of it that could not be kept."""

    service: Service
    left_out: Sequence[str]


def read_service(value: Mapping[str, Any], towns: Towns, known: Service | None) -> Entry:
    """The service under the ids of the file, without its organisation.

    What only our own attributes say is as it is `known` where the file has none of them.
    Errors: ValueError where a date is none.
    """
    value = _moved_up(value)
    own, rest = own_of(value), {name: given for name, given in value.items() if name not in _USED}
    if known is not None and not own.kind:
        own = _as_known(own, known)
    service = _plain(value, own)
    if rest.get("alternate_name") in service.name.values():
        del rest["alternate_name"]
    kept: Object = {"attributes": list(own.others)}
    times = schedules.read(rest.pop("schedules", ()))
    service = replace(
        service,
        hours=times.hours,
        phone=_read_phone(rest.pop("phones", ()), value["id"], kept),
        languages=_read_languages(rest.pop("languages", ()), value["id"], kept),
        municipalities=read_areas(rest.pop("service_areas", ()), towns, kept),
        address=read_places(rest.pop("service_at_locations", ()), value["id"], towns, kept),
    )
    if value["status"] == "temporarily closed":
        kept["status"] = value["status"]
    kept |= {"schedules": times.kept, "service": rest}
    found = {name: given for name, given in kept.items() if given}
    return Entry(replace(service, kept=found), times.left_out)


def _plain(value: Mapping[str, Any], own: Own) -> Service:
    """What stands in the fields of the service itself and in our own attributes."""
    return Service(
        id=value["id"],
        category=own.kind or STANDARD_KIND,
        name=_texts("name", value["name"], own),
        address=None,
        phone="",
        email=value.get("email", ""),
        web=value.get("url", ""),
        hours=Hours(),
        valid_from=_day(own.facts.get("valid_from", "")),
        valid_to=_day(own.facts.get("valid_to", "")),
        sensitive=own.tells or None,
        note=_texts("note", value.get("description", ""), own),
        checked_on=_day(value.get("assured_date", "")),
        enabled=_enabled(value["status"], own),
        hours_invented="hours" in own.facts,
    )


def _moved_up(value: Mapping[str, Any]) -> Object:
    """Telephone and hours that the file gives for its first place alone are the service's."""
    moved, places = dict(value), list(value.get("service_at_locations", ()))
    for name in ("phones", "schedules"):
        if places and not moved.get(name) and name in places[0]:
            moved[name] = places[0][name]
            places[0] = {key: given for key, given in places[0].items() if key != name}
    return moved | ({"service_at_locations": places} if places else {})


def _as_known(own: Own, known: Service) -> Own:
    """What our own attributes would say of a service that is known."""
    days = {"valid_from": known.valid_from, "valid_to": known.valid_to}
    facts = {name: day.isoformat() for name, day in days.items() if day}
    for language in _LANGUAGES[1:]:
        facts[f"name.{language}"] = known.name.get(language, "")
        facts[f"note.{language}"] = known.note.get(language, "")
    return Own(facts, known.category, known.sensitive or "", own.others)


def read_organisation(value: Mapping[str, Any], known: Organisation | None) -> Organisation:
    """The organisation with the id of the file."""
    own, rest = own_of(value), dict(value)
    known_names = dict(known.name) if known and not own.facts else {}
    for name in ("id", "name", "email", "website", "attributes"):
        rest.pop(name, None)
    if not rest.get("description"):
        rest.pop("description", None)
    kept = {"attributes": list(own.others), "organization": rest}
    return Organisation(
        value["id"],
        known_names | _texts("name", value["name"], own),
        value.get("email", ""),
        value.get("website", ""),
        {name: given for name, given in kept.items() if given},
    )


def _texts(what: str, finnish: str, own: Own) -> dict[str, str]:
    """The text in each language: Finnish is the field of HSDS, the others are facts of ours."""
    texts = {"fi": finnish}
    for language in _LANGUAGES[1:]:
        if text := own.facts.get(f"{what}.{language}"):
            texts[language] = text
    return {language: clean_line(text) for language, text in texts.items()}


def _enabled(status: str, own: Own) -> bool:
    if status == "defunct":
        return bool(own.facts.get("valid_to")) and "switched_off" not in own.facts
    return status == "active"


def _read_phone(phones: Sequence[Object], own: str, kept: Object) -> str:
    if not phones:
        return ""
    first, *others = phones
    rest = rest_of(first, made_id("phone", own), own, "number")
    kept |= {"phone": rest, "phones": others}
    return str(first["number"])


def _read_languages(languages: Sequence[Object], own: str, kept: Object) -> tuple[str, ...]:
    codes: list[str] = []
    rests: dict[str, Object] = {}
    nameless: list[Object] = []
    for one in languages:
        code = one.get("code", "")
        if not code or code in codes:
            nameless.append(one)
            continue
        codes.append(code)
        if rest := rest_of(one, made_id("language", own, code), own, "code"):
            rests[code] = rest
    kept |= {"languages": rests, "nameless": nameless}
    return tuple(codes)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
