"""Services to which visitors are referred (programme lines 130-150, 247-409)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.domain.errors import Refused
from app.domain.place import Hours, week_from

HOURS_SINCE: Final = date(2025, 1, 1)
_VIOLENCE, _ORIGIN = "violence", "ethnic_origin"


@dataclass(frozen=True, slots=True)
class Address:
    """Texts in fi and sv; the municipality by its code."""

    street: Mapping[str, str]
    place: Mapping[str, str]
    entrance: Mapping[str, str]
    municipality: str


@dataclass(frozen=True, slots=True)
class Service:
    """One entry of the directory; names in fi, sv and en, as far as they are known."""

    id: str
    category: str
    name: Mapping[str, str]
    address: Address | None
    phone: str
    email: str
    web: str
    hours: Hours
    valid_from: date | None = None
    valid_to: date | None = None
    sensitive: str | None = None
    location: str | None = None
    municipalities: tuple[str, ...] = ()

    @property
    def discreet(self) -> bool:
        """Whether paper that others in the household may read must not name it."""
        return self.sensitive == _VIOLENCE

    def check_for_slip(self, day: date) -> None:
        """Refuse what may not stand on a slip of `day`.

        Errors: `service_ended`, `service_not_yet`, `service_not_on_slip` (a visit there would
        tell of the visitor's origin).
        """
        if self.valid_to is not None and self.valid_to < day:
            raise Refused("service_ended", name=self.name["fi"], day=self.valid_to)
        if self.valid_from is not None and day < self.valid_from:
            raise Refused("service_not_yet", name=self.name["fi"], day=self.valid_from)
        if self.sensitive == _ORIGIN:
            raise Refused("service_not_on_slip", name=self.name["fi"])


def service_from(data: Mapping[str, Any]) -> Service:
    """A service from an entry of `directory.json`."""
    week = week_from(data, HOURS_SINCE)
    return Service(
        id=data["id"],
        category=data["category"],
        name=data["name"],
        address=Address(**data["address"]) if data["address"] else None,
        phone=data["phone"],
        email=data["email"],
        web=data["web"],
        hours=Hours((week,) if week else ()),
        valid_from=_day(data["valid_from"]),
        valid_to=_day(data["valid_to"]),
        sensitive=data["sensitive"],
        location=data["location"],
        municipalities=tuple(data["municipalities"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
