"""Clients as they stand on the records of their families: by name and birth year alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.domain.roles import Right
from app.services.unit import Unit
from app.store import clients as store
from app.store.clients import CLIENT
from app.store.queries.clients import visible


@dataclass(frozen=True, slots=True, repr=False)
class Kin:
    """A client as others see who that is."""

    id: UUID
    number: int
    name: str
    birth_year: int | None


def known(unit: Unit, client_ids: Iterable[UUID]) -> Mapping[UUID, Kin]:
    """Who these clients are, as far as the person may know of them. Errors: `no_right`."""
    unit.demand(Right.KEEP_CLIENTS)
    rule = visible(unit.today, unit.actor.staff_id)
    columns = CLIENT.c.id, CLIENT.c.number, CLIENT.c.birth_year
    query = select(*columns).where(CLIENT.c.id.in_(list(client_ids)), rule)
    rows = unit.connection.execute(query).all()
    names = store.names_of(unit.connection, [row.id for row in rows])
    return {row.id: Kin(row.id, row.number, names[row.id][0].whole, row.birth_year) for row in rows}
