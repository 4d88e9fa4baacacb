"""Checking that clients are found by what is recorded of them, a page at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select

from app.domain.client import Client
from app.store.client_rows import client_from, key_rows
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
        wrong += sum(set(_due(client)) != kept[client.number] for client in clients)
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


def _due(client: Client) -> Iterator[tuple[str, object]]:
    return ((row["key"], row["hidden_until"]) for row in key_rows(client))
