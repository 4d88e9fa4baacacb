"""Recording a visit among 100,000, against the same rows written by plain statements."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID

from app.domain.moment import when_now
from app.domain.visit import Facts, Source, Visit
from app.services import places, visits
from app.services.sign_in import database_of, sign_in
from app.services.unit import Desk
from app.services.visits import NewVisit, new_id
from app.store import key_slots
from app.store.opening import connect_file
from tests.bench import plain
from tests.bench.drawn import invented_facts
from tests.bench.measure import Result, compared
from tests.desks import FIRST, NOON, WORKSTATION, SetClock

LIMIT: Final = 2.5
ROUNDS: Final = 300


def measured(filled: Path, folder: Path) -> Result:
    """`filled` is a folder with a full database; each side writes to a copy of its own."""
    ours, peer = (Path(shutil.copytree(filled, folder / name)) for name in ("ours", "peer"))
    desk = sign_in(ours, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    database = database_of(peer)
    opened = key_slots.open_slot(key_slots.key_file_of(database), FIRST.login, FIRST.password)
    connection = connect_file(database, opened.key)
    facts, again = _facts(desk), _facts(desk)
    result = compared(
        "record a visit, durable",
        lambda: _record(desk, next(facts)),
        lambda: plain.record(connection, _visit(next(again), opened.staff_id)),
        LIMIT,
        ROUNDS,
    )
    connection.close()
    desk.store.close()
    return result


def _facts(desk: Desk) -> Iterator[Facts]:
    """The same invented facts for both sides."""
    with desk.read() as unit:
        place = places.location(unit, "pietarsaari")
    return (invented_facts(Random(number), place) for number in count())


def _record(desk: Desk, facts: Facts) -> None:
    with desk.write() as unit:
        visits.record(unit, NewVisit(new_id(), "pietarsaari", facts))


def _visit(facts: Facts, staff_id: UUID) -> Visit:
    return Visit(new_id(), "pietarsaari", when_now(NOON), Source.DESK, facts, staff_id, NOON)
