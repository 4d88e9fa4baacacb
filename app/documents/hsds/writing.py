"""A service of the directory as one whole object of HSDS, with all that hangs on it.

What HSDS has no field for - names in further languages, what a visit tells of somebody - stands
in attributes of taxonomies of the program's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from app.documents.hsds import schedules
from app.documents.hsds.check import Object
from app.documents.hsds.ids import KIND, TELLS, attribute, exchange_id, facts, made_id
from app.domain.directory import EVERYWHERE, Address, Mark, Organisation, Service

Towns = Mapping[str, Mapping[str, str]]
PROVINCE, COUNTRY, REGION = "Pohjanmaa", "FI", "Pietarsaaren seutu"
_OTHERS: Final = ("sv", "en")


def service_object(service: Service, who: Organisation, towns: Towns, today: date) -> Object:
    """The object; what an exchange file said once beyond what the program knows stands in it."""
    own, kept = exchange_id("service", service.id), service.kept
    names = [text for text in service.name.values() if text and text != service.name["fi"]]
    value: Object = {
        "id": own,
        "organization_id": exchange_id("organization", who.id),
        "name": service.name["fi"],
        "alternate_name": names[0] if names else "",
        "description": service.note.get("fi", ""),
        "url": service.web,
        "email": service.email,
        "status": _status(service, today),
        "assured_date": service.checked_on.isoformat() if service.checked_on else "",
        "phones": list(_phones(service, own)),
        "schedules": [*schedules.written(own, service.hours), *kept.get("schedules", ())],
        "service_areas": [*_areas(service, own, towns), *kept.get("areas", ())],
        "service_at_locations": list(_places(service, own, towns)),
        "languages": list(_languages(service, own)),
        "organization": organization_object(who),
        "attributes": [*_attributes(service, own, today), *kept.get("attributes", ())],
    }
    return without_empty(value) | dict(kept.get("service", {}))


def organization_object(who: Organisation) -> Object:
    """An organization; its description is empty, since the program keeps none."""
    own = exchange_id("organization", who.id)
    names = {f"name.{language}": who.name.get(language, "") for language in _OTHERS}
    value: Object = {
        "email": who.email,
        "website": who.web,
        "attributes": [*facts("organization", own, names), *who.kept.get("attributes", ())],
    }
    needed = {"id": own, "name": who.name["fi"], "description": ""}
    return needed | without_empty(value) | dict(who.kept.get("organization", {}))


def without_empty(value: Mapping[str, Any]) -> Object:
    """The fields that say something."""
    return {name: given for name, given in value.items() if given not in ("", [], {})}


def _status(service: Service, today: date) -> str:
    if Mark.ENDED in service.marks(today):
        return "defunct"
    if service.enabled:
        return "active"
    return str(service.kept.get("status", "inactive"))


def _phones(service: Service, own: str) -> Iterator[Object]:
    if service.phone:
        phone = {"id": made_id("phone", own), "service_id": own, "number": service.phone}
        yield phone | dict(service.kept.get("phone", {}))
    yield from service.kept.get("phones", ())


def _areas(service: Service, own: str, towns: Towns) -> Iterator[Object]:
    for code in service.municipalities:
        name = REGION if code == EVERYWHERE else towns[code]["fi"]
        yield {
            "id": made_id("area", own, code),
            "service_id": own,
            "name": name,
            "extent": code,
            "extent_type": "text",
        }


def _languages(service: Service, own: str) -> Iterator[Object]:
    kept = service.kept.get("languages", {})
    for code in service.languages:
        language = {"id": made_id("language", own, code), "service_id": own, "code": code}
        yield language | dict(kept.get(code, {}))
    yield from service.kept.get("nameless", ())


def _places(service: Service, own: str, towns: Towns) -> Iterator[Object]:
    if service.address is not None:
        place = exchange_id("location", service.address.id)
        linked: Object = {
            "id": made_id("service_at_location", own, place),
            "service_id": own,
            "location_id": place,
            "location": _location(service.address, place, towns),
        }
        yield linked | dict(service.kept.get("at", {}))
    yield from service.kept.get("places", ())


def _location(address: Address, own: str, towns: Towns) -> Object:
    texts = {
        "street.sv": address.street.get("sv", ""),
        "place.sv": address.place.get("sv", ""),
        "entrance.fi": address.entrance.get("fi", ""),
        "entrance.sv": address.entrance.get("sv", ""),
    }
    kept = address.kept
    value: Object = {
        "id": own,
        "location_type": "physical",
        "addresses": [_address(address, own, towns), *kept.get("addresses", ())],
        "attributes": [*facts("location", own, texts), *kept.get("attributes", ())],
    }
    return without_empty(value) | dict(kept.get("location", {}))


def _address(address: Address, place: str, towns: Towns) -> Object:
    lines = {"address_2": address.place.get("fi", "")}
    value: Object = {
        "id": made_id("address", place),
        "location_id": place,
        "address_1": address.street.get("fi", ""),
        **without_empty(lines),
        "city": towns[address.municipality]["fi"] if address.municipality else "",
        "state_province": PROVINCE,
        "postal_code": address.postal_code,
        "country": COUNTRY,
        "address_type": "physical",
    }
    return value | dict(address.kept.get("address", {}))


def _attributes(service: Service, own: str, today: date) -> Iterator[Object]:
    yield attribute("service", own, KIND, service.category)
    if service.sensitive:
        yield attribute("service", own, TELLS, service.sensitive)
    texts = {f"name.{code}": service.name.get(code, "") for code in _OTHERS}
    texts |= {f"note.{code}": service.note.get(code, "") for code in _OTHERS}
    ended = Mark.ENDED in service.marks(today)
    known = texts | {
        "valid_from": service.valid_from.isoformat() if service.valid_from else "",
        "valid_to": service.valid_to.isoformat() if service.valid_to else "",
        "hours": "invented for the demonstration" if service.hours_invented else "",
        "switched_off": "yes" if ended and not service.enabled else "",
    }
    yield from facts("service", own, known)


def in_order(objects: Sequence[Object]) -> list[Object]:
    """By id, so that two exports of the same directory are the same file."""
    return sorted(objects, key=lambda one: str(one["id"]))
