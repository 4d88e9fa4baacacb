"""The identity code of a client: kept where assessment or plan needs it, and apart from all else.

It stands in no list, print, export or log (Data Protection Act 1050/2018, section 29).
"""

from datetime import date
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from sqlalchemy import Delete, Table, delete, insert, select
from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

from app.domain.client import Why
from app.domain.errors import Refused
from app.services import clients
from app.services.unit import Changes, Unit
from app.store.models import ClientIdentityRow

_IDENTITY: Final[Table] = ClientIdentityRow.__table__  # type: ignore[assignment]
_CENTURIES: Final = {"+": 1800} | dict.fromkeys("-UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)


class Need(StrEnum):
    """What an identity code is needed for."""

    ASSESSMENT = auto()
    PLAN = auto()


def keep(unit: Unit, client_id: UUID, code: str, need: Need) -> None:
    """Keep a client's identity code, which another client may have too: that is for a person.

    Errors: `no_right`, `client_unknown`, `identity_wrong`, `identity_other_birth`.
    """
    client = clients.demand_known(unit, client_id)
    checked = _checked(code)
    born, record = _born(checked), client.record
    if record.born not in (None, born) or record.birth_year not in (None, born.year):
        raise Refused("identity_other_birth")
    unit.connection.execute(_forget(client_id))
    row = {"client_id": client_id, "code": checked, "need": need}
    by = {"recorded_by": unit.actor.staff_id, "recorded_at": unit.now}
    unit.connection.execute(insert(_IDENTITY).values(row | by))
    unit.log("identity.keep", client_id, need)
    unit.changes |= Changes.CLIENTS


def show(unit: Unit, client_id: UUID, why: Why) -> str | None:
    """A client's identity code, None where none is kept. Errors: `no_right`, `client_unknown`."""
    clients.demand_known(unit, client_id)
    unit.log("identity.show", client_id, why)
    kept = select(_IDENTITY.c.code).where(_IDENTITY.c.client_id == client_id)
    return unit.connection.scalar(kept)


def forget(unit: Unit, client_id: UUID) -> None:
    """Keep the code no longer. Errors: `no_right`, `client_unknown`."""
    clients.demand_known(unit, client_id)
    unit.connection.execute(_forget(client_id))
    unit.log("identity.forget", client_id)


def _forget(client_id: UUID) -> Delete:
    return delete(_IDENTITY).where(_IDENTITY.c.client_id == client_id)


def _checked(code: str) -> str:
    try:
        return str(hetu.validate(code.strip().upper()))
    except ValidationError:
        raise Refused("identity_wrong") from None


def _born(code: str) -> date:
    year = _CENTURIES[code[6]] + int(code[4:6])
    return date(year, int(code[2:4]), int(code[:2]))
