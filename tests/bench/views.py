"""Random views as the Statistics tab shows them, and how the program reads one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from app.domain.figures import Dimension
from app.domain.overview import Overview, Wish
from app.domain.periods import Grain, Period, label, stretch_of
from app.domain.presets import same_a_year_before
from app.services.overview import breakdown, overview
from app.services.unit import Desk
from tests.bench.drawn import DAYS
from tests.desks import NOON

SEED: Final = 7
VIEWS: Final = 300
PORTALS: Final = ("pietarsaari", "uusikaarlepyy", "kruunupyy")
PLACES: Final = (*PORTALS, "romaniportti")
DIMENSIONS: Final = (
    Dimension.LOCATION,
    Dimension.WEEKDAY,
    Dimension.HOUR,
    Dimension.TOPIC,
    Dimension.ANY_TOPIC,
    Dimension.LANGUAGE,
    Dimension.MUNICIPALITY,
    Dimension.CHANNEL,
    Dimension.OUTCOME,
    Dimension.INTERPRETER,
    Dimension.FIRST_VISIT,
    Dimension.SOURCE,
)


@dataclass(frozen=True, slots=True)
class View:
    """What a person asks the tab for."""

    wish: Wish
    dimension: Dimension

    @property
    def periods(self) -> list[Period]:
        return [one for one in (self.wish.period, self.wish.compared) if one is not None]


def views() -> Iterator[View]:
    """Free periods, whole months and whole years in turn, up to six years long; always the same.

    One, some or all locations, every other time beside the year before.
    """
    random = Random(SEED)
    for number in range(VIEWS):
        period = _period(random, (None, Grain.MONTH, Grain.YEAR)[number % 3])
        compared = same_a_year_before(period) if random.random() < 0.5 else None
        some = random.sample(PLACES, random.choice((1, 2, len(PLACES))))
        yield View(Wish(period, compared, tuple(some)), random.choice(DIMENSIONS))


def _period(random: Random, grain: Grain | None) -> Period:
    last = NOON.date() - timedelta(days=random.randrange(DAYS))
    first = last - timedelta(days=random.randrange(DAYS))
    if grain is None:
        return Period(first, last)
    return Period(_whole(grain, first).first, _whole(grain, last).last)


def _whole(grain: Grain, day: date) -> Period:
    return stretch_of(grain, label(grain, day))


def by_the_program(desk: Desk, view: View) -> Overview:
    """Read a view as the tab does; the overview of it."""
    with desk.read() as unit:
        breakdown(unit, view.wish, view.dimension)
        return overview(unit, view.wish)
