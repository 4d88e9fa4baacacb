"""What the record form chooses from, read in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.client import Record
from app.domain.reference import Item, Kind
from app.domain.roles import Right, rights_of
from app.localization import LANGUAGES
from app.services import relatives, staff
from app.services.relatives import Kin
from app.services.staff import Person
from app.services.unit import Unit
from app.ui.check_in.desk_reading import read_desk
from app.ui.check_in.lists import UNKNOWN, Desk
from app.ui.widgets.chip_group import ChipText
from app.words.record import Known


@dataclass(frozen=True, slots=True, repr=False)
class Lists:
    """The site's lists and order, the staff, and the clients who stand in the record."""

    desk: Desk
    people: Sequence[Person]
    me: UUID
    today: date
    kin: Mapping[UUID, Kin]

    def chips(self, kind: Kind) -> list[ChipText]:
        """The site's languages or municipalities, in its order."""
        keyed = {
            Kind.LANGUAGE: self.desk.keyed_languages,
            Kind.MUNICIPALITY: self.desk.keyed_municipalities,
        }[kind]()
        return [one._replace(cap="") for one in keyed if one.code != UNKNOWN]

    def keepers(self) -> list[Person]:
        """Who can be in charge of a client, oneself first."""
        able = [
            one for one in self.people if one.active and Right.KEEP_CLIENTS in rights_of(one.roles)
        ]
        return sorted(able, key=lambda one: one.id != self.me)

    def known(self) -> Known:
        """The same as the words of a record need it."""
        return Known(
            self.desk.reference,
            {one.id: one.name for one in self.people},
            {one.id: one.name for one in self.kin.values()},
        )


def person_item(person: Person) -> Item:
    """A person as an entry of a list to type in."""
    names = dict.fromkeys(LANGUAGES, person.name)
    return Item(str(person.id), names, names)


def read_lists(unit: Unit, location: str, records: Iterable[Record]) -> Lists:
    """All that a form with these records needs to know."""
    ids = [one.client for record in records for one in record.relatives if one.client]
    return Lists(
        read_desk(unit, location),
        staff.everyone(unit),
        unit.actor.staff_id,
        unit.today,
        relatives.known(unit, ids),
    )
