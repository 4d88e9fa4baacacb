"""What tells stored clients from one another, of those who may be known of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select

from app.domain.duplicates import Facts, family_name
from app.store.clients import CLIENT, IDENTITY, RELATIVE, names_of

_SOME: Final = 500


def stored_facts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Facts]:
    """What is known of clients."""
    names, codes = names_of(connection, ids), dict(_codes(connection, ids))
    families = _families(connection, ids)
    wanted = (CLIENT.c.id, CLIENT.c.born, CLIENT.c.birth_year, CLIENT.c.phone, CLIENT.c.koto_aj)
    return {
        row.id: Facts(
            names[row.id],
            row.born,
            row.birth_year,
            row.phone,
            row.koto_aj,
            frozenset(families[row.id]),
            codes.get(row.id, ""),
        )
        for some in pages(ids)
        for row in connection.execute(select(*wanted).where(CLIENT.c.id.in_(some)))
    }


def pages(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """As many as a statement takes at once."""
    return (ids[start : start + _SOME] for start in range(0, len(ids), _SOME))


def _families(connection: Connection, ids: Sequence[UUID]) -> defaultdict[UUID, set[str]]:
    """The relatives of clients, as they are compared."""
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    for some in pages(ids):
        query = select(RELATIVE.c.client_id, RELATIVE.c.name, RELATIVE.c.other)
        for row in connection.execute(query.where(RELATIVE.c.client_id.in_(some))):
            found[row.client_id].add(str(row.other) if row.other else family_name(row.name))
    return found


def _codes(connection: Connection, ids: Sequence[UUID]) -> Iterator[tuple[UUID, str]]:
    """The identity codes, to be compared and never shown."""
    for some in pages(ids):
        query = select(IDENTITY.c.client_id, IDENTITY.c.code)
        for row in connection.execute(query.where(IDENTITY.c.client_id.in_(some))):
            yield row.client_id, row.code
