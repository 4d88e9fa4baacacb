"""What the window must know of the store: the locations, today's hours, is it a demonstration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.place import Location, Span
from app.services import places
from app.services.backup import last_backup
from app.services.demo import is_demo
from app.services.unit import Unit


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Locations in their order; `open_today` maps their codes to open spans (None: not known)."""

    locations: tuple[Location, ...]
    open_today: Mapping[str, tuple[Span, ...] | None]
    demo: bool = False
    backed_up: datetime | None = None

    def location(self, code: str) -> Location:
        """The location `code`, the first where there is none such."""
        return next((one for one in self.locations if one.code == code), self.locations[0])


def surroundings(unit: Unit) -> Surroundings:
    """Read them all in one unit."""
    known = places.locations(unit)
    hours = {one.code: places.hours(unit, one.code).on(unit.today) for one in known}
    return Surroundings(tuple(known), hours, is_demo(unit), last_backup(unit))
