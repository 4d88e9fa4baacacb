"""Checking that clients are found by what is recorded of them, a page at a time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select

from app.domain.client import Client
from app.store.client_rows import client_from, former_key, key_rows
from app.store.clients import CLIENT, KEY, names_of

_PAGE: Final = 500


def wrong_clients(connection: Connection, progress: Callable[[int, int], None]) -> int:
    """How many clients have other keys than a recount gives, or keys of another order.

    `progress` hears how many clients are done, and of how many.
    """
    whole = connection.scalar(select(func.count()).select_from(CLIENT)) or 0
    wrong = done = 0
    for page in _pages(connection):
        clients = _clients(connection, page)
        kept = _kept(connection, [client.number for client in clients])
        due = _due(connection, clients, {row["id"] for row in page if row["merged_into"]})
        wrong += sum(due[client.number] != kept[client.number] for client in clients)
        done += len(page)
        progress(done, whole)
    return wrong


def _pages(connection: Connection) -> Iterator[Sequence[RowMapping]]:
    last = UUID(int=0)
    query = select(CLIENT).order_by(CLIENT.c.id).limit(_PAGE)
    while page := connection.execute(query.where(CLIENT.c.id > last)).mappings().all():
        yield page
        last = page[-1]["id"]


def _clients(connection: Connection, page: Sequence[RowMapping]) -> list[Client]:
    names = names_of(connection, [row["id"] for row in page])
    return [client_from(row, names.get(row["id"], ()), frozenset(), ()) for row in page]


def _kept(connection: Connection, numbers: Sequence[int]) -> defaultdict[int, set[Any]]:
    found: defaultdict[int, set[Any]] = defaultdict(set)
    for row in connection.execute(select(KEY).where(KEY.c.number.in_(numbers))):
        found[row.number].add((row.key, row.hidden_until))
    return found


def _due(
    connection: Connection, clients: Sequence[Client], merged: Collection[UUID]
) -> defaultdict[int, set[Any]]:
    """The keys that there must be; by those of a `merged` record nobody is found any more."""
    due: defaultdict[int, set[Any]] = defaultdict(set)
    here = {client.id: client for client in clients if client.id not in merged}
    for client in here.values():
        due[client.number].update(map(_row, key_rows(client)))
    former = select(CLIENT.c.merged_into, CLIENT.c.number).where(CLIENT.c.merged_into.in_(here))
    for into, number in connection.execute(former):
        due[here[into].number].add(_row(former_key(here[into], number)))
    return due


def _row(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return row["key"], row["hidden_until"]
