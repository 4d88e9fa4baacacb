"""Visitor statistics that anybody may read, as values: what may be asked, and the answer.

A fixed list of tables over whole months that have ended, each number past the disclosure step
(`app.domain.disclosure`). Persons, interpreters, waiting times and days are not among them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.counting import Breakdown
from app.domain.errors import Refused
from app.domain.figures import Dimension, Question, Value
from app.domain.hidden import Count, Hidden
from app.domain.periods import Grain, Period, cut

CLOCK: Final = frozenset({Dimension.WEEKDAY, Dimension.HOUR})
GRAINS: Final = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
FACTS: Final = {
    Dimension.TOPIC: Breakdown.MAIN_TOPIC,
    Dimension.LANGUAGE: Breakdown.LANGUAGE,
    Dimension.MUNICIPALITY: Breakdown.MUNICIPALITY,
    Dimension.CHANNEL: Breakdown.CHANNEL,
    Dimension.OUTCOME: Breakdown.OUTCOME,
}


def last_ended(today: date) -> date:
    """The last day of the last month that has ended."""
    return today.replace(day=1) - timedelta(days=1)


def until_ended(period: Period, today: date) -> Period | None:
    """The whole months of a period that have ended, None where there are none."""
    last = last_ended(today)
    if period.first > last:
        return None
    return cut(Period(period.first, min(period.last, last))).months


def breakdown_of(question: Question, today: date) -> Breakdown | None:
    """The published table that answers, None for the totals.

    Errors: `public_months` (not whole months), `public_not_ended` (last), `public_by`.
    """
    if cut(question.period).months != question.period:
        raise Refused("public_months")
    if question.period.last > last_ended(today):
        raise Refused("public_not_ended", last=last_ended(today))
    facts = question.facts
    if question.grain not in (None, *GRAINS) or not (
        len(facts) <= 1 <= len(facts & FACTS.keys()) or facts in (frozenset(), CLOCK)
    ):
        raise Refused("public_by")
    if facts == CLOCK:
        return Breakdown.WEEKDAY_HOUR
    return next((FACTS[one] for one in facts), None)


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A value for each dimension, as in `figures.Line`, and how many visits."""

    values: tuple[Value, ...]
    visits: Count


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """The answer to a question; lines without visits are left out.

    `portals` is the sum of those asked for. `romaniportti` is None where it was not asked for or
    the period is not made of whole years: it has one number a year.
    """

    question: Question
    by: tuple[Dimension, ...]
    lines: tuple[PublicLine, ...]
    portals: Count
    romaniportti: Count | None

    def hidden(self) -> dict[str, int]:
        """How many cells are hidden, primary and complementary."""
        cells = [*(line.visits for line in self.lines), self.portals, self.romaniportti]
        kinds = [cell.kind for cell in cells if isinstance(cell, Hidden)]
        return {kind: kinds.count(kind) for kind in ("primary", "complementary")}


@dataclass(frozen=True, slots=True)
class PublicBar:
    """One stretch of time: visits by portal, in all, and in all in the compared period."""

    label: str
    visits: Mapping[str, Count]
    together: Count
    before: Count | None


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One value of a breakdown; `code` None is what was not recorded."""

    code: Value
    visits: Count
    before: Count | None


@dataclass(frozen=True, slots=True)
class PublicView:
    """All that the Statistics tab shows of a period in public mode.

    `locations` are those asked for, Romaniportti last. `clock` maps (weekday 1 to 7, hour) to
    visits, `no_hour` are those whose hour is not known, `open_hours` as in `overview.Overview`.
    `open_days` counts a day once for each portal that was open on it, None where the hours of one
    are not known. `romaniportti` is None where it was not asked for or the period is not made of
    whole years. `rows` are by `dimension`. `thresholds` maps each calendar year to the least number
    that is told of it. `late` are months (their first days) that were corrected after their numbers
    had been handed out; what is shown is what was handed out.
    """

    period: Period
    compared: Period | None
    locations: tuple[str, ...]
    grain: Grain
    thresholds: Mapping[int, int]
    visits: Count
    before: Count | None
    open_days: int | None
    open_days_before: int | None
    bars: tuple[PublicBar, ...]
    places: tuple[PublicRow, ...]
    topics: tuple[PublicRow, ...]
    clock: Mapping[tuple[int, int], Count]
    no_hour: Count
    open_hours: frozenset[tuple[int, int]]
    dimension: Dimension
    rows: tuple[PublicRow, ...]
    romaniportti: Count | None
    romaniportti_before: Count | None
    late: tuple[date, ...] = ()

    def counts(self) -> Iterator[Count]:
        """Every number that is shown."""
        yield self.visits
        for bar in self.bars:
            yield from (*bar.visits.values(), bar.together)
        for row in (*self.places, *self.topics, *self.rows):
            yield row.visits
        yield from self.clock.values()
