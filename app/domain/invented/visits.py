"""The invented visits themselves, day by day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from random import Random
from typing import Final
from uuid import UUID

from app.domain.days import from_local
from app.domain.invented.calendar import Period, Sitting, day_before, moments, sittings
from app.domain.invented.facts import Inventor
from app.domain.invented.pattern import Pattern
from app.domain.moment import NOON, when_now
from app.domain.place import Hours
from app.domain.visit import Precision, Source, Visit, When

_EVENING: Final = time(18)
_VOIDED: Final = 0.008


@dataclass(frozen=True, slots=True)
class Setting:
    """Where, when and by whom visits are invented: `until` is the last moment of the period."""

    pattern: Pattern
    hours: Mapping[str, Hours]
    people: Mapping[str, UUID]
    period: Period
    until: datetime
    seed: int

    def random(self, *names: object) -> Random:
        """A generator that depends on the seed and the names alone."""
        return Random(" ".join(map(str, (self.seed, *names))))


def invent(setting: Setting, visits: int) -> Iterator[Visit]:
    """`visits` in the order of their days, the same for the same setting.

    What would fall between `until` and noon of the last day comes to the open day before.
    """
    planned = sittings(
        setting.pattern, setting.hours, setting.period, visits, setting.random("days")
    )
    _cut(setting, planned)
    inventor = Inventor(setting.pattern)
    for sitting in sorted(planned):
        yield from _visits_of(setting, inventor, sitting, planned[sitting])


def _cut(setting: Setting, planned: Counter[Sitting]) -> None:
    """Move the visits of the last day that would come after `until` to the day before."""
    last = setting.period.last
    for sitting in [sitting for sitting in planned if sitting.day == last]:
        late = planned[sitting] - len(_moments(setting, sitting, planned[sitting]))
        before = day_before(setting.hours[sitting.location], setting.period)
        if late and before:
            planned[Sitting(before, sitting.location)] += late


def _moments(setting: Setting, sitting: Sitting, visits: int) -> list[datetime]:
    random = setting.random("times", sitting.location, sitting.day)
    hours, day = setting.hours[sitting.location], sitting.day
    morning = day == setting.period.last
    found = moments(setting.pattern.peaks, hours, day, visits, random, morning=morning)
    return [moment for moment in found if moment <= setting.until]


def _visits_of(
    setting: Setting, inventor: Inventor, sitting: Sitting, visits: int
) -> Iterator[Visit]:
    random = setting.random("visits", sitting.location, sitting.day)
    site = setting.pattern.sites[sitting.location]
    tallied = random.random() < site.tally and sitting.day < setting.period.last
    counted_by = setting.people[site.recorders.draw(random)]
    for moment in _moments(setting, sitting, visits):
        if tallied:
            yield _from_paper(inventor, sitting, counted_by, random)
        else:
            yield _at_the_desk(setting, inventor, sitting.location, moment, random)


def _at_the_desk(
    setting: Setting, inventor: Inventor, location: str, moment: datetime, random: Random
) -> Visit:
    pattern, when = setting.pattern, when_now(moment)
    return Visit(
        identity(moment, random),
        location,
        when,
        Source.DESK,
        inventor.facts(location, when.day, random),
        setting.people[pattern.sites[location].recorders.draw(random)],
        moment,
        void_reason=_void_reason(pattern, random),
    )


def _void_reason(pattern: Pattern, random: Random) -> str | None:
    return pattern.chances["void_reasons"].draw(random) if random.random() < _VOIDED else None


def _from_paper(inventor: Inventor, sitting: Sitting, recorder: UUID, random: Random) -> Visit:
    day = sitting.day
    when = When(from_local(day, NOON), day, None, Precision.DAY)
    facts = inventor.tallied(sitting.location, day, random)
    entered = from_local(day, _EVENING)
    return Visit(
        identity(entered, random), sitting.location, when, Source.TALLY, facts, recorder, entered
    )


def identity(moment: datetime, random: Random) -> UUID:
    """A UUIDv7 (RFC 9562, 5.7) of the moment, with the generator's bits in place of chance."""
    milliseconds = int(moment.timestamp() * 1000)
    high, low = random.getrandbits(12), random.getrandbits(62)
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
