"""Services to which visitors are referred (programme lines 130-150, 247-409)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from app.domain.errors import Refused
from app.domain.place import Hours, week_from

HOURS_SINCE: Final = date(2025, 1, 1)
CHECK_AGAIN: Final = timedelta(days=365)
EVERYWHERE: Final = "all"
CATEGORIES: Final = (
    "info_point",
    "authority",
    "culture_leisure",
    "adult_education",
    "training_provider",
    "business_advice",
    "project",
    "third_sector",
    "social_network",
    "partner",
    "emergency",
    "web",
)
SENSITIVE: Final = (
    "ethnic_origin",
    "health",
    "health_or_social_care",
    "refugee_background",
    "religion",
    "violence",
)
_VIOLENCE, _ORIGIN = "violence", "ethnic_origin"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who offers services; the name in fi, sv and en. `kept` is for exchange files alone."""

    id: str
    name: Mapping[str, str]
    email: str = ""
    web: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """Texts in fi and sv; the municipality by its code.

    Two addresses are the same when their words are; `id` says which of the places kept it is.
    """

    street: Mapping[str, str]
    place: Mapping[str, str]
    entrance: Mapping[str, str]
    municipality: str
    postal_code: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default="", compare=False)


class Mark(StrEnum):
    """What is to be said of a service before anybody is sent there."""

    OFF = "off"
    ENDED = "ended"
    NOT_YET = "not_yet"
    UNCHECKED = "unchecked"
    HOURS_UNKNOWN = "hours_unknown"
    HOURS_INVENTED = "hours_invented"


@dataclass(frozen=True, slots=True)
class Service:
    """One entry of the directory; names in fi, sv and en, as far as they are known.

    `municipalities` are codes, or `EVERYWHERE`; `languages` are those in which one is served.
    `location` is the portal location that it is, which keeps its own hours. An entry that is not
    `enabled` is a suggestion that nobody is referred to. `kept` is what an exchange file said
    beyond what the program knows.
    """

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
    organisation: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    municipalities: Sequence[str] = ()
    languages: Sequence[str] = ()
    checked_on: date | None = None
    enabled: bool = True
    hours_invented: bool = False
    lines: Sequence[int] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)

    @property
    def discreet(self) -> bool:
        """Whether paper that others in the household may read must not name it."""
        return self.sensitive == _VIOLENCE

    def serves(self, municipality: str) -> bool:
        """Whether it is there for people of a municipality."""
        return municipality in self.municipalities or EVERYWHERE in self.municipalities

    def holds_on(self, day: date) -> bool:
        """Whether somebody may be referred to it on a day."""
        return self.enabled and not {Mark.ENDED, Mark.NOT_YET} & set(self.marks(day))

    def marks(self, today: date) -> tuple[Mark, ...]:
        """What is to be said of it, the gravest first."""
        found = {
            Mark.OFF: not self.enabled,
            Mark.ENDED: self.valid_to is not None and self.valid_to < today,
            Mark.NOT_YET: self.valid_from is not None and today < self.valid_from,
            Mark.UNCHECKED: self.checked_on is None or today - self.checked_on > CHECK_AGAIN,
            Mark.HOURS_UNKNOWN: self.hours.on(today) is None,
            Mark.HOURS_INVENTED: self.hours_invented,
        }
        return tuple(mark for mark, is_so in found.items() if is_so)

    def check_for_slip(self, day: date) -> None:
        """Refuse what may not stand on a slip of `day`.

        Errors: `service_off`, `service_ended`, `service_not_yet`, `service_not_on_slip` (a visit
        there would tell of the visitor's origin).
        """
        if not self.enabled:
            raise Refused("service_off", name=self.name["fi"])
        if self.valid_to is not None and self.valid_to < day:
            raise Refused("service_ended", name=self.name["fi"], day=self.valid_to)
        if self.valid_from is not None and day < self.valid_from:
            raise Refused("service_not_yet", name=self.name["fi"], day=self.valid_from)
        if self.sensitive == _ORIGIN:
            raise Refused("service_not_on_slip", name=self.name["fi"])


def organisation_from(data: Mapping[str, Any]) -> Organisation:
    """An organisation from an entry of `directory.json`."""
    return Organisation(data["id"], data["name"])


def service_from(data: Mapping[str, Any], *, enabled: bool = True) -> Service:
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
        organisation=data["organisation"],
        note=data["note"],
        municipalities=tuple(data["municipalities"]),
        languages=tuple(data["languages"]),
        enabled=enabled,
        lines=tuple(data["lines"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
