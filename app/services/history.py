"""What was done with a client: visits and referrals, newest first."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from app.domain.link import Link
from app.domain.visit import Visit
from app.services import clients, given
from app.services.given import Given
from app.services.unit import Unit
from app.store import links as store
from app.store import referrals, visits
from app.store.links import LINK
from app.store.referrals import SLIP
from app.store.visits import VISIT


@dataclass(frozen=True, slots=True, repr=False)
class PastVisit:
    """A visit of a client, on which basis it is linked, and the numbers of its slips."""

    visit: Visit
    link: Link
    slips: tuple[str, ...]


def visits_of(unit: Unit, client_id: UUID) -> list[PastVisit]:
    """The visits of a client that count. Errors: `no_right`, `client_unknown`."""
    clients.demand_known(unit, client_id)
    of_client = {
        link.visit: link
        for link in store.links(unit.connection, LINK.c.client_id == client_id)
        if link.visit is not None
    }
    linked = VISIT.c.id.in_(store.linked_visits(client_id))
    found = visits.read(unit.connection, linked, VISIT.c.void_reason.is_(None))
    numbers = _numbers(unit, client_id)
    return [PastVisit(one, of_client[one.id], tuple(numbers[one.id])) for one in found[::-1]]


def referrals_of(unit: Unit, client_id: UUID) -> list[Given]:
    """The slips of a client, also those of the client's visits, as they may be told.

    Errors: `no_right`, `client_unknown`.
    """
    clients.demand_known(unit, client_id)
    own = SLIP.c.id.in_(store.linked_slips(client_id))
    of_visits = SLIP.c.visit_id.in_(store.linked_visits(client_id))
    found = referrals.read(unit.connection, own | of_visits)
    return given.told(unit, found[::-1])


def _numbers(unit: Unit, client_id: UUID) -> dict[UUID | None, list[str]]:
    of_visits = SLIP.c.visit_id.in_(store.linked_visits(client_id))
    found: defaultdict[UUID | None, list[str]] = defaultdict(list)
    for slip in referrals.read(unit.connection, of_visits, SLIP.c.void_reason.is_(None)):
        found[slip.visit].append(slip.number)
    return found
