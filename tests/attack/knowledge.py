"""What the published tables tell, as equations.

The unknowns are the counts by portal, month and value that are not shown. What is told: every
number that is shown, at every level; that the values of a breakdown add up to the total (outcomes
do not: each is at most once in a visit, all at most three times); what the marks say.
"""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.counting import Breakdown
from app.domain.disclosure import PUBLISHABLE, Cell, Complementary, Primary, Published, Shown
from app.domain.visit import OUTCOMES_MAX
from tests.attack.told import table

Name = tuple[Breakdown | None, str, int, str]
MOST = 100_000


@dataclass(slots=True)
class Sum:
    """What is known of a sum of unknowns: it lies from `low` to `high`."""

    terms: Counter[Name]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Target:
    """A hidden cell: the sum of unknowns, and what has to be possible for it."""

    where: str
    terms: Counter[Name]
    beside: int
    primary: bool


@dataclass(slots=True)
class Knowledge:
    """What the tables tell."""

    threshold: int
    unknown: dict[Name, int] = field(default_factory=dict)
    known: dict[Name, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


def knowledge(published: Published, threshold: int) -> Knowledge:
    """Read the tables."""
    told = Knowledge(threshold)
    for breakdown, portal, span, value, cell in table(published):
        if portal is not None and span.first == span.last:
            name = breakdown, portal, span.first, value
            if isinstance(cell, Shown):
                told.known[name] = cell.count
            else:
                told.unknown[name] = cell.low if isinstance(cell, Complementary) else 1
    for breakdown, portal, span, value, cell in table(published):
        portals = (portal,) if portal else published.portals
        numbers = range(span.first, span.last + 1)
        where = f"{breakdown or 'total'} {portal or 'all'} {span.first}-{span.last} {value}"
        _learn(
            told, cell, [(breakdown, each, n, value) for each in portals for n in numbers], where
        )
    for portal in published.portals:
        for number in range(1, published.months + 1):
            _learn_row(told, published, portal, number)
    return told


def _learn(told: Knowledge, cell: Cell, names: list[Name], where: str) -> None:
    terms, beside = _split(told, names)
    if isinstance(cell, Shown):
        if terms:
            told.sums.append(Sum(terms, cell.count - beside, cell.count - beside))
        else:
            assert cell.count == beside, "a shown sum differs from its shown parts"
        return
    assert terms, "a hidden sum of shown parts"
    rest = 0
    if isinstance(cell, Primary):
        rest = cell.beside - beside
        told.sums.append(Sum(terms, rest + 1, rest + told.threshold - 1))
    told.targets.append(Target(where, terms, rest, isinstance(cell, Primary)))


def _split(told: Knowledge, names: list[Name]) -> tuple[Counter[Name], int]:
    terms = Counter(name for name in names if name in told.unknown)
    return terms, sum(told.known.get(name, 0) for name in names)


def _learn_row(told: Knowledge, published: Published, portal: str, number: int) -> None:
    total: Name = (None, portal, number, "")
    for breakdown in PUBLISHABLE:
        names: list[Name] = [
            (breakdown, portal, number, value) for value in published.values[breakdown]
        ]
        if breakdown is Breakdown.OUTCOME:
            for name in names:
                _relate(told, [name], total, 1, MOST)
            _relate(told, names, total, OUTCOMES_MAX, MOST)
        elif names:
            _relate(told, names, total, 1, 0)


def _relate(told: Knowledge, names: list[Name], total: Name, times: int, slack: int) -> None:
    """Say that `times` the total is the sum of the names, or up to `slack` more."""
    terms, beside = _split(told, names)
    above, count = _split(told, [total])
    rest = beside - times * count
    if above:
        terms[total] -= times
    if terms:
        told.sums.append(Sum(terms, -MOST if slack else -rest, -rest))
