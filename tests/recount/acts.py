"""What two writers do to the visits of a store, as hypothesis draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from app.domain.handover_form import packed, unpacked
from app.domain.moment import BackDate
from app.domain.slip_number import LAST, slip_number
from app.domain.visit import Facts, Source, Visit, changed
from app.services import referrals, tally, visits
from app.services.directory import bundled_services
from app.services.taking_in import Taking
from app.services.unit import Unit
from app.services.visits import NewVisit, new_id
from app.store import handed_over
from app.store.referrals import SLIP, read
from app.store.visits import find
from tests.desks import NOON
from tests.shapes import facts

TODAY = NOON.date()
MOST = 9
_NUMBERS = count()


@dataclass(frozen=True)
class Act:
    """One thing that a `writer` (0 or 1) does, to one of the visits that there are by then.

    Done, it returns the visits that it has made.
    """

    what: str
    writer: int
    facts: Facts
    which: int = 0
    back: BackDate | None = None

    def __call__(self, unit: Unit, made: Sequence[Visit]) -> list[Visit]:
        if self.what == "record" or not made:
            new = NewVisit(new_id(), "pietarsaari", self.facts, self.back)
            return [visits.record(unit, new)]
        if self.what == "take_back":
            return self.take_back(unit, made)
        one = made[self.which % len(made)]
        found: list[Visit] = getattr(self, self.what)(unit, one)
        return found

    def again(self, unit: Unit, one: Visit) -> list[Visit]:
        """The answer was lost; what was changed since becomes a visit of its own."""
        return [visits.record(unit, NewVisit(one.id, one.location, one.facts))]

    def amend(self, unit: Unit, one: Visit) -> list[Visit]:
        visits.amend(unit, one.id, self.facts, "", self.back)
        return []

    def put_back(self, unit: Unit, one: Visit) -> list[Visit]:
        """Undo of an amendment."""
        visits.put_back(unit, one)
        return []

    def void(self, unit: Unit, one: Visit) -> list[Visit]:
        visits.void(unit, one.id, "mistake")
        return []

    def restore(self, unit: Unit, one: Visit) -> list[Visit]:
        visits.restore(unit, one.id)
        return []

    def tally(self, unit: Unit, one: Visit) -> list[Visit]:
        cells = {(self.facts.topics[0], "ar"): self.which, ("letter", None): 1}
        return tally.record(unit, "pietarsaari", TODAY, cells)

    def take_back(self, unit: Unit, made: Sequence[Visit]) -> list[Visit]:
        """Undo of all that came from lists."""
        tally.take_back(unit, [one.id for one in made if one.source is Source.TALLY])
        return []

    def refer(self, unit: Unit, one: Visit) -> list[Visit]:
        """Hand a slip over, which marks the visit as referred."""
        number = slip_number("J", next(_NUMBERS) % LAST + 1)
        referrals.issue(unit, number, one.location, [bundled_services()["org-kela"]], one.id)
        return []

    def void_slips(self, unit: Unit, one: Visit) -> list[Visit]:
        """Take all slips of a visit back, and with the last of them its mark."""
        for slip in read(unit.connection, SLIP.c.visit_id == one.id):
            referrals.void(unit, slip.number, "mistake")
        return []

    def restore_slips(self, unit: Unit, one: Visit) -> list[Visit]:
        """Undo of that."""
        for slip in read(unit.connection, SLIP.c.visit_id == one.id):
            referrals.restore(unit, slip.number)
        return []

    def hand_over(self, unit: Unit, one: Visit) -> list[Visit]:
        """Take in a later state of a visit, voided or not, and one that nobody here knows."""
        handed_over.one_at_a_time(unit.connection)
        known = find(unit.connection, one.id)
        assert known is not None
        reason = "elsewhere" if self.which % 2 else None
        later = changed(known, unit.now, facts=self.facts, void_reason=reason)
        new = replace(later, id=new_id(), revision=0, changed_at=None)
        taking = Taking(unit)
        taken_in_by = unit.actor.staff_id
        taking.take([unpacked(packed(visit), taken_in_by) for visit in (later, new)])
        taking.finish()
        return [new]


_SECOND = (
    "again",
    "amend",
    "put_back",
    "void",
    "restore",
    "tally",
    "take_back",
    "hand_over",
    "refer",
    "void_slips",
    "restore_slips",
)
_writers = st.integers(0, 1)
_backs = st.none() | st.builds(
    lambda days, at: BackDate(TODAY - timedelta(days=days), at),
    st.integers(0, 366),
    st.none() | st.times(),
)
_which = st.integers(0, MOST)
_record = st.builds(Act, st.just("record"), _writers, facts(), _which, _backs)
_other = st.builds(Act, st.sampled_from(_SECOND), _writers, facts(), _which, _backs)


def sequences() -> st.SearchStrategy[list[Act]]:
    """What is done, in this order by each of the two writers."""
    return st.lists(_record | _other, min_size=2, max_size=10)
