"""A file that holds years of visits, written in bulk: the same rows as if each was recorded."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any, Final
from uuid import UUID

from app.domain.counting import Breakdown, cells, hour_value, weekday_hour_value
from app.domain.days import day_bounds
from app.domain.visit import Facts, Source, Visit, When
from app.services.places import locations
from app.services.unit import Desk, Unit
from app.services.visits import new_id
from app.store import counters
from app.store.counters import Amounts, Key, Tally
from app.store.log_chain import Entry, append_all
from app.store.models.base import month_number
from tests.bench import plain
from tests.bench.drawn import Sitting, sittings
from tests.desks import SetClock, file_desk

SEED: Final = 7


def filled_desk(folder: Path, number: int, *, rows: bool = True) -> Desk:
    """A new encrypted file with `number` visits of six years; without `rows` only their counters.

    With rows the whole is in order, as `check` says.
    """
    desk = file_desk(folder, SetClock())
    with desk.read() as unit:
        places = locations(unit)
    drawn = sittings(Random(SEED), places, number)
    for _month, some in groupby(drawn, lambda sitting: month_number(sitting.day)):
        with desk.write() as unit:
            _write(unit, list(some), rows)
    return desk


def _write(unit: Unit, some: list[Sitting], rows: bool) -> None:
    tally = Tally()
    for sitting in some:
        _count(tally, sitting)
    counters.move(unit.connection, tally)
    if rows:
        made = [visit for sitting in some for visit in _visits(sitting, unit.actor.staff_id)]
        insert(unit, made)


def insert(unit: Unit, made: list[Visit]) -> None:
    """Write visits and their log entries, but not the counters."""
    driver: Any = unit.connection.connection.driver_connection
    driver.executemany(plain.VISIT, map(plain.visit_row, made))
    for table, chosen in ((plain.TOPIC, _topics), (plain.OUTCOME, _outcomes)):
        driver.executemany(table, (row for visit in made for row in chosen(visit)))
    entries = [Entry("visit.record", str(visit.id)) for visit in made]
    append_all(unit.connection, unit.actor.staff_id, unit.now, entries)


def _topics(visit: Visit) -> plain.Rows:
    return plain.choices(visit.id, visit.facts.topics)


def _outcomes(visit: Visit) -> plain.Rows:
    return plain.choices(visit.id, visit.facts.outcomes)


def _visits(sitting: Sitting, staff_id: UUID) -> Iterator[Visit]:
    midnight = day_bounds(sitting.day)[0]
    for facts, minute in zip(sitting.facts, sitting.minutes, strict=True):
        moment = midnight + timedelta(minutes=minute)
        when = When(moment, sitting.day, minute // 60)
        yield Visit(new_id(), sitting.location, when, Source.DESK, facts, staff_id, moment)


def _count(tally: Tally, sitting: Sitting) -> None:
    """As `Tally.add` of each visit, with those of one kind at once."""
    place, day, month = sitting.location, sitting.day, month_number(sitting.day)
    for facts, visits in Counter(sitting.facts).items():
        amounts = visits, visits * facts.persons
        for cell in _cells(facts):
            _add(tally.day, (place, day, *cell), amounts)
            _add(tally.month, (place, month, *cell), amounts)
    for facts, minute in zip(sitting.facts, sitting.minutes, strict=True):
        hour, one = minute // 60, (1, facts.persons)
        _add(tally.day, (place, day, Breakdown.HOUR, hour_value(hour)), one)
        clock = weekday_hour_value(day, hour)
        _add(tally.month, (place, month, Breakdown.WEEKDAY_HOUR, clock), one)


@cache
def _cells(facts: Facts) -> tuple[tuple[Breakdown, str], ...]:
    return tuple(cells(facts, Source.DESK))


def _add(sums: dict[Key, Amounts], key: Key, amounts: Amounts) -> None:
    visits, persons = sums.get(key, (0, 0))
    sums[key] = visits + amounts[0], persons + amounts[1]
