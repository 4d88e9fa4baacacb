"""Two records side by side with the names of all that they point to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.services import merging
from app.services.merging import Comparison
from app.services.unit import Unit
from app.ui.clients.record.lists import read_lists
from app.words.record import Known


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """What is compared, and who and what stands in it by name."""

    compared: Comparison
    known: Known


def read_pair(unit: Unit, location: str, kept: UUID, other: UUID) -> Pair:
    """The records of two clients; both are opened by that. Errors: those of `merging.compare`."""
    compared = merging.compare(unit, kept, other)
    records = (compared.kept.record, compared.other.record)
    return Pair(compared, read_lists(unit, location, records).known())
