"""Years of invented visits as they are drawn: where, on which day, at which time, for what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Final

from app.domain.place import Ask, Location
from app.domain.reference import Kind
from app.domain.visit import Facts, FirstVisit, Interpreter
from app.services.chips import bundled_reference
from tests.desks import NOON

DAYS: Final = 6 * 365
HOURS: Final = range(9, 16)
KINDS: Final = 500
_SHARES: Final = {"pietarsaari": 55, "uusikaarlepyy": 20, "kruunupyy": 20, "romaniportti": 5}
_SUNDAY: Final = 7


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of a location, not a Sunday: of each visit its facts and its minute of the day."""

    location: str
    day: date
    facts: Sequence[Facts]
    minutes: Sequence[int]


def sittings(random: Random, places: Iterable[Location], number: int) -> Iterator[Sitting]:
    """`number` visits of the `DAYS` up to `NOON`, day by day, growing by half over the years.

    The visits of a location are of `KINDS` kinds; the same for the same `random`.
    """
    known = {place.code: [invented_facts(random, place) for _ in range(KINDS)] for place in places}
    slots = [(day, code) for day in _days() for code in known]
    growing = [_SHARES[code] * (1 + at / len(slots) / 2) for at, (_, code) in enumerate(slots)]
    amounts = Counter(random.choices(range(len(slots)), growing, k=number))
    for at, amount in sorted(amounts.items()):
        day, code = slots[at]
        facts = random.choices(known[code], k=amount)
        minutes = random.choices(range(60 * HOURS.start, 60 * HOURS.stop), k=amount)
        yield Sitting(code, day, facts, sorted(minutes))


def invented_facts(random: Random, place: Location) -> Facts:
    """What could be recorded at `place`; few codes are frequent, many are rare."""

    def some(kind: Kind, most: int = 1) -> tuple[str, ...]:
        codes, weights = _weighted(kind)
        return tuple(dict.fromkeys(random.choices(codes, weights, k=random.randint(1, most))))

    return Facts(
        topics=some(Kind.TOPIC, 2),
        outcomes=some(Kind.OUTCOME, 2),
        language=some(Kind.LANGUAGE)[0] if Ask.LANGUAGE in place.asks else None,
        municipality=some(Kind.MUNICIPALITY)[0] if Ask.MUNICIPALITY in place.asks else None,
        channel=some(Kind.CHANNEL)[0],
        interpreter=random.choices(list(Interpreter), (8, 3, 1))[0],
        first_visit=random.choices(list(FirstVisit), (2, 3, 5))[0],
        persons=random.randint(1, 4),
    )


@cache
def _weighted(kind: Kind) -> tuple[list[str], list[float]]:
    codes = list(bundled_reference()[kind])
    return codes, [1 / rank for rank in range(1, len(codes) + 1)]


def _days() -> list[date]:
    back = (NOON.date() - timedelta(days=number) for number in reversed(range(DAYS)))
    return [day for day in back if day.isoweekday() < _SUNDAY]
