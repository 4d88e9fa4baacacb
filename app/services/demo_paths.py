"""The paths of a demonstration's clients."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from app.domain.client import Client
from app.domain.invented.paths import Around, invent_paths
from app.services.directory import bundled
from app.services.responsible import bundled_table
from app.services.unit import Changes, Unit
from app.store import path

_SCHOOLS: Final = "training_provider"


def add_paths(unit: Unit, clients: Sequence[Client], last: date, seed: int) -> None:
    """Write the paths of clients that have been written."""
    schools = [one["id"] for one in bundled()["services"] if one["category"] == _SCHOOLS]
    around = Around(last, bundled_table(), schools)
    path.insert_steps(unit.connection, invent_paths(around, clients, seed))
    unit.changes |= Changes.PATH
