"""Recording a visit, changing it, and taking it back; the counters move along."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from uuid_utils.compat import uuid7

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.moment import BackDate, when_back_dated, when_now
from app.domain.roles import Right
from app.domain.visit import REASON_MAX, Facts, Source, Visit, When, changed, check_facts
from app.services import drafts, places
from app.services.chips import bundled_reference
from app.services.unit import Changes, Unit
from app.store import counters, links, visits
from app.store.counters import Tally
from app.store.models import WaitingRow

UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What the form hands over; `id` was made when the form was begun.

    Recording the same id again changes nothing, so that a lost answer never counts a visit twice.
    With other facts it is another visit: two programs of one person were given the same draft.
    """

    id: UUID
    location: str
    facts: Facts
    back_dated: BackDate | None = None
    arrived_at: datetime | None = None
    served_at: datetime | None = None


def new_id() -> UUID:
    """An identity for a record that is about to be made."""
    return uuid7()


def record(unit: Unit, new: NewVisit, *, of_person: bool = False) -> Visit:
    """Record one visit and forget the draft of its form; `of_person` as in `check_facts`.

    Errors: those of `check_facts` and `when_back_dated`, `location_unknown`, `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    facts = replace(new.facts, note=clean_line(new.facts.note))
    known = visits.find(unit.connection, new.id)
    drafts.forget(unit, new.location)
    if known is not None and known.facts == facts:
        return known
    location = places.location(unit, new.location)
    check_facts(facts, bundled_reference(), location, of_person=of_person)
    back = new.back_dated
    when = when_back_dated(back, unit.now) if back else when_now(unit.now)
    visit = Visit(
        new_id() if known else new.id,
        new.location,
        when,
        Source.DESK,
        facts,
        unit.actor.staff_id,
        unit.now,
        arrived_at=new.arrived_at,
        served_at=new.served_at,
        done_at=unit.now if new.served_at else None,
    )
    insert(unit, [visit])
    if new.arrived_at is not None:
        unit.session.execute(delete(WaitingRow).where(WaitingRow.id == new.id))
        unit.changes |= Changes.WAITING
    unit.log("visit.record", visit.id)
    return visit


def insert(unit: Unit, new: Sequence[Visit]) -> None:
    """Write new visits and count them."""
    connection = unit.connection
    visits.insert_visits(connection, new)
    counters.move(connection, counters.counted(new))
    unit.changes |= Changes.VISITS


def amend(
    unit: Unit,
    visit_id: UUID,
    facts: Facts,
    reason: str = "",
    back_dated: BackDate | None = None,
) -> Visit:
    """Put other facts, or another time, in the place of those that were recorded.

    A municipality that is kept out of sight stays as it is.
    Errors: those of `check_facts` and `when_back_dated`, `visit_unknown`, `visit_voided`,
    `no_right`, `not_your_visit`, `reason_too_long`.
    """
    before = to_change(unit, visit_id)
    if before.void_reason is not None:
        raise Refused("visit_voided")
    facts = replace(facts, note=clean_line(facts.note))
    location = places.location(unit, before.location)
    of_person = links.of_a_person(unit.connection, visit_id)
    check_facts(facts, bundled_reference(), location, of_person=of_person)
    when: When = when_back_dated(back_dated, unit.now) if back_dated else before.when
    return _replace(unit, before, changed(before, unit.now, facts=facts, when=when), reason)


def put_back(unit: Unit, earlier: Visit) -> Visit:
    """Take an amendment back: the facts and the time are those of `earlier` again.

    Errors: `visit_unknown`, `visit_voided`, `no_right`, `not_your_visit`.
    """
    now = to_change(unit, earlier.id)
    if now.void_reason is not None:
        raise Refused("visit_voided")
    after = changed(now, unit.now, facts=earlier.facts, when=earlier.when)
    return _replace(unit, now, after, UNDONE)


def _replace(unit: Unit, before: Visit, after: Visit, reason: str) -> Visit:
    if links.hidden_of(unit.connection, [after.id]):
        after = replace(after, facts=replace(after.facts, municipality=None))
    tally = Tally()
    tally.add(before, -1)
    tally.add(after)
    visits.replace_facts(unit.connection, after)
    visits.keep_amendment(
        unit.connection, new_id(), before, unit.actor.staff_id, unit.now, _reason(reason)
    )
    counters.move(unit.connection, tally)
    _changed(unit, "visit.amend", before.id, reason)
    return replace(after, amended=True)


def void(unit: Unit, visit_id: UUID, reason: str) -> Visit:
    """Take a visit out of every count; it stays, with its reason.

    Errors: `visit_unknown`, `no_right`, `not_your_visit`, `reason_missing`, `reason_too_long`.
    """
    return void_all(unit, [visit_id], reason)[0]


def void_all(unit: Unit, visit_ids: Iterable[UUID], reason: str) -> list[Visit]:
    """As `void`, of several visits in one go; each comes back once, in the order of their ids.

    In that order they are held, and the counters are moved once behind the last of them: so two
    people who void the same visits, or visits of the same day, never wait for each other in a ring.
    """
    befores = [to_change(unit, visit_id) for visit_id in sorted(set(visit_ids))]
    reason = _reason(reason)
    if not reason:
        raise Refused("reason_missing")
    tally = Tally()
    found = [
        before if before.void_reason is not None else _set_void(unit, before, reason, tally)
        for before in befores
    ]
    counters.move(unit.connection, tally)
    return found


def restore(unit: Unit, visit_id: UUID) -> Visit:
    """Let a voided visit count again. Errors: as `void`."""
    before = to_change(unit, visit_id)
    if before.void_reason is None:
        return before
    tally = Tally()
    after = _set_void(unit, before, None, tally)
    counters.move(unit.connection, tally)
    return after


def _set_void(unit: Unit, before: Visit, reason: str | None, tally: Tally) -> Visit:
    """Void it, or with the reason None let it count again; `tally` takes up what that moves."""
    tally.add(before, 1 if reason is None else -1)
    after = changed(before, unit.now, void_reason=reason)
    visits.set_void(unit.connection, after)
    _changed(unit, "visit.restore" if reason is None else "visit.void", before.id, reason or "")
    return after


def to_change(unit: Unit, visit_id: UUID) -> Visit:
    """The visit, if this person may change it: clerks their own of the same day.

    Errors: `visit_unknown`, `no_right`, `not_your_visit`.
    """
    visit = visits.find(unit.connection, visit_id, hold=True)
    if visit is None:
        raise Refused("visit_unknown")
    own = visit.recorded_by == unit.actor.staff_id and _recorded_today(unit, visit)
    unit.demand(Right.AMEND_OWN_TODAY)
    if not own and not unit.may(Right.AMEND_OTHERS):
        raise Refused("not_your_visit")
    return visit


def _recorded_today(unit: Unit, visit: Visit) -> bool:
    return local_day(visit.recorded_at) == unit.today


def _reason(reason: str) -> str:
    reason = clean_line(reason)
    if len(reason) > REASON_MAX:
        raise Refused("reason_too_long", most=REASON_MAX, length=len(reason))
    return reason


def _changed(unit: Unit, action: str, visit_id: UUID, reason: str) -> None:
    unit.log(action, visit_id, UNDONE if reason == UNDONE else "")
    unit.changes |= Changes.VISITS
