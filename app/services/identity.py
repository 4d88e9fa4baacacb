"""The identity code of a client: kept where assessment or plan needs it, and apart from all else.

It stands in no list, print, export or log (Data Protection Act 1050/2018, section 29).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import Table, delete, insert, select

from app.domain.client import Why
from app.domain.identity import Identity, Need, checked_code
from app.services import clients
from app.services.unit import Changes, Unit
from app.store.models import ClientIdentityRow

_IDENTITY: Final[Table] = ClientIdentityRow.__table__  # type: ignore[assignment]


def keep(unit: Unit, client_id: UUID, code: str, need: Need) -> Identity | None:
    """Keep a client's identity code, which another client may have too: that is for a person.

    Returns what was kept before, which undoes it. Errors: `no_right`, `client_unknown`,
    `identity_wrong`, `identity_other_birth`.
    """
    client = clients.demand_known(unit, client_id)
    checked = checked_code(code, client.record)
    before = _taken(unit, client_id)
    row = {"client_id": client_id, "code": checked, "need": need}
    by = {"recorded_by": unit.actor.staff_id, "recorded_at": unit.now}
    unit.connection.execute(insert(_IDENTITY).values(row | by))
    unit.log("identity.keep", client_id, need)
    unit.changes |= Changes.CLIENTS
    return before


def kept(unit: Unit, client_id: UUID) -> Need | None:
    """What a code is kept for, without the code; None where none is.

    Errors: `no_right`, `client_unknown`.
    """
    clients.demand_known(unit, client_id)
    found = _known(unit, client_id)
    return found.need if found else None


def show(unit: Unit, client_id: UUID, why: Why) -> str | None:
    """A client's identity code, None where none is kept. Errors: `no_right`, `client_unknown`."""
    clients.demand_known(unit, client_id)
    unit.log("identity.show", client_id, why)
    found = _known(unit, client_id)
    return found.code if found else None


def forget(unit: Unit, client_id: UUID) -> Identity | None:
    """Keep the code no longer; what was kept, which undoes it.

    Errors: `no_right`, `client_unknown`.
    """
    clients.demand_known(unit, client_id)
    before = _taken(unit, client_id)
    unit.log("identity.forget", client_id)
    unit.changes |= Changes.CLIENTS
    return before


def _known(unit: Unit, client_id: UUID) -> Identity | None:
    columns = _IDENTITY.c.code, _IDENTITY.c.need
    query = select(*columns).where(_IDENTITY.c.client_id == client_id)
    row = unit.connection.execute(query).one_or_none()
    return Identity(row.code, Need(row.need)) if row else None


def _taken(unit: Unit, client_id: UUID) -> Identity | None:
    """What was kept, and is not any more."""
    before = _known(unit, client_id)
    unit.connection.execute(delete(_IDENTITY).where(_IDENTITY.c.client_id == client_id))
    return before
