"""A desk with visits of every kind, and the same visits beside it to count them again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from app.domain.days import local
from app.domain.figures import Amount, Dimension
from app.domain.periods import Grain, Period, label
from app.domain.visit import Facts, FirstVisit, Interpreter, Precision, Source, Visit, When
from app.services import visits
from app.services.unit import Desk
from app.store import counters
from app.store.visits import insert_visits

D = Dimension
PORTALS: Final = ("pietarsaari", "uusikaarlepyy", "kruunupyy")
ROMA: Final = "romaniportti"
FIRST_DAY: Final = datetime(2025, 11, 20, tzinfo=UTC)
FACTS: Final[dict[Dimension, Callable[[Visit], Iterable[object]]]] = {
    D.LANGUAGE: lambda one: [one.facts.language],
    D.MUNICIPALITY: lambda one: [one.facts.municipality],
    D.CHANNEL: lambda one: [one.facts.channel],
    D.OUTCOME: lambda one: one.facts.outcomes or [None],
    D.INTERPRETER: lambda one: [one.facts.interpreter],
    D.FIRST_VISIT: lambda one: [one.facts.first_visit],
    D.SOURCE: lambda one: [one.source],
    D.TOPIC: lambda one: [one.facts.topics[0]],
    D.ANY_TOPIC: lambda one: one.facts.topics,
    D.HOUR: lambda one: [one.when.hour],
    D.WEEKDAY: lambda one: [one.when.day.isoweekday()],
    D.MONTH: lambda one: [label(Grain.MONTH, one.when.day)],
    D.LOCATION: lambda one: [one.location],
}


def some_visits(desk: Desk, amount: int) -> list[Visit]:
    """Visits of every kind over a year, a third of them from the waiting line."""
    chance = Random(11)
    return [_visit(desk, chance) for _ in range(amount)]


def _visit(desk: Desk, chance: Random) -> Visit:
    at = FIRST_DAY + timedelta(minutes=chance.randrange(60 * 24 * 368))
    here, source = local(at), chance.choice((Source.DESK, Source.DESK, Source.TALLY))
    location = chance.choice((*PORTALS, ROMA))
    asked = location in PORTALS and chance.random() < 0.8
    facts = Facts(
        topics=tuple(chance.sample(("benefits", "letter", "housing"), chance.randint(1, 2))),
        outcomes=tuple(chance.sample(("informed", "referred"), chance.randint(0, 2))),
        language=chance.choice(("ar", "uk")) if asked else None,
        municipality=chance.choice(("luoto", "pedersore")) if asked else None,
        interpreter=chance.choice(list(Interpreter)),
        first_visit=chance.choice(list(FirstVisit)),
        persons=chance.randint(1, 6),
    )
    known = source is Source.DESK and chance.random() < 0.9
    precision = Precision.EXACT if known else Precision.DAY
    when = When(at, here.date(), here.hour if known else None, precision)
    made = Visit(visits.new_id(), location, when, source, facts, desk.actor.staff_id, at)
    return _waited(made, chance) if known and chance.random() < 0.4 else made


def _waited(visit: Visit, chance: Random) -> Visit:
    arrived = visit.when.moment.replace(microsecond=0)
    served = arrived + timedelta(seconds=chance.randrange(2000))
    done = served + timedelta(seconds=chance.randrange(2000))
    called = chance.random() < 0.9
    return replace(
        visit,
        arrived_at=arrived,
        served_at=served if called else None,
        done_at=done,
        closed_by_day_end=chance.random() < 0.1,
    )


class Kept:
    """A desk, and the visits in its store that count."""

    def __init__(self, desk: Desk, counting: list[Visit]) -> None:
        self.desk = desk
        self.counting = counting

    def within(self, period: Period, locations: Iterable[str]) -> list[Visit]:
        return [
            one
            for one in self.counting
            if period.first <= one.when.day <= period.last and one.location in locations
        ]


def kept_at(desk: Desk) -> Kept:
    """300 visits of a year, a few of them voided since."""
    new = some_visits(desk, 300)
    with desk.write() as unit:
        insert_visits(unit.connection, new)
        counters.move(unit.connection, counters.counted(new))
    with desk.write() as unit:
        for one in new[::30]:
            visits.void(unit, one.id, "mistake")
    return Kept(desk, [one for number, one in enumerate(new) if number % 30])


def amount(found: Iterable[Visit]) -> Amount:
    """The visits counted one by one."""
    return sum((Amount(1, one.facts.persons) for one in found), Amount())
