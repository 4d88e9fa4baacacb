"""The life of a referral: handed over with a slip, its outcome entered by number, taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.days import local_day
from app.domain.directory import Service
from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.referral import (
    EXPIRES_AFTER,
    IssuedSlip,
    Outcome,
    Referral,
    State,
    check_outcome,
    named_with_person,
)
from app.domain.roles import Right
from app.domain.slip_choices import Choices
from app.domain.slip_number import read_number
from app.domain.visit import REASON_MAX
from app.services import directory
from app.services.referred import linked, mark, unmarked
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import links
from app.store import referrals as store
from app.store import visits as stored_visits


def issue(
    unit: Unit,
    number: str,
    location: str,
    services: Sequence[Service],
    visit: UUID | None = None,
    *,
    named: bool = False,
    choices: Choices | None = None,
) -> IssuedSlip:
    """Keep that a slip was handed over, a referral for each of its services.

    With a `visit` its outcome "referred" is set (see `link`). A slip that is `named` bears the
    visitor's name, or a visit of a person: of a service that may not be named with a person only
    the kind is kept, and then no `choices` either. Errors: `no_right`, those of `link`.
    """
    unit.demand(Right.RECORD_VISITS)
    named = named or (visit is not None and links.of_a_person(unit.connection, visit))
    slip_id = new_id()
    hidden = named and not all(map(named_with_person, services))
    slip = IssuedSlip(
        id=slip_id,
        number=number,
        location=location,
        day=unit.today,
        issued_at=unit.now,
        issued_by=unit.actor.staff_id,
        visit=None,
        marked=False,
        void_reason=None,
        referrals=tuple(
            Referral(
                slip_id,
                part,
                one.category,
                one.id if not named or named_with_person(one) else None,
            )
            for part, one in enumerate(services, 1)
        ),
        choices=None if hidden else choices,
    )
    store.insert_slip(unit.connection, slip)
    unit.changes |= Changes.REFERRALS
    return slip if visit is None else _kept(unit, linked(unit, slip, visit))


def find(unit: Unit, number: str, *, hold: bool = False) -> IssuedSlip:
    """The newest slip of a number as somebody typed it, void or not; `hold` as in the store.

    Errors: `no_right`, `slip_number_wrong`, `slip_unknown`.
    """
    unit.demand(Right.RECORD_VISITS)
    known = read_number(number)
    if known is None:
        raise Refused("slip_number_wrong", given=clean_line(number)[:20])
    slip = store.newest(unit.connection, known, hold=hold)
    if slip is None:
        raise Refused("slip_unknown", number=known)
    return slip


def enter(unit: Unit, number: str, outcome: Outcome, part: int | None = None) -> IssuedSlip:
    """Keep what came of a referral, without a name; `part` where the slip has several services.

    Whoever turned somebody away is the service itself unless `outcome` names another. `ISSUED`
    takes an outcome back. Returns the slip as it was before. Errors: those of `find`,
    `check_outcome` and `IssuedSlip.chosen`, `slip_void`, `service_unknown`.
    """
    before = find(unit, number, hold=True)
    check_outcome(outcome)
    one = before.chosen(part)
    if before.void_reason is not None:
        raise Refused("slip_void", number=before.number)
    if outcome.by is not None:
        directory.service(unit, outcome.by)
    elif outcome.state is State.TURNED_AWAY:
        outcome = replace(outcome, by=one.target)
    _enter(unit, before, one, outcome)
    return before


def put_back(unit: Unit, earlier: IssuedSlip, part: int | None = None) -> None:
    """Undo of `enter`: the outcomes are those of `earlier` again, or only that of a `part`.

    Errors: those of `find`.
    """
    now = find(unit, earlier.number, hold=True)
    for one, then in zip(now.referrals, earlier.referrals, strict=True):
        if one.outcome != then.outcome and part in (None, one.part):
            _enter(unit, now, one, then.outcome)


def _enter(unit: Unit, slip: IssuedSlip, one: Referral, outcome: Outcome) -> None:
    if _hidden(unit, outcome.by) and links.slip_of_a_person(unit.connection, slip.id):
        outcome = replace(outcome, by=None)
    store.set_outcome(unit.connection, one, outcome, unit.actor.staff_id, unit.now)
    unit.log("referral.outcome", slip.number)
    unit.changes |= Changes.REFERRALS


def printed_again(unit: Unit, number: str) -> None:
    """The visitor has a newer paper of a slip. Errors: those of `find`."""
    store.set_printed(unit.connection, find(unit, number, hold=True), unit.now)
    unit.changes |= Changes.REFERRALS


def link(unit: Unit, number: str, visit_id: UUID) -> IssuedSlip:
    """Say to which visit a slip belongs, and set the visit's outcome "referred".

    A visit that has as many outcomes as it can have keeps them. Errors: those of `find`,
    `slip_void`, `visit_unknown`, `visit_voided`, `not_your_visit`.
    """
    slip = _held(unit, number, visit_id)
    if slip.void_reason is not None:
        raise Refused("slip_void", number=slip.number)
    unit.log("slip.link", slip.number)
    _kept(unit, linked(unit, slip, visit_id))
    if links.of_a_person(unit.connection, visit_id):
        of_a_person(unit, visit_id)
    return find(unit, number)


def void(unit: Unit, number: str, reason: str) -> IssuedSlip:
    """Take a slip out of every count, and the outcome off its visit if it was set for the slip.

    Errors: those of `find`, `not_your_slip`, `reason_missing`, `reason_too_long`.
    """
    slip = _to_change(unit, number)
    reason = clean_line(reason)
    if not reason:
        raise Refused("reason_missing")
    if len(reason) > REASON_MAX:
        raise Refused("reason_too_long", most=REASON_MAX, length=len(reason))
    if slip.void_reason is not None:
        return slip
    unit.log("slip.void", slip.number)
    return _kept(unit, replace(unmarked(unit, slip), void_reason=reason))


def restore(unit: Unit, number: str) -> IssuedSlip:
    """Let a voided slip count again. Errors: those of `find`, `not_your_slip`."""
    slip = _to_change(unit, number)
    if slip.void_reason is None:
        return slip
    unit.log("slip.restore", slip.number)
    marked = slip.visit is not None and mark(unit, slip.visit)
    return _kept(unit, replace(slip, void_reason=None, marked=marked))


def to_reprint(unit: Unit, services: Iterable[str]) -> list[IssuedSlip]:
    """The slips in people's hands that name one of the services, oldest first.

    Whoever has come there or has been heard of needs no new one, nor does one that has expired.
    Errors: `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    wanted = set(services)
    since = store.SLIP.c.day >= unit.today - EXPIRES_AFTER
    where = since, store.of_targets(wanted), store.SLIP.c.void_reason.is_(None)
    return [
        slip
        for slip in store.read(unit.connection, *where)
        if any(
            one.target in wanted and one.state_on(slip.day, unit.today) is State.ISSUED
            for one in slip.referrals
        )
    ]


def of_a_person(unit: Unit, visit_id: UUID) -> int:
    """A visit belongs to a known person now: name only those services that may be named.

    Of all others only the kind is kept, also of who turned somebody away, and nothing brings them
    back. Returns of how many. Errors: `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    forgotten = 0
    for slip in store.read(unit.connection, store.SLIP.c.visit_id == visit_id):
        for one in slip.referrals:
            hidden = [_hidden(unit, service) for service in (one.target, one.outcome.by)]
            store.forget_targets(unit.connection, one, target=hidden[0], by=hidden[1])
            if hidden[0]:
                store.forget_choices(unit.connection, slip)
            forgotten += any(hidden)
    if forgotten:
        unit.changes |= Changes.REFERRALS
    return forgotten


def _hidden(unit: Unit, service_id: str | None) -> bool:
    return service_id is not None and not named_with_person(directory.service(unit, service_id))


def _to_change(unit: Unit, number: str) -> IssuedSlip:
    """The slip, if this person may void it: clerks their own of the same day."""
    slip = _held(unit, number)
    if not may_change(unit, slip):
        raise Refused("not_your_slip")
    return slip


def may_change(unit: Unit, slip: IssuedSlip) -> bool:
    """Whether this person may void a slip, or restore it."""
    own = slip.issued_by == unit.actor.staff_id and local_day(slip.issued_at) == unit.today
    return own or unit.may(Right.AMEND_OTHERS)


def _held(unit: Unit, number: str, *visits_too: UUID) -> IssuedSlip:
    """The slip, held after its visits, so that two who hold slips of one visit wait in a line."""
    slip = find(unit, number)
    for visit in sorted({*visits_too, *((slip.visit,) if slip.visit else ())}):
        stored_visits.find(unit.connection, visit, hold=True)
    return find(unit, number, hold=True)


def _kept(unit: Unit, slip: IssuedSlip) -> IssuedSlip:
    store.set_slip(unit.connection, slip)
    unit.changes |= Changes.REFERRALS
    return slip
