"""What the tab needs to know, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.phrasebook import Phrasebook
from app.domain.reference import Kind, Reference
from app.domain.roles import Right
from app.domain.service_search import Card
from app.services import chips, directory, phrases
from app.services.unit import Unit
from app.ui.referrals.directory import Entry, entries
from app.words.directory import Names


@dataclass(frozen=True, slots=True)
class Desk:
    """The directory with the words by which it is found, the names, the site's languages.

    `switched_on` are the drafts that may be printed, `may_switch` says who decides on them.
    """

    today: date
    entries: tuple[Entry, ...]
    cards: Mapping[str, Card]
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
    services = directory.services(unit)
    return Desk(
        unit.today,
        tuple(entries(services, unit.today)),
        directory.cards(services, directory.organisations(unit)),
        directory.category_names(),
        directory.municipality_names(),
        chips.reference(unit),
        chips.order(unit, location, Kind.LANGUAGE),
        phrases.phrasebook(),
        phrases.switched_on(unit),
        unit.may(Right.KEEP_DIRECTORY),
    )
