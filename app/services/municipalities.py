"""The municipality of a visit, out of sight while its client is under a non-disclosure order.

It is then "not stated" in the visit, its history and every count, and is kept with the link, where
nobody sees it; afterwards the visit has it again.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.link import Link
from app.domain.roles import Right
from app.domain.visit import Visit, changed
from app.services.unit import Changes, Unit
from app.store import counters, links, visits
from app.store.clients import CLIENT
from app.store.counters import Tally
from app.store.links import LINK


def settle(unit: Unit, visit_ids: Iterable[UUID], leaving: Collection[UUID] = ()) -> None:
    """Hide or show the municipality of visits as the orders of their clients say today.

    The links with the ids `leaving` are about to be deleted and have no say. Errors: `no_right`.
    """
    unit.demand(Right.RECORD_VISITS)
    tally = Tally()
    for visit_id in sorted(set(visit_ids)):
        _settle(unit, visit_id, leaving, tally)
    counters.move(unit.connection, tally)


def settle_client(unit: Unit, client_id: UUID) -> None:
    """As `settle`, of all visits of a client. Errors: `no_right`."""
    unit.demand(Right.RECORD_VISITS)
    found = links.links(unit.connection, LINK.c.client_id == client_id)
    settle(unit, [link.visit for link in found if link.visit is not None])


def _settle(unit: Unit, visit_id: UUID, leaving: Collection[UUID], tally: Tally) -> None:
    visit = visits.find(unit.connection, visit_id, hold=True)
    if visit is None:
        return
    of_visit = LINK.c.visit_id == visit_id
    under_order = links.links(unit.connection, of_visit, CLIENT.c.hidden_until >= unit.today)
    ordered = [link for link in under_order if link.id not in leaving]
    if not links.hidden_of(unit.connection, [visit_id]):
        if ordered:
            links.hide(unit.connection, visit_id, ordered[0].id, visit.facts.municipality)
            _put(unit, visit, None, tally)
        return
    with_one = links.links(unit.connection, of_visit, LINK.c.municipality.is_not(None))
    if ordered:
        _pass_on(unit, with_one, ordered[0], leaving)
        return
    for link in with_one[:1]:
        _put(unit, visit, link.municipality, tally)
    links.show(unit.connection, visit_id)


def _pass_on(unit: Unit, with_one: Sequence[Link], heir: Link, leaving: Collection[UUID]) -> None:
    """Another link that stays keeps the municipality."""
    for link in with_one:
        if link.id in leaving:
            links.keep(unit.connection, heir.id, link.municipality)


def _put(unit: Unit, before: Visit, municipality: str | None, tally: Tally) -> None:
    if before.facts.municipality == municipality:
        return
    after = changed(before, unit.now, facts=replace(before.facts, municipality=municipality))
    if before.void_reason is None:
        tally.add(before, -1)
        tally.add(after)
    visits.set_municipality(unit.connection, after)
    unit.changes |= Changes.VISITS
