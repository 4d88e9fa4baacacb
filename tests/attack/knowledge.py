"""What the published tables tell, as equations.

The unknowns are the counts by portal, month and value that are not shown. What is told: every
number that is shown, at every level; that the values of a breakdown add up to the total (outcomes
do not: each is at most once in a visit, all at most three times); what the marks say.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.counting import Breakdown
from app.domain.disclosure import PUBLISHABLE, Cell, Complementary, Primary, Published, Shown
from app.domain.disclosure.tables import Part
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


Earlier = tuple[Published, frozenset[Part]]
"""Tables that somebody has kept, and the portals' months that were in them."""


def knowledge(published: Published, threshold: int, kept: Sequence[Earlier] = ()) -> Knowledge:
    """Read the tables, and those that were kept from before; only the last ones are targets."""
    told = Knowledge(threshold)
    months = range(1, published.months + 1)
    all_parts = frozenset((portal, n) for portal in published.portals for n in months)
    sources = [(published, all_parts), *kept]
    for source, parts in sources:
        _learn_cells(told, source, parts)
    for name in told.known.keys() & told.unknown.keys():
        del told.unknown[name]
    for source, parts in sources:
        for breakdown, portal, span, value, cell in table(source):
            portals = (portal,) if portal else source.portals
            numbers = range(span.first, span.last + 1)
            where = f"{breakdown or 'total'} {portal or 'all'} {span.first}-{span.last} {value}"
            names: list[Name] = [
                (breakdown, each, n, value)
                for each in portals
                for n in numbers
                if (each, n) in parts
            ]
            _learn(told, cell, names, where if source is published else None)
    for portal in published.portals:
        for number in months:
            _learn_row(told, published, portal, number)
    return told


def _learn_cells(told: Knowledge, source: Published, parts: frozenset[Part]) -> None:
    for breakdown, portal, span, value, cell in table(source):
        if portal is not None and span.first == span.last and (portal, span.first) in parts:
            name = breakdown, portal, span.first, value
            if isinstance(cell, Shown):
                assert told.known.setdefault(name, cell.count) == cell.count
            else:
                low = cell.low if isinstance(cell, Complementary) else 1
                told.unknown[name] = max(low, told.unknown.get(name, 0))


def _learn(told: Knowledge, cell: Cell, names: list[Name], where: str | None) -> None:
    """`where` is None for a table that was kept."""
    terms, beside = _split(told, names)
    if isinstance(cell, Shown):
        if terms:
            told.sums.append(Sum(terms, cell.count - beside, cell.count - beside))
        else:
            assert cell.count == beside, "a shown sum differs from its shown parts"
        return
    assert terms or where is None, "a hidden sum of shown parts"
    rest = 0
    if isinstance(cell, Primary):
        rest = cell.beside - beside
        told.sums.append(Sum(terms, rest + 1, rest + told.threshold - 1))
    elif terms:
        told.sums.append(Sum(terms, cell.low - beside, MOST))
    if where is not None:
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
