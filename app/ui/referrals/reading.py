"""What the tab needs to know, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.phrasebook import Phrasebook
from app.domain.reference import Kind, Reference
from app.domain.roles import Right
from app.services import chips, directory, phrases
from app.services.unit import Unit
from app.ui.referrals.directory import Entry, Names, entry

_CATEGORY: Final = "category."


@dataclass(frozen=True, slots=True)
class Desk:
    """The directory, the names, and the languages in the site's order.

    `switched_on` are the drafts that may be printed, `may_switch` says who decides on them.
    """

    today: date
    entries: tuple[Entry, ...]
    categories: Mapping[str, Names]
    towns: Mapping[str, Names]
    reference: Reference
    languages: tuple[str, ...]
    book: Phrasebook
    switched_on: frozenset[str]
    may_switch: bool

    def entry(self, service: str) -> Entry | None:
        return next((one for one in self.entries if one.id == service), None)


def read_desk(unit: Unit, location: str) -> Desk:
    """All of it, as it is at a location today."""
    book, towns = phrases.phrasebook(), directory.municipality_names()
    names = {
        key.removeprefix(_CATEGORY): texts
        for key, texts in book.phrases.items()
        if key.startswith(_CATEGORY)
    }
    listed = [directory.service(unit, one) for one in directory.bundled_services()]
    return Desk(
        unit.today,
        tuple(entry(one, unit.today, names, towns) for one in listed),
        names,
        towns,
        chips.reference(unit),
        chips.order(unit, location, Kind.LANGUAGE),
        book,
        phrases.switched_on(unit),
        unit.may(Right.KEEP_DIRECTORY),
    )
