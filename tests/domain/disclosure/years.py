"""Years of invented counts, small enough to attack in a test."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure import PUBLISHABLE, At, YearTables
from app.domain.disclosure.tables import Part

TWO = "a", "b"


def year_of(
    topics: dict[tuple[str, int], dict[str, int]], months: int = 12, values: Iterable[str] = TWO
) -> YearTables:
    """A year with these main topics by portal and month, and little else known of its visits."""
    counts: dict[Breakdown, Counter[At]] = {
        name: Counter() for name in (Breakdown.TOTAL, *PUBLISHABLE)
    }
    for (portal, month), row in topics.items():
        counts[Breakdown.TOTAL][At(portal, month)] = sum(row.values())
        for value, count in row.items():
            counts[Breakdown.MAIN_TOPIC][At(portal, month, value)] = count
        for name in set(PUBLISHABLE) - {Breakdown.MAIN_TOPIC, Breakdown.OUTCOME}:
            counts[name][At(portal, month, NOT_STATED)] = sum(row.values())
    portals = tuple(sorted({portal for portal, _ in topics}))
    possible = {(name, portal): (*values, NOT_STATED) for name in PUBLISHABLE for portal in portals}
    return YearTables(portals, months, counts, possible)


def random_year(seed: int, months: int = 12, most_values: int = 4) -> YearTables:
    """One to three portals, of which each may be quiet or busy, with visits drawn at random."""
    random = Random(seed)
    portals = ("p", "q", "r")[: random.randint(1, 3)]
    values = {
        name: tuple(f"v{number}" for number in range(random.randint(2, most_values)))
        for name in PUBLISHABLE
    }
    counts: dict[Breakdown, Counter[At]] = {
        name: Counter() for name in (Breakdown.TOTAL, *PUBLISHABLE)
    }
    for portal in portals:
        usual = random.choice([1, 3, 6, 12, 30])
        for month in range(1, months + 1):
            for _ in range(max(0, round(random.gauss(usual, usual**0.5)))):
                _add_visit(random, counts, values, portal, month)
    possible = {(name, portal): values[name] for name in PUBLISHABLE for portal in portals}
    return YearTables(portals, months, counts, possible)


def _add_visit(
    random: Random,
    counts: dict[Breakdown, Counter[At]],
    values: dict[Breakdown, tuple[str, ...]],
    portal: str,
    month: int,
) -> None:
    counts[Breakdown.TOTAL][At(portal, month)] += 1
    for name in PUBLISHABLE:
        if name is Breakdown.OUTCOME:
            number = random.choice([0, 1, 1, 1, 2, 3])
            drawn = set(random.choices(values[name], k=number)) or {NOT_STATED}
        else:
            rank = int(len(values[name]) * random.random() ** 3)
            drawn = {values[name][rank]}
        for value in drawn:
            counts[name][At(portal, month, value)] += 1


def until(year: YearTables, months: int) -> YearTables:
    """The year as it was known when a month had ended."""
    counts = {
        name: {at: count for at, count in cells.items() if at.month <= months}
        for name, cells in year.counts.items()
    }
    return replace(year, months=months, counts=counts)


def parts(year: YearTables, months: int) -> frozenset[Part]:
    """The portals' months up to one."""
    return frozenset((portal, n) for portal in year.portals for n in range(1, months + 1))


def without_months(year: YearTables, portal: str, brought: int) -> YearTables:
    """The year before a portal brought more than its first months."""
    counts = {
        name: {
            at: count for at, count in cells.items() if at.portal != portal or at.month <= brought
        }
        for name, cells in year.counts.items()
    }
    return replace(year, counts=counts)


def only_months(year: YearTables, portal: str, after: int) -> YearTables:
    """What a portal brought after its first months, and nothing else."""
    counts = {
        name: {at: count for at, count in cells.items() if at.portal == portal and at.month > after}
        for name, cells in year.counts.items()
    }
    return replace(year, counts=counts)


def exact(year: YearTables, where: tuple[Breakdown | None, str | None, int, int, str]) -> int:
    """The true count of a cell: breakdown, portal, first and last month, value."""
    breakdown, portal, first, last, value = where
    cells = year.counts[breakdown or Breakdown.TOTAL]
    return sum(
        count
        for at, count in cells.items()
        if portal in (None, at.portal) and first <= at.month <= last and at.value == value
    )
