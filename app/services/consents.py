"""A client's consent to be linked with visits and slips: given, and in force."""

from uuid import UUID

from sqlalchemy import ColumnElement

from app.domain.errors import Refused
from app.domain.link import Agreed, Consent
from app.domain.reference import Kind
from app.domain.roles import Right
from app.services import clients
from app.services.chips import bundled_reference
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.store import links as store
from app.store.links import CONSENT, LINK
from app.store.queries.clients import own_name, visible


def of_client(unit: Unit, client_id: UUID) -> list[Consent]:
    """All consents of a client, newest first. Errors: `no_right`, `client_unknown`."""
    clients.demand_known(unit, client_id)
    return store.consents(unit.connection, CONSENT.c.client_id == client_id)


def in_force(unit: Unit, client_id: UUID) -> Consent | None:
    """The newest consent that holds, of a client that may be known of. Errors: `no_right`."""
    unit.demand(Right.FIND_CLIENTS)
    where = CONSENT.c.client_id == client_id, CONSENT.c.withdrawn_on.is_(None)
    return next(iter(store.consents(unit.connection, *where, _rule(unit))), None)


def find(unit: Unit, consent_id: UUID) -> Consent | None:
    """A consent of a client that may be known of. Errors: `no_right`."""
    unit.demand(Right.FIND_CLIENTS)
    found = store.consents(unit.connection, CONSENT.c.id == consent_id, _rule(unit))
    return found[0] if found else None


def give(unit: Unit, client_id: UUID, agreed: Agreed) -> Consent:
    """Keep that a client consents today. Errors: `no_right`, `client_unknown`, `code_unknown`."""
    unit.demand(Right.FIND_CLIENTS)
    if unit.connection.execute(own_name(_rule(unit), client_id)).first() is None:
        raise Refused("client_unknown")
    if agreed.language not in bundled_reference()[Kind.LANGUAGE]:
        raise Refused("code_unknown", given=agreed.language[:40])
    given = Consent(
        new_id(),
        client_id,
        unit.today,
        agreed.way,
        agreed.language,
        unit.actor.staff_id,
        unit.now,
    )
    store.insert_consents(unit.connection, [given])
    unit.log("consent.give", client_id, agreed.way)
    unit.changes |= Changes.CLIENTS
    return given


def take_back(unit: Unit, consent_id: UUID) -> None:
    """Undo of `give`, unless something rests on the consent by now. Errors: `no_right`."""
    given = find(unit, consent_id)
    if given is None or store.links(unit.connection, LINK.c.consent_id == consent_id):
        return
    store.delete_consent(unit.connection, consent_id)
    unit.log("consent.take_back", given.client)
    unit.changes |= Changes.CLIENTS


def _rule(unit: Unit) -> ColumnElement[bool]:
    return visible(unit.today, unit.actor.staff_id)
