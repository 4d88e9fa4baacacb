"""The chips of the check-in form: reference data as the unit has renamed and ordered it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from sqlalchemy import func, select

from app import paths
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.reference import SHORT_LABEL_MAX, Item, Kind, Reference, reference_from
from app.domain.roles import Right
from app.services import places
from app.services.unit import Changes, Unit
from app.store.models import ChipOrderRow, ChipRow, VisitRow

ORDERED: Final = {Kind.LANGUAGE: 9, Kind.MUNICIPALITY: 5}
COMMON_DAYS: Final = timedelta(days=90)


@cache
def bundled_reference() -> Reference:
    """The reference data that came with the program."""
    return reference_from(json.loads(paths.resource("reference", "desk.json").read_text("utf-8")))


def reference(unit: Unit) -> Reference:
    """The reference data with the unit's own labels, and what it has switched off."""
    bundled = bundled_reference()
    items = {kind: dict(entries) for kind, entries in bundled.items.items()}
    for row in unit.session.scalars(select(ChipRow)):
        entries = items[Kind(row.kind)]
        if row.code in entries:
            entries[row.code] = replace(entries[row.code], short=row.short, active=row.active)
    return Reference(items, bundled.default_order)


def order(unit: Unit, location: str, kind: Kind) -> tuple[str, ...]:
    """The languages or municipalities on the keys of a location, in the site's order."""
    row = unit.session.get(ChipOrderRow, (location, kind))
    return tuple(row.codes) if row else bundled_reference().default_order[kind]


def save_chip(unit: Unit, kind: Kind, code: str, short: Mapping[str, str], *, active: bool) -> Item:
    """Rename a chip or switch it off; its code and what was recorded with it stay.

    Labels as they were delivered are not kept, so that they follow the program. Returns the chip
    as it was before. Errors: `code_unknown`, `label_missing`, `label_too_long`, `topics_all_off`.
    """
    unit.demand(Right.MANAGE_SETTINGS)
    short = {language: clean_line(label) for language, label in short.items()}
    check_labels(short)
    before = _known(reference(unit), kind, code)
    row = unit.session.get(ChipRow, (kind, code))
    if replace(before, short=short, active=active) == bundled_reference()[kind][code]:
        if row is not None:
            unit.session.delete(row)
    else:
        unit.session.merge(ChipRow(kind=kind, code=code, short=short, active=active))
    unit.session.flush()
    if not any(reference(unit).active(Kind.TOPIC)):
        raise Refused("topics_all_off")
    unit.log("chip.change", f"{kind}:{code}")
    unit.changes |= Changes.CHIPS
    return before


def check_labels(short: Mapping[str, str]) -> None:
    """Refuse labels that say nothing or do not fit. Errors: `label_missing`, `label_too_long`."""
    for label in short.values():
        if not label.strip():
            raise Refused("label_missing")
        if len(label) > SHORT_LABEL_MAX:
            raise Refused("label_too_long", most=SHORT_LABEL_MAX, given=label[:40])


def save_order(unit: Unit, location: str, kind: Kind, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Put languages or municipalities on the keys of a location; the order before it.

    The order that was delivered is not kept, so that it follows the program. Errors:
    `location_unknown`, `code_unknown`, `chosen_twice`, `too_many_on_keys`.
    """
    unit.demand(Right.MANAGE_SETTINGS)
    places.location(unit, location)
    if len(set(codes)) < len(codes):
        raise Refused("chosen_twice")
    if len(codes) > ORDERED[kind]:
        raise Refused("too_many_on_keys", most=ORDERED[kind])
    for code in codes:
        _known(bundled_reference(), kind, code)
    before = order(unit, location, kind)
    row = unit.session.get(ChipOrderRow, (location, kind))
    if codes != bundled_reference().default_order[kind]:
        unit.session.merge(ChipOrderRow(location=location, kind=kind, codes=list(codes)))
    elif row is not None:
        unit.session.delete(row)
    unit.session.flush()
    unit.log("chip.order", f"{location}:{kind}")
    unit.changes |= Changes.CHIPS
    return before


def _known(reference: Reference, kind: Kind, code: str) -> Item:
    if code not in reference[kind]:
        raise Refused("code_unknown", kind=kind, given=code[:40])
    return reference[kind][code]


def common(unit: Unit, location: str, kind: Kind) -> tuple[str, ...]:
    """The codes by how often they came in the last 90 days at a location, commonest first."""
    column = VisitRow.language if kind is Kind.LANGUAGE else VisitRow.municipality
    statement = (
        select(column)
        .where(
            VisitRow.location == location,
            VisitRow.day >= unit.today - COMMON_DAYS,
            VisitRow.void_reason.is_(None),
            column.is_not(None),
        )
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return tuple(code for code in unit.session.scalars(statement) if code is not None)
