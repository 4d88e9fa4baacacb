"""A checked object of HSDS as a service of the directory, its organisation, its place.

What the program has no field for is kept beside it and written out again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.documents.hsds import schedules
from app.documents.hsds.check import Object
from app.documents.hsds.ids import FACT, KIND, TELLS, made_id, own_term
from app.documents.hsds.writing import COUNTRY, PROVINCE, Towns
from app.domain.directory import CATEGORIES, EVERYWHERE, Address, Organisation, Service
from app.domain.line import clean_line

STANDARD_KIND: Final = "partner"
_LANGUAGES: Final = ("fi", "sv", "en")
_LINES: Final = ("address_1", "address_2", "postal_code")


@dataclass(frozen=True, slots=True)
class Own:
    """The attributes of one object that are ours, and those of others."""

    facts: Mapping[str, str]
    kind: str
    tells: str
    others: Sequence[Object]


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
    own, rest = _own(value), dict(value)
    if known is not None and not own.kind:
        own = _as_known(own, known)
    used = ("id", "organization_id", "organization", "name", "description", "url", "email")
    for name in (*used, "assured_date", "status"):
        rest.pop(name, None)
    names = _texts("name", value["name"], own)
    if rest.get("alternate_name") in names.values():
        del rest["alternate_name"]
    kept: Object = {"attributes": list(own.others)}
    times = schedules.read(rest.pop("schedules", ()))
    kept["schedules"] = times.kept
    phone = _read_phone(rest.pop("phones", ()), value["id"], kept)
    languages = _read_languages(rest.pop("languages", ()), value["id"], kept)
    reach = _read_areas(rest.pop("service_areas", ()), towns, kept)
    address = _read_places(rest.pop("service_at_locations", ()), value["id"], towns, kept)
    rest.pop("attributes", None)
    if value["status"] == "temporarily closed":
        kept["status"] = value["status"]
    kept["service"] = rest
    service = Service(
        id=value["id"],
        category=own.kind or STANDARD_KIND,
        name=names,
        address=address,
        phone=phone,
        email=value.get("email", ""),
        web=value.get("url", ""),
        hours=times.hours,
        valid_from=_day(own.facts.get("valid_from", "")),
        valid_to=_day(own.facts.get("valid_to", "")),
        sensitive=own.tells or None,
        note=_texts("note", value.get("description", ""), own),
        municipalities=reach,
        languages=languages,
        checked_on=_day(value.get("assured_date", "")),
        enabled=_enabled(value["status"], own),
        hours_invented="hours" in own.facts,
        kept={name: given for name, given in kept.items() if given},
    )
    return Entry(service, times.left_out)


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
    own, rest = _own(value), dict(value)
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


def _own(value: Mapping[str, Any]) -> Own:
    facts: dict[str, str] = {}
    kind = tells = ""
    others: list[Object] = []
    for one in value.get("attributes", ()):
        taxonomy, code = own_term(one) or ("", "")
        if taxonomy == KIND and code in CATEGORIES:
            kind = code
        elif taxonomy == TELLS:
            tells = code
        elif taxonomy == FACT:
            facts[code] = one.get("value", "")
        else:
            others.append(one)
    return Own(facts, kind, tells, others)


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
    rest = _rest(first, made_id("phone", own), own, "number")
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
        if rest := _rest(one, made_id("language", own, code), own, "code"):
            rests[code] = rest
    kept |= {"languages": rests, "nameless": nameless}
    return tuple(codes)


def _read_areas(areas: Sequence[Object], towns: Towns, kept: Object) -> tuple[str, ...]:
    """Our codes of municipalities; areas that are none of them are kept as they are."""
    codes, others = [], []
    named = {name.casefold(): code for code, names in towns.items() for name in names.values()}
    for one in areas:
        code = one.get("extent") if one.get("extent_type") == "text" else None
        if code not in (*towns, EVERYWHERE):
            code = named.get(one.get("name", "").casefold())
        if code is None:
            others.append(one)
        else:
            codes.append(code)
    kept["areas"] = others
    return tuple(codes)


def _read_places(places: Sequence[Object], own: str, towns: Towns, kept: Object) -> Address | None:
    """The address of the first place that has one; further places are kept as they are."""
    first = next((one for one in places if one.get("location", {}).get("addresses")), None)
    kept["places"] = [one for one in places if one is not first]
    if first is None:
        return None
    place = first["location"]
    linked = made_id("service_at_location", own, place["id"])
    kept["at"] = _rest(first, linked, own, "location", "location_id")
    return read_address(place, towns)


def read_address(place: Mapping[str, Any], towns: Towns) -> Address:
    """The first address of a location."""
    own, rest = _own(place), dict(place)
    (first, *others), place_id = place["addresses"], place["id"]
    city = first["city"].casefold()
    town = next(
        (c for c, names in towns.items() if city in (n.casefold() for n in names.values())), ""
    )
    inside = _rest(first, made_id("address", place_id), "", "location_id", *_LINES)
    usual = {"state_province": PROVINCE, "country": COUNTRY, "address_type": "physical"}
    for name, given in usual.items():
        if inside.get(name) == given:
            del inside[name]
    if town:
        inside.pop("city")
    for name in ("id", "addresses", "attributes"):
        rest.pop(name, None)
    if rest.get("location_type") == "physical":
        del rest["location_type"]
    if not city:
        inside.pop("city", None)
    kept = {
        "attributes": list(own.others),
        "address": inside,
        "addresses": others,
        "location": rest,
    }
    facts = own.facts
    return Address(
        {"fi": first["address_1"], "sv": facts.get("street.sv", "")},
        {"fi": first.get("address_2", ""), "sv": facts.get("place.sv", "")},
        {"fi": facts.get("entrance.fi", ""), "sv": facts.get("entrance.sv", "")},
        town,
        first["postal_code"],
        {name: given for name, given in kept.items() if given},
        place_id,
    )


def _rest(value: Mapping[str, Any], usual_id: str, service_id: str, *used: str) -> Object:
    """What of an object is not made again when it is written."""
    rest = {name: given for name, given in value.items() if name not in used}
    if rest.get("id") == usual_id:
        del rest["id"]
    if rest.get("service_id") == service_id:
        del rest["service_id"]
    return rest


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
