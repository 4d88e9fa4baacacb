"""A program of its own that records visits as fast as it can, so that it can be killed.

It says `begin ID` before each visit and `done ID` when the visit has been acknowledged. What is
recorded under an id follows from the id, so that whoever reads along can record it once more.
"""

import sys
from itertools import islice, repeat
from pathlib import Path
from random import Random
from uuid import UUID

from app.domain.reference import Kind
from app.domain.visit import Facts
from app.services import visits
from app.services.chips import bundled_reference
from app.services.sign_in import sign_in
from app.services.unit import Desk
from app.services.visits import NewVisit, new_id
from tests.desks import FIRST, WORKSTATION

PLACE = "pietarsaari"


def opened(folder: Path) -> Desk:
    return sign_in(folder, FIRST.login, FIRST.password, WORKSTATION)


def visit_of(visit_id: UUID) -> NewVisit:
    """The one visit that this id can mean."""
    random, reference = Random(visit_id.int), bundled_reference()
    topics = random.sample(sorted(reference[Kind.TOPIC]), random.randint(1, 3))
    outcomes = random.sample(sorted(reference[Kind.OUTCOME]), random.randint(0, 2))
    language = random.choice(sorted(reference[Kind.LANGUAGE]))
    facts = Facts(tuple(topics), tuple(outcomes), language, persons=random.randint(1, 5))
    return NewVisit(visit_id, PLACE, facts)


def record(desk: Desk, visit_id: UUID) -> None:
    """Record the visit; it is on disk when this returns."""
    with desk.write() as unit:
        visits.record(unit, visit_of(visit_id))


def main(folder: str, number: str) -> None:
    """Record `number` visits, or without end when that is "all"."""
    desk = opened(Path(folder))
    endless = (new_id() for _ in repeat(None))
    for visit_id in endless if number == "all" else islice(endless, int(number)):
        print("begin", visit_id, flush=True)
        record(desk, visit_id)
        print("done", visit_id, flush=True)
    desk.store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
