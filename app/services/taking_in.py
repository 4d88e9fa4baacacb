"""Taking visits of a hand-over file into the store, with the counters, a part at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused
from app.domain.handover import Came, Met, meet
from app.domain.handover_form import HANDED_OVER
from app.domain.line import clean_line
from app.domain.visit import Visit
from app.services.unit import Unit
from app.services.visits import new_id
from app.store import counters, handed_over, links, visits
from app.store.counters import Tally


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Why some visits were left out, and how many."""

    refused: Refused
    visits: int


class LeftOut:
    """The visits left out, gathered by reason."""

    def __init__(self) -> None:
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._reasons: dict[tuple[str, str], Refused] = {}

    def add(self, refused: Refused, visits: int = 1) -> None:
        """A code not on the list is one of another edition."""
        given = clean_line(str(refused.values.get("given", "")))
        if refused.code == "code_unknown":
            refused = Refused("handover_code_unknown", given=given)
        self._reasons.setdefault((refused.code, given), refused)
        self._numbers[refused.code, given] += visits

    def told(self) -> tuple[NotTaken, ...]:
        """By reason, the most first."""
        return tuple(
            NotTaken(self._reasons[key], number) for key, number in self._numbers.most_common()
        )


class Taking:
    """What a unit takes in: `came` counts what the visits did; nothing is counted until `finish`.

    The visits come in the order of their ids, so that none comes twice and two who take in hold
    them in the same order.
    """

    def __init__(self, unit: Unit) -> None:
        self.came: Counter[Came] = Counter()
        self.left_out = LeftOut()
        self._unit = unit
        self._tally = Tally()

    def take(self, coming: Sequence[Visit]) -> None:
        """Take in some visits, whose facts are checked."""
        ids = [visit.id for visit in coming]
        known = handed_over.known(self._unit.connection, ids)
        hidden = links.hidden_of(self._unit.connection, ids)
        for visit in coming:
            if visit.id in known:
                shown = _without_municipality(visit) if visit.id in hidden else visit
                self._meet(known[visit.id], shown)
        self._insert([visit for visit in coming if visit.id not in known])

    def finish(self) -> None:
        """Move the counters."""
        counters.move(self._unit.connection, self._tally)

    def _meet(self, known: Visit, coming: Visit) -> None:
        try:
            met = meet(known, coming)
        except Refused as refused:
            self.left_out.add(refused)
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


def _without_municipality(visit: Visit) -> Visit:
    return replace(visit, facts=replace(visit.facts, municipality=None))


def gathered(parts: Iterable[Iterable[NotTaken]]) -> tuple[NotTaken, ...]:
    """What was left out of all the parts together, by reason, the most first."""
    whole = LeftOut()
    for part in parts:
        for one in part:
            whole.add(one.refused, one.visits)
    return whole.told()
