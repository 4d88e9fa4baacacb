"""A client linked with a visit or a slip, by choice and on a stated basis; and that taken back.

To who may not know of a client under a non-disclosure order the client is nobody, and a visit of
such a client is nobody's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import ColumnElement

from app.domain.client import Glance, Why
from app.domain.errors import Refused
from app.domain.link import Basis, Consent, Link, Task
from app.domain.referral import IssuedSlip
from app.domain.roles import Right
from app.domain.visit import Visit
from app.services import consents, lookup, municipalities, referrals, visits
from app.services.unit import Changes, Unit
from app.services.visits import NewVisit, new_id
from app.store import links as store
from app.store.links import LINK
from app.store.queries.clients import own_name, visible


@dataclass(frozen=True, slots=True, repr=False)
class AtDesk:
    """A client as seen at the desk: who it is, and the consent in force, if there is one."""

    glance: Glance
    consent: Consent | None


@dataclass(frozen=True, slots=True, repr=False)
class Linked:
    """A new link, the one in whose place it is, and the consent that was given for it.

    `forgotten` is of how many referrals only the kind is kept from now on.
    """

    link: Link
    replaced: Link | None = None
    agreed: UUID | None = None
    forgotten: int = 0


def at_desk(unit: Unit, client_id: UUID) -> AtDesk:
    """Who is about to be linked; that is logged. Errors: `no_right`, `client_unknown`."""
    glance = lookup.glance(unit, client_id, Why.VISIT)
    return AtDesk(glance, consents.in_force(unit, client_id))


def of_visit(unit: Unit, visit_id: UUID) -> Link | None:
    """The link of a visit, as far as the person may know of it. Errors: `no_right`."""
    _demand(unit)
    found = store.links(unit.connection, LINK.c.visit_id == visit_id, _visible(unit))
    return found[-1] if found else None


def record(unit: Unit, new: NewVisit, client_id: UUID, basis: Basis = None) -> tuple[Visit, Linked]:
    """Record a visit of a client. Errors: those of `visits.record` and `link`."""
    until = _known(unit, client_id)
    lookup.demand_site(unit, new.location)
    facts = new.facts
    if until:
        new = replace(new, facts=replace(facts, municipality=None))
    visit = visits.record(unit, new, of_person=True)
    linked = link(unit, visit.id, client_id, basis)
    if until:
        store.keep(unit.connection, linked.link.id, facts.municipality)
    return visit, linked


def link(unit: Unit, visit_id: UUID, client_id: UUID, basis: Basis = None) -> Linked:
    """Say whose visit it was: for a task, by a consent given now, or by the one in force.

    Once more the same changes nothing. Errors: `no_right`, `client_unknown`, `visit_unknown`,
    `visit_voided`, `not_your_visit`, `no_clients_here`, `basis_missing`, `code_unknown`.
    """
    _known(unit, client_id)
    _to_link(unit, visit_id)
    before = of_visit(unit, visit_id)
    if before is not None and _is_same(before, client_id, basis):
        return Linked(before)
    new, agreed = _new(unit, client_id, basis)
    made = replace(new, visit=visit_id)
    store.insert_links(unit.connection, [made])
    leaving = [before] if before else []
    _part(unit, leaving, settling=[visit_id])
    _changed(unit, "client.link", made)
    return Linked(made, before, agreed, referrals.of_a_person(unit, visit_id))


def link_slip(unit: Unit, slip: IssuedSlip, client_id: UUID, basis: Basis = None) -> Linked:
    """Say for whom a slip is that has just been issued, as one of a person.

    Without a consent in force a referral is a part of the plan.
    Errors: `no_right`, `client_unknown`, `no_clients_here`, `code_unknown`.
    """
    _known(unit, client_id)
    if basis is None and consents.in_force(unit, client_id) is None:
        basis = Task.PLAN
    lookup.demand_site(unit, slip.location)
    new, agreed = _new(unit, client_id, basis)
    made = replace(new, slip=slip.id)
    store.insert_links(unit.connection, [made])
    _changed(unit, "client.link", made)
    return Linked(made, None, agreed)


def unlink(unit: Unit, visit_id: UUID) -> Link | None:
    """Let a visit be nobody's again; the link that is gone, by which that is undone.

    Errors: `no_right`, `visit_unknown`, `not_your_visit`.
    """
    _demand(unit)
    visits.to_change(unit, visit_id)
    gone = of_visit(unit, visit_id)
    if gone is not None:
        store.hold(unit.connection, gone.client)
        _part(unit, [gone], settling=[visit_id])
        _changed(unit, "client.unlink", gone)
    return gone


def put_back(unit: Unit, visit_id: UUID, linked: Linked | None, earlier: Link | None) -> None:
    """Undo of a link (`linked`) or of an unlinking: the visit is whose it was by `earlier`.

    What was forgotten of its referrals stays so, and a consent that was withdrawn meanwhile links
    nobody. Errors: those of `unlink`.
    """
    now = unlink(unit, visit_id)
    if linked is not None and linked.agreed is not None and now == linked.link:
        consents.take_back(unit, linked.agreed)
    if earlier is not None:
        relink(unit, [earlier])


def relink(unit: Unit, gone: Sequence[Link]) -> list[Link]:
    """Put links back that are gone, where client and consent are still there for them.

    Errors: `no_right`.
    """
    _demand(unit)
    back = [one for one in gone if _may_come_back(unit, one)]
    for client_id in sorted({one.client for one in back}):
        store.hold(unit.connection, client_id)
    store.insert_links(unit.connection, [replace(one, municipality=None) for one in back])
    of_visits = [one.visit for one in back if one.visit is not None]
    municipalities.settle(unit, of_visits)
    for one in back:
        if one.visit is not None:
            referrals.of_a_person(unit, one.visit)
        _changed(unit, "client.link", one)
    return back


def part(unit: Unit, gone: Sequence[Link]) -> None:
    """Delete links, whose visits are nobody's then. Errors: `no_right`."""
    _demand(unit)
    _part(unit, gone, settling=[one.visit for one in gone if one.visit is not None])
    for one in gone:
        _changed(unit, "client.unlink", one)


def _part(unit: Unit, gone: Sequence[Link], settling: Sequence[UUID]) -> None:
    municipalities.settle(unit, settling, {one.id for one in gone})
    for one in gone:
        store.delete_link(unit.connection, one.id)


def _new(unit: Unit, client_id: UUID, basis: Basis) -> tuple[Link, UUID | None]:
    """A link that is nobody's visit yet, and the consent that was given for it."""
    blank = Link(new_id(), client_id, unit.actor.staff_id, unit.now)
    if isinstance(basis, Task):
        return replace(blank, task=basis), None
    if basis is not None:
        given = consents.give(unit, client_id, basis)
        return replace(blank, consent=given.id), given.id
    known = consents.in_force(unit, client_id)
    if known is None:
        raise Refused("basis_missing")
    return replace(blank, consent=known.id), None


def _is_same(before: Link, client_id: UUID, basis: Basis) -> bool:
    task = basis if isinstance(basis, Task) else None
    return (before.client, before.task) == (client_id, task)


def _to_link(unit: Unit, visit_id: UUID) -> None:
    visit = visits.to_change(unit, visit_id)
    if visit.void_reason is not None:
        raise Refused("visit_voided")
    lookup.demand_site(unit, visit.location)


def _may_come_back(unit: Unit, link: Link) -> bool:
    """Whether nobody has been linked since, and who was may be linked still."""
    if unit.connection.execute(own_name(_visible(unit), link.client)).first() is None:
        return False
    if link.visit is not None and of_visit(unit, link.visit) is not None:
        return False
    if link.consent is None:
        return True
    consent = consents.find(unit, link.consent)
    return consent is not None and consent.withdrawn_on is None


def _known(unit: Unit, client_id: UUID) -> bool:
    """Whether a client, held from now on, is under an order. Errors: as `lookup.glance`."""
    _demand(unit)
    store.hold(unit.connection, client_id)
    row = unit.connection.execute(own_name(_visible(unit), client_id)).first()
    if row is None:
        raise Refused("client_unknown")
    return row.hidden_until is not None and row.hidden_until >= unit.today


def _demand(unit: Unit) -> None:
    unit.demand(Right.RECORD_VISITS)
    unit.demand(Right.FIND_CLIENTS)


def _visible(unit: Unit) -> ColumnElement[bool]:
    return visible(unit.today, unit.actor.staff_id)


def _changed(unit: Unit, action: str, link: Link) -> None:
    unit.log(action, link.client, str(link.task or "consent"))
    unit.changes |= Changes.CLIENTS | Changes.VISITS
