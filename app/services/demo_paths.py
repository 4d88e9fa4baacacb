"""The paths of a demonstration's clients."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.domain.client import Client
from app.domain.invented.paths import Around, invent_paths
from app.domain.path.whole import Kept, Path
from app.services.directory import bundled
from app.services.responsible import bundled_table
from app.services.unit import Changes, Unit
from app.store import path
from app.store.open_plans import insert_open

_SCHOOLS: Final = "training_provider"


def add_paths(unit: Unit, clients: Sequence[Client], last: date, seed: int) -> None:
    """Write the paths of clients that have been written."""
    schools = [one["id"] for one in bundled()["services"] if one["category"] == _SCHOOLS]
    around = Around(last, bundled_table(), schools)
    steps = list(invent_paths(around, clients, seed))
    path.insert_steps(unit.connection, steps)
    of_clients: defaultdict[UUID, list[Kept[Any]]] = defaultdict(list)
    for client_id, kept in steps:
        of_clients[client_id].append(kept)
    insert_open(unit.connection, ((of, Path(some)) for of, some in of_clients.items()))
    unit.changes |= Changes.PATH
