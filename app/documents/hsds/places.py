"""Where a service of HSDS is, and for the people of which places."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.documents.hsds.check import Object
from app.documents.hsds.ids import made_id
from app.documents.hsds.own import own_of, rest_of
from app.documents.hsds.writing import COUNTRY, PROVINCE, Towns
from app.domain.directory import EVERYWHERE, Address

_LINES: Final = ("address_1", "address_2", "postal_code")
_USUAL: Final = {"state_province": PROVINCE, "country": COUNTRY, "address_type": "physical"}


def read_areas(areas: Sequence[Object], towns: Towns, kept: Object) -> tuple[str, ...]:
    """Our codes of municipalities; areas that are none of them are kept as they are."""
    codes: list[str] = []
    others: list[Object] = []
    for one in areas:
        extent = one.get("extent", "") if one.get("extent_type") == "text" else ""
        code = extent if extent in (*towns, EVERYWHERE) else _town(one.get("name", ""), towns)
        if code:
            codes.append(code)
        else:
            others.append(one)
    kept["areas"] = others
    return tuple(codes)


def read_places(places: Sequence[Object], own: str, towns: Towns, kept: Object) -> Address | None:
    """The address of the first place that has one; further places are kept as they are."""
    first = next((one for one in places if one.get("location", {}).get("addresses")), None)
    kept["places"] = [one for one in places if one is not first]
    if first is None:
        return None
    place = first["location"]
    linked = made_id("service_at_location", own, place["id"])
    kept["at"] = rest_of(first, linked, own, "location", "location_id")
    return _read_address(place, towns)


def _read_address(place: Mapping[str, Any], towns: Towns) -> Address:
    """The first address of a location."""
    own, (first, *others) = own_of(place), place["addresses"]
    town = _town(first["city"], towns)
    kept = {
        "attributes": list(own.others),
        "address": _beyond(first, place["id"], town),
        "addresses": others,
        "location": _unusual(place, {"location_type": "physical"}, "id", "addresses", "attributes"),
    }
    facts = own.facts
    return Address(
        {"fi": first["address_1"], "sv": facts.get("street.sv", "")},
        {"fi": first.get("address_2", ""), "sv": facts.get("place.sv", "")},
        {"fi": facts.get("entrance.fi", ""), "sv": facts.get("entrance.sv", "")},
        town,
        first["postal_code"],
        {name: given for name, given in kept.items() if given},
        place["id"],
    )


def _town(city: str, towns: Towns) -> str:
    """The code of one of our municipalities, by its name in any language."""
    named = {name.casefold(): code for code, names in towns.items() for name in names.values()}
    return named.get(city.casefold(), "")


def _beyond(address: Mapping[str, Any], place_id: str, town: str) -> Object:
    """What of an address is not written by itself: a city that is none of ours, a province."""
    used = ("location_id", *_LINES, *(("city",) if town or not address["city"] else ()))
    return rest_of(_unusual(address, _USUAL), made_id("address", place_id), "", *used)


def _unusual(value: Mapping[str, Any], usual: Mapping[str, str], *used: str) -> Object:
    return {
        name: given
        for name, given in value.items()
        if name not in used and usual.get(name) != given
    }
