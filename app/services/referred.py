"""The outcome "referred" of a visit, as far as it was set for a slip."""

from dataclasses import replace
from uuid import UUID

from app.domain.errors import Refused
from app.domain.referral import REFERRED, IssuedSlip
from app.domain.visit import OUTCOMES_MAX
from app.services import visits
from app.services.unit import Unit
from app.services.visits import UNDONE
from app.store import referrals as store
from app.store import visits as stored_visits


def linked(unit: Unit, slip: IssuedSlip, visit_id: UUID) -> IssuedSlip:
    """The slip as one of a visit, which is marked; a visit that it belonged to is not any more.

    Errors: `visit_unknown`, `visit_voided`, `not_your_visit`.
    """
    visit = stored_visits.find(unit.connection, visit_id)
    if visit is None:
        raise Refused("visit_unknown")
    if visit.void_reason is not None:
        raise Refused("visit_voided")
    if slip.visit is not None and slip.visit != visit_id:
        slip = unmarked(unit, slip)
    if slip.visit != visit_id:
        slip = replace(slip, visit=visit_id, marked=mark(unit, visit_id))
    return slip


def mark(unit: Unit, visit_id: UUID) -> bool:
    """Set the outcome "referred" of a visit that counts; whether it was not there and is now."""
    visit = stored_visits.find(unit.connection, visit_id, hold=True)
    if visit is None or visit.void_reason is not None:
        return False
    outcomes = visit.facts.outcomes
    if REFERRED in outcomes or len(outcomes) == OUTCOMES_MAX:
        return False
    visits.amend(unit, visit_id, replace(visit.facts, outcomes=(*outcomes, REFERRED)))
    return True


def unmarked(unit: Unit, slip: IssuedSlip) -> IssuedSlip:
    """Take the outcome off the visit again if it was set for this slip and for no other."""
    if not slip.marked or slip.visit is None:
        return slip
    others = store.SLIP.c.visit_id == slip.visit, store.SLIP.c.void_reason.is_(None)
    heir = next((one for one in store.read(unit.connection, *others) if one.id != slip.id), None)
    if heir is not None:
        store.set_slip(unit.connection, replace(heir, marked=True))
    else:
        _unmark(unit, slip.visit)
    return replace(slip, marked=False)


def _unmark(unit: Unit, visit_id: UUID) -> None:
    visit = stored_visits.find(unit.connection, visit_id, hold=True)
    if visit is None or visit.void_reason is not None:
        return
    rest = tuple(code for code in visit.facts.outcomes if code != REFERRED)
    if rest != visit.facts.outcomes:
        visits.amend(unit, visit_id, replace(visit.facts, outcomes=rest), UNDONE)
