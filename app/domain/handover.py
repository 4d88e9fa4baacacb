"""Visits that go from one store to another: which of two states of a visit is the newer."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import Refused
from app.domain.handover_form import HANDED_OVER, content
from app.domain.place import Ask, Location, LocationKind
from app.domain.visit import Source, Visit


class Came(StrEnum):
    """What a visit that was handed over did to the store."""

    NEW = "new"
    AMENDED = "amended"
    VOIDED = "voided"
    RESTORED = "restored"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Met:
    """What came of one visit, and as what it stands in the store from now on."""

    came: Came
    visit: Visit


def rank(visit: Visit) -> tuple[int, datetime, str]:
    """Of two states of a visit the one that ranks higher is the newer.

    The one that was changed more often, else the one changed last, else the one whose content
    stands later in the alphabet: a total order, so that stores which exchange their visits in any
    order, any number of times, end with the same.
    """
    said = json.dumps(content(visit), sort_keys=True)
    return visit.revision, visit.changed_at or visit.recorded_at, said


def meet(known: Visit | None, coming: Visit) -> Met:
    """What becomes of a visit that is handed over to a store where it is `known`, or new.

    The newer state holds; note, recorder and an own reason stay. Errors:
    `handover_other_visit` when the two are not one and the same visit.
    """
    if known is None:
        return Met(Came.NEW, coming)
    if _origin(known) != _origin(coming):
        raise Refused("handover_other_visit")
    if rank(coming) <= rank(known):
        return Met(Came.UNCHANGED, known)
    own = known.void_reason or HANDED_OVER
    after = replace(
        coming,
        facts=replace(coming.facts, note=known.facts.note),
        recorded_by=known.recorded_by,
        amended=known.amended,
        void_reason=None if coming.void_reason is None else own,
    )
    return Met(_came(known, after), after)


def as_it_asks(location: Location) -> Location:
    """A location for checking what comes from elsewhere, where more may have been asked.

    Romaniportti asks nothing, anywhere.
    """
    if location.kind is LocationKind.PORTAL:
        return replace(location, asks=frozenset(Ask))
    return location


def _came(known: Visit, after: Visit) -> Came:
    if (known.void_reason is None) != (after.void_reason is None):
        return Came.RESTORED if after.void_reason is None else Came.VOIDED
    return Came.UNCHANGED if content(known) == content(after) else Came.AMENDED


def _origin(visit: Visit) -> tuple[UUID, str, Source, datetime]:
    return visit.id, visit.location, visit.source, visit.recorded_at
