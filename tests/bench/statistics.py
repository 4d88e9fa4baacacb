"""Overviews of random periods, against the same counters read by plain statements."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any, Final

from app.domain.overview import Wish
from app.domain.periods import Period, cut
from app.domain.presets import same_a_year_before
from app.services.overview import overview
from app.services.sign_in import database_of, sign_in
from app.services.unit import Desk
from app.store import key_slots
from app.store.models.base import day_number, month_number
from app.store.opening import connect_file
from tests.bench.filled import DAYS, SEED
from tests.bench.measure import Result, timed
from tests.desks import FIRST, NOON, WORKSTATION, SetClock

LIMIT: Final = 1.5
VIEWS: Final = 300
PLACES: Final = ("pietarsaari", "uusikaarlepyy", "kruunupyy")
_HERE: Final = "location in ('pietarsaari', 'uusikaarlepyy', 'kruunupyy')"
_FACTS: Final = "'main_topic', 'interpreter', 'first_visit', 'source'"
_DAYS: Final = (
    "select location, day, visits, persons from day_counter where breakdown = 'total'"
    f" and day between ? and ? and visits > 0 and {_HERE}"
)
_MONTHS: Final = (
    "select breakdown, value, sum(visits), sum(persons) from month_counter"
    f" where breakdown in ({_FACTS}, 'weekday_hour') and month between ? and ?"
    f" and {_HERE} group by breakdown, value"
)
_EDGE: Final = (
    "select breakdown, value, sum(visits), sum(persons) from day_counter"
    f" where breakdown in ({_FACTS}) and day between ? and ? and {_HERE}"
    " group by breakdown, value"
)
_EDGE_HOURS: Final = (
    "select day, value, sum(visits) from day_counter"
    f" where breakdown = 'hour' and day between ? and ? and {_HERE} group by day, value"
)


def measured(filled: Path) -> Result:
    """The slowest twentieth of the views; `filled` is a folder with a full database."""
    desk = sign_in(filled, FIRST.login, FIRST.password, WORKSTATION, SetClock())
    database = database_of(filled)
    opened = key_slots.open_slot(key_slots.key_file_of(database), FIRST.login, FIRST.password)
    connection = connect_file(database, opened.key)
    times: tuple[list[float], list[float]] = [], []
    for number, wish in enumerate(_wishes(Random(SEED))):
        works = partial(_ours, desk, wish), partial(_plain, connection, wish)
        for which in (0, 1) if number % 2 else (1, 0):
            times[which].append(timed(works[which]))
    connection.close()
    desk.store.close()
    ours, peer = (quantiles(each, n=20)[-1] for each in times)
    return Result("overview of a period, p95", ours, peer, LIMIT)


def _wishes(random: Random) -> Iterator[Wish]:
    """Periods of one day to three years, every other one beside the year before."""
    for number in range(VIEWS):
        last = NOON.date() - timedelta(days=random.randrange(DAYS))
        first = last - timedelta(days=random.randrange(DAYS))
        period = Period(first, last)
        yield Wish(period, same_a_year_before(period) if number % 2 else None, PLACES)


def _ours(desk: Desk, wish: Wish) -> None:
    with desk.read() as unit:
        overview(unit, wish)


def _plain(connection: Any, wish: Wish) -> None:
    for period in (wish.period, wish.compared):
        if period is not None:
            _read(connection, period)


def _read(connection: Any, period: Period) -> None:
    parts = cut(period)
    whole = day_number(period.first), day_number(period.last)
    connection.execute(_DAYS, whole).fetchall()
    if parts.months:
        months = month_number(parts.months.first), month_number(parts.months.last)
        connection.execute(_MONTHS, months).fetchall()
    for edge in parts.edges:
        days = day_number(edge.first), day_number(edge.last)
        connection.execute(_EDGE, days).fetchall()
        connection.execute(_EDGE_HOURS, days).fetchall()
