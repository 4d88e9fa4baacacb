"""Taking visits of a hand-over file into the store, page by page, with the counters."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.errors import Refused
from app.domain.handover import Came, Met, as_it_asks, meet
from app.domain.handover_form import HANDED_OVER, unpacked
from app.domain.line import clean_line
from app.domain.visit import Visit, check_facts
from app.services import places
from app.services.chips import bundled_reference
from app.services.unit import Unit
from app.services.visits import new_id
from app.store import counters, handed_over, visits
from app.store.counters import Tally


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Why some visits were left out, and how many."""

    refused: Refused
    visits: int


class Taking:
    """What a unit takes in: `came` counts what the visits did; nothing is counted until `finish`.

    The visits come in the order of their ids, so that none comes twice.
    """

    def __init__(self, unit: Unit) -> None:
        self.came: Counter[Came] = Counter()
        self._unit = unit
        self._places = {place.code: as_it_asks(place) for place in places.locations(unit)}
        self._tally = Tally()
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._reasons: dict[tuple[str, str], Refused] = {}
        self._last = UUID(int=0)

    @property
    def not_taken(self) -> tuple[NotTaken, ...]:
        """The visits left out by reason, the most first."""
        return tuple(
            NotTaken(self._reasons[key], number) for key, number in self._left_out.most_common()
        )

    def take(self, page: Sequence[Mapping[str, Any]]) -> None:
        """Take in visits as they were handed over. Errors: `handover_damaged`."""
        coming = [visit for data in page if (visit := self._checked(data)) is not None]
        known = handed_over.known(self._unit.connection, [visit.id for visit in coming])
        new = []
        for visit in coming:
            if visit.id in known:
                self._meet(known[visit.id], visit)
            else:
                new.append(visit)
        self._insert(new)

    def finish(self) -> None:
        """Move the counters."""
        counters.move(self._unit.connection, self._tally)

    def _checked(self, data: Mapping[str, Any]) -> Visit | None:
        try:
            visit = self._unpacked(data)
            if visit.location not in self._places:
                raise Refused("location_unknown", given=visit.location[:40])
            check_facts(visit.facts, bundled_reference(), self._places[visit.location])
        except Refused as refused:
            self._leave_out(refused)
            return None
        return visit

    def _unpacked(self, data: Mapping[str, Any]) -> Visit:
        """The visit; what no edition of the program has written is damage."""
        try:
            visit = unpacked(data, self._unit.actor.staff_id)
            in_order, self._last = self._last < visit.id, visit.id
        except (KeyError, OverflowError, TypeError, ValueError):
            raise Refused("handover_damaged") from None
        if not in_order:
            raise Refused("handover_damaged")
        return visit

    def _meet(self, known: Visit, coming: Visit) -> None:
        try:
            met = meet(known, coming)
        except Refused as refused:
            self._leave_out(refused)
            return
        if met.visit is not known:
            met = self._change(coming)
        self.came[met.came] += 1

    def _change(self, coming: Visit) -> Met:
        """Put the newer state in the place of the one that is stored, held meanwhile."""
        unit, connection = self._unit, self._unit.connection
        known = visits.find(connection, coming.id, hold=True)
        met = meet(known, coming)
        if known is None or met.visit is known:
            return met
        self._count(known, -1)
        self._count(met.visit)
        visits.replace_facts(connection, met.visit)
        if (known.when, known.facts) != (met.visit.when, met.visit.facts):
            staff_id = unit.actor.staff_id
            visits.keep_amendment(connection, new_id(), known, staff_id, unit.now, HANDED_OVER)
        return met

    def _insert(self, new: Sequence[Visit]) -> None:
        visits.insert_visits(self._unit.connection, new)
        for visit in new:
            self._count(visit)
        self.came[Came.NEW] += len(new)

    def _count(self, visit: Visit, sign: int = 1) -> None:
        if visit.void_reason is None:
            self._tally.add(visit, sign)

    def _leave_out(self, refused: Refused) -> None:
        """Damage is of the whole file; a code not on the list is one of another edition."""
        if refused.code == "handover_damaged":
            raise refused
        given = clean_line(str(refused.values.get("given", "")))
        if refused.code == "code_unknown":
            refused = Refused("handover_code_unknown", given=given)
        self._reasons.setdefault((refused.code, given), refused)
        self._left_out[refused.code, given] += 1
