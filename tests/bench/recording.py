"""Recording a visit among 100,000: against plain statements, and against leaving out counters."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Final
from unittest.mock import patch
from uuid import UUID

from app.domain.moment import when_now
from app.domain.visit import Facts, Source, Visit
from app.services import places, visits
from app.services.sign_in import database_of, sign_in
from app.services.unit import Desk
from app.services.visits import NewVisit, new_id
from app.store import counters, key_slots
from app.store.opening import connect_file
from tests.bench import plain
from tests.bench.drawn import invented_facts
from tests.bench.measure import Result, compared
from tests.desks import FIRST, NOON, WORKSTATION, SetClock

LIMIT: Final = 2.5
LIMIT_OF_COUNTERS: Final = 1.4
ROUNDS: Final = 300


def measured(filled: Path, folder: Path) -> list[Result]:
    """`filled` is a folder with a full database; each side writes to a copy of its own."""
    copies = [Path(shutil.copytree(filled, folder / name)) for name in ("ours", "peer", "less")]
    desk, less = (_signed_in(copies[number]) for number in (0, 2))
    database = database_of(copies[1])
    opened = key_slots.open_slot(key_slots.key_file_of(database), FIRST.login, FIRST.password)
    connection = connect_file(database, opened.key)
    facts, again, without = _facts(desk), _facts(desk), _facts(desk)
    results = [
        compared(
            "record a visit, durable",
            lambda: _record(desk, next(facts)),
            lambda: plain.record(connection, _visit(next(again), opened.staff_id)),
            LIMIT,
            ROUNDS,
        ),
        compared(
            "the same, against no counters",
            lambda: _record_with(counters, desk, next(facts)),
            lambda: _record_with(_NoCounters, less, next(without)),
            LIMIT_OF_COUNTERS,
            ROUNDS,
        ),
    ]
    connection.close()
    for one in (desk, less):
        one.store.close()
    return results


def _signed_in(folder: Path) -> Desk:
    return sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, SetClock())


def _facts(desk: Desk) -> Iterator[Facts]:
    """The same invented facts for both sides."""
    with desk.read() as unit:
        place = places.location(unit, "pietarsaari")
    return (invented_facts(Random(number), place) for number in count())


def _record(desk: Desk, facts: Facts) -> None:
    with desk.write() as unit:
        visits.record(unit, NewVisit(new_id(), "pietarsaari", facts))


class _NoCounters:
    """In the place of the module that moves the counters: nothing is counted."""

    @staticmethod
    def counted(new: object) -> None:
        """There is nothing to be gathered."""

    @staticmethod
    def move(connection: object, tally: object) -> None:
        """There is nothing to be written."""


def _record_with(how: object, desk: Desk, facts: Facts) -> None:
    """Record with `how` in the place of the counters; to put it there costs both sides the same."""
    with patch.object(visits, "counters", how):
        _record(desk, facts)


def _visit(facts: Facts, staff_id: UUID) -> Visit:
    return Visit(new_id(), "pietarsaari", when_now(NOON), Source.DESK, facts, staff_id, NOON)
