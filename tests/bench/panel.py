"""Today's panel among 100,000 visits, against the same panel where there are no others."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from app.domain.visit import Visit
from app.services.sign_in import sign_in
from app.services.today import USUAL_WEEKS, today
from app.services.unit import Desk
from app.store import counters, visits
from app.store.visits import VISIT
from tests.bench.measure import Result, compared
from tests.desks import FIRST, NOON, WORKSTATION, SetClock, file_desk

LIMIT: Final = 1.5
ROUNDS: Final = 200
PLACE: Final = "pietarsaari"


def measured(filled: Path, folder: Path) -> Result:
    """`filled` is a folder with a full database."""
    full = sign_in(filled, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    alone = file_desk(folder / "alone", SetClock())
    _copy(_shown(full), alone)
    assert _panel(full) == _panel(alone)
    what = "today's panel among 100,000"
    result = compared(what, lambda: _panel(full), lambda: _panel(alone), LIMIT, ROUNDS)
    alone.store.close()
    full.store.close()
    return result


def _panel(desk: Desk) -> tuple[object, ...]:
    """The panel, but for who recorded what."""
    with desk.read() as unit:
        shown = today(unit, PLACE)
    return shown.visits, shown.by_hour, shown.usual_by_hour, len(shown.last), shown.repeats


def _shown(desk: Desk) -> list[Visit]:
    """All visits that the panel tells of: today's and those of the same weekday before."""
    days = [NOON.date() - timedelta(weeks=week) for week in range(USUAL_WEEKS + 1)]
    with desk.read() as unit:
        where = (VISIT.c.location == PLACE, VISIT.c.day.in_(days))
        return visits.read(unit.connection, *where)


def _copy(some: list[Visit], desk: Desk) -> None:
    with desk.write() as unit:
        own = [replace(visit, recorded_by=unit.actor.staff_id) for visit in some]
        visits.insert_visits(unit.connection, own)
        counters.move(unit.connection, counters.counted(own))
