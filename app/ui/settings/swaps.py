"""Writes that answer with what was there before, so that the answer undoes them; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.place import Week
from app.domain.reference import Item, Kind
from app.services import chips, hours, protection, staff
from app.services.staff import Person
from app.services.unit import Unit


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks of a location by the day from which they hold; None for none."""

    code: str
    weeks: Mapping[date, Week | None]


@dataclass(frozen=True, slots=True)
class ChipOf:
    """One entry of one of the lists."""

    kind: Kind
    item: Item


@dataclass(frozen=True, slots=True)
class Order:
    """What stands on the keys of a location."""

    location: str
    kind: Kind
    codes: tuple[str, ...]


def swap_weeks(unit: Unit, new: Weeks) -> Weeks:
    return replace(new, weeks=hours.change_weeks(unit, new.code, new.weeks))


def swap_chip(unit: Unit, new: ChipOf) -> ChipOf:
    item = new.item
    before = chips.save_chip(unit, new.kind, item.code, item.short, active=item.active)
    return replace(new, item=before)


def swap_order(unit: Unit, new: Order) -> Order:
    return replace(new, codes=chips.save_order(unit, new.location, new.kind, new.codes))


def swap_person(unit: Unit, new: Person) -> Person:
    before = staff.by_id(unit, new.id)
    staff.change(unit, new.id, new.name, new.roles, active=new.active)
    return before


def swap_named(unit: Unit, new: frozenset[UUID]) -> frozenset[UUID]:
    before = frozenset(one.id for one in protection.named(unit))
    for staff_id in sorted(new - before):
        protection.name_person(unit, staff_id)
    for staff_id in sorted(before - new):
        protection.unname_person(unit, staff_id)
    return before
