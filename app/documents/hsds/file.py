"""The services of a file: a list, a page of an API, one service, or lists side by side."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from app.domain.errors import Refused

_SERVICES: Final = ("contents", "services", "service")
_ORGANIZATIONS: Final = ("organizations", "organization")
_LOCATIONS: Final = ("locations", "location")
_PAGE: Final = frozenset(
    {
        *("total_items", "total_pages", "page_number", "size"),
        *("first_page", "last_page", "empty"),
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """Services, with the organisations and locations that they point to put into them.

    `left_out` names what stands beside the lists.
    """

    services: Sequence[Mapping[str, Any]]
    organizations: Sequence[Mapping[str, Any]]
    locations: Sequence[Mapping[str, Any]]
    left_out: Sequence[str]


def found_in(content: bytes, name: str) -> Found:
    """What a file of this name has. Errors: `hsds_not_understood`, `hsds_not_hsds`."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused("hsds_not_understood", name=name) from None
    services = _services(data)
    if services is None or not _are_services(services):
        raise Refused("hsds_not_hsds", name=name)
    organizations = [*_list(data, _ORGANIZATIONS), *_inside(services, "organization")]
    places = (one.get("service_at_locations") for one in services)
    listed = [place for several in places if isinstance(several, list) for place in several]
    locations = [*_list(data, _LOCATIONS), *_inside(listed, "location")]
    who, where = _by_id(organizations), _by_id(locations)
    joined = [_joined(one, who, where) for one in services]
    return Found(joined, list(who.values()), list(where.values()), _beside(data))


def _no_constant(_text: str) -> NoReturn:
    """NaN and Infinity are not JSON."""
    raise ValueError


def _services(data: Any) -> Any:
    if isinstance(data, dict):
        named = next((data[name] for name in _SERVICES if isinstance(data.get(name), list)), None)
        return [data] if named is None else named
    return data


def _are_services(services: Any) -> bool:
    """A list of objects, of which at least one looks like a service, or an empty list."""
    if not isinstance(services, list) or not all(isinstance(one, dict) for one in services):
        return False
    return not services or any({"id", "name", "status"} <= one.keys() for one in services)


def _beside(data: Any) -> list[str]:
    """The names beside the list of services that say nothing to us."""
    if not isinstance(data, dict) or not any(isinstance(data.get(n), list) for n in _SERVICES):
        return []
    known = _PAGE.union(_SERVICES, _ORGANIZATIONS, _LOCATIONS)
    return [name for name in data if name not in known]


def _list(data: Any, names: Sequence[str]) -> list[Mapping[str, Any]]:
    if not isinstance(data, dict):
        return []
    found = next((data[name] for name in names if isinstance(data.get(name), list)), ())
    return [one for one in found if isinstance(one, dict)]


def _inside(objects: Sequence[Any], name: str) -> list[Mapping[str, Any]]:
    """What some objects have inside and others may point to."""
    found = (one.get(name) for one in objects if isinstance(one, dict))
    return [one for one in found if isinstance(one, dict)]


def _by_id(objects: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {one["id"]: one for one in objects if isinstance(one.get("id"), str)}


def _joined(
    service: Mapping[str, Any],
    organizations: Mapping[str, Mapping[str, Any]],
    locations: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """The service with its organization and its locations inside."""
    joined = dict(service)
    _put_in(joined, "organization", organizations)
    places = joined.get("service_at_locations")
    if locations and isinstance(places, list) and all(isinstance(one, dict) for one in places):
        joined["service_at_locations"] = [dict(one) for one in places]
        for place in joined["service_at_locations"]:
            _put_in(place, "location", locations)
    return joined


def _put_in(value: dict[str, Any], name: str, known: Mapping[str, Mapping[str, Any]]) -> None:
    given = value.get(f"{name}_id")
    if name not in value and isinstance(given, str) and given in known:
        value[name] = known[given]
