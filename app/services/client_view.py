"""What stands on a client's card beside the record: names behind the ids, and what is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.reference import Reference
from app.domain.roles import Right
from app.services import chips, clients, relatives
from app.services.unit import Unit
from app.store.clients import CLIENT, current
from app.store.models import StaffRow
from app.store.queries.clients import visible


@dataclass(frozen=True, slots=True, repr=False)
class Around:
    """The lists in use, and the names of the staff and of the clients that a record points to."""

    reference: Reference
    staff: Mapping[UUID, str]
    family: Mapping[UUID, str]


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """How a client is reached; of a protected one there is no address."""

    phone: str
    email: str
    address: str


def around(unit: Unit, client_id: UUID) -> Around:
    """What the card of a client says beside the record. Errors: `no_right`, `client_unknown`."""
    record = clients.demand_known(unit, client_id).record
    ids = {record.in_charge, *(told.by for told in record.origins.values())} - {None}
    people = select(StaffRow.id, StaffRow.name).where(StaffRow.id.in_(ids))
    staff = {row.id: row.name for row in unit.session.execute(people)}
    kin = relatives.known(unit, (one.client for one in record.relatives if one.client))
    family = {one.id: one.name for one in kin.values()}
    return Around(chips.reference(unit), staff, family)


def contact(unit: Unit, client_id: UUID) -> Contact:
    """How a client is reached, shown on demand; that is logged by itself.

    Errors: `no_right`, `client_unknown`.
    """
    client = clients.demand_known(unit, client_id)
    unit.log("client.contact", client_id)
    record, until = client.record, client.protected_until
    hidden = until is not None and until >= unit.today
    return Contact(record.phone, record.email, "" if hidden else record.address)


def revision(unit: Unit, client_id: UUID) -> int:
    """How often a client was changed, by which one sees whether what is shown still holds.

    A record that was merged into another does not: -1.
    Errors: `no_right`, `client_unknown` of one that may not be known any more.
    """
    unit.demand(Right.FIND_CLIENTS)
    rule = visible(unit.today, unit.actor.staff_id)
    now = current(unit.connection, client_id)
    query = select(CLIENT.c.revision).where(CLIENT.c.id == now, rule)
    found: int | None = unit.connection.scalar(query)
    if found is None:
        raise Refused("client_unknown")
    return found if now == client_id else -1
