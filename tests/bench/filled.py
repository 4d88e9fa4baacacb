"""A file that holds years of visits."""

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID

from app.domain.days import from_local
from app.domain.place import Ask, Location
from app.domain.reference import Kind
from app.domain.visit import Facts, Source, Visit, When
from app.services.chips import bundled_reference
from app.services.places import locations
from app.services.unit import Desk
from app.services.visits import new_id
from app.store import counters, visits
from app.store.counters import Tally
from app.store.log_chain import Entry, append_all
from tests.desks import NOON, SetClock, file_desk

SEED: Final = 7
DAYS: Final = 3 * 365
CHUNK: Final = 5000


def filled_desk(folder: Path, number: int) -> Desk:
    """A new encrypted file with `number` visits, spread over the three years before `NOON`."""
    desk = file_desk(folder, SetClock())
    with desk.write() as unit:
        made = invented(Random(SEED), locations(unit), unit.actor.staff_id)
        tally = Tally()
        for start in range(0, number, CHUNK):
            some = list(islice(made, min(CHUNK, number - start)))
            visits.insert_visits(unit.connection, some)
            for visit in some:
                tally.add(visit)
            entries = [Entry("visit.record", str(visit.id)) for visit in some]
            append_all(unit.connection, unit.actor.staff_id, unit.now, entries)
        counters.move(unit.connection, tally)
    return desk


def invented(random: Random, places: list[Location], staff_id: UUID) -> Iterator[Visit]:
    """Visits without end; the same for the same `random`, but for their ids."""
    today = NOON.date()
    while True:
        place = random.choice(places)
        day = today - timedelta(days=random.randrange(DAYS))
        hour = random.randrange(9, 16)
        moment = from_local(day, time(hour, random.randrange(60)))
        facts = invented_facts(random, place)
        when = When(moment, day, hour)
        yield Visit(new_id(), place.code, when, Source.DESK, facts, staff_id, moment)


def invented_facts(random: Random, place: Location) -> Facts:
    """What could be recorded at `place`."""
    reference = bundled_reference()

    def some(kind: Kind, most: int) -> list[str]:
        return random.sample(list(reference[kind]), random.randint(1, most))

    language = some(Kind.LANGUAGE, 1)[0] if Ask.LANGUAGE in place.asks else None
    municipality = some(Kind.MUNICIPALITY, 1)[0] if Ask.MUNICIPALITY in place.asks else None
    return Facts(
        topics=tuple(some(Kind.TOPIC, 2)),
        outcomes=tuple(some(Kind.OUTCOME, 2)),
        language=language,
        municipality=municipality,
        persons=random.randint(1, 4),
    )
