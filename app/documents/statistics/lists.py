"""The unit's own names for what statistics count: its locations and its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.figures import Dimension, Value
from app.domain.place import Location, LocationKind
from app.domain.reference import Kind, Reference
from app.localization import current
from app.words.figures import Names

_KINDS: Final = {
    Dimension.TOPIC: Kind.TOPIC,
    Dimension.ANY_TOPIC: Kind.TOPIC,
    Dimension.LANGUAGE: Kind.LANGUAGE,
    Dimension.MUNICIPALITY: Kind.MUNICIPALITY,
    Dimension.CHANNEL: Kind.CHANNEL,
    Dimension.OUTCOME: Kind.OUTCOME,
}


@dataclass(frozen=True, slots=True)
class Lists:
    """All locations in their order, and the reference lists."""

    locations: tuple[Location, ...]
    reference: Reference

    @property
    def names(self) -> Names:
        return Names({one.code: one for one in self.locations}, self.reference)

    @property
    def portals(self) -> tuple[str, ...]:
        """The codes of the locations that make one sum."""
        return tuple(one.code for one in self.locations if one.kind is LocationKind.PORTAL)

    def location(self, code: str) -> Location:
        return next(one for one in self.locations if one.code == code)

    def short(self, code: str) -> str:
        """A location by its town, or by its whole name where a town has two portals."""
        place, language = self.location(code), current().language
        towns = [one.municipality for one in self.locations if one.kind is LocationKind.PORTAL]
        if place.kind is LocationKind.PORTAL and towns.count(place.municipality) == 1:
            return self.reference.short(Kind.MUNICIPALITY, place.municipality, language)
        return place.name[language]

    def short_value(self, dimension: Dimension, value: Value) -> str:
        """A value of a breakdown as its chip calls it, for the head of a column."""
        kind = _KINDS.get(dimension)
        if kind is None or value is None:
            return self.names.value(dimension, value)
        return self.reference.short(kind, str(value), current().language)
