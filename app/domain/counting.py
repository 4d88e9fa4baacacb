"""What one visit adds to the counters (programme line 413, the visitor statistics).

The one place that says which breakdowns are kept: writing, amending and recounting all ask it.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.visit import Facts, Source

NOT_STATED: Final = "-"


class Breakdown(StrEnum):
    """What visits are broken down by, each by location and day or month."""

    TOTAL = "total"
    HOUR = "hour"
    WEEKDAY_HOUR = "weekday_hour"
    MAIN_TOPIC = "main_topic"
    TOPIC = "topic"
    LANGUAGE = "language"
    MUNICIPALITY = "municipality"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    INTERPRETER = "interpreter"
    FIRST_VISIT = "first_visit"
    SOURCE = "source"


def cells(facts: Facts, source: Source) -> Iterator[tuple[Breakdown, str]]:
    """The breakdowns and values in which a visit counts, day and month alike.

    A visit with two topics counts once in each value of `TOPIC` and once in `MAIN_TOPIC`; a fact
    that was not recorded counts under `NOT_STATED`, so that every exclusive breakdown sums to
    `TOTAL`.
    """
    yield Breakdown.TOTAL, ""
    yield Breakdown.MAIN_TOPIC, facts.topics[0]
    yield from ((Breakdown.TOPIC, code) for code in facts.topics)
    yield Breakdown.LANGUAGE, facts.language or NOT_STATED
    yield Breakdown.MUNICIPALITY, facts.municipality or NOT_STATED
    yield Breakdown.CHANNEL, facts.channel
    yield from ((Breakdown.OUTCOME, code) for code in facts.outcomes or (NOT_STATED,))
    yield Breakdown.INTERPRETER, facts.interpreter
    yield Breakdown.FIRST_VISIT, facts.first_visit
    yield Breakdown.SOURCE, source


def hour_value(hour: int | None) -> str:
    """The counter value of a local hour: "09", or `NOT_STATED` when it is not known."""
    return NOT_STATED if hour is None else f"{hour:02}"


def weekday_hour_value(day: date, hour: int | None) -> str:
    """The counter value of weekday by hour: "1-09" is Tuesday at nine (0 = Monday)."""
    return f"{day.weekday()}-{hour_value(hour)}"


def day_cells(facts: Facts, source: Source, hour: int | None) -> Iterator[tuple[Breakdown, str]]:
    """The cells of the day counters."""
    yield from cells(facts, source)
    yield Breakdown.HOUR, hour_value(hour)


def month_cells(
    facts: Facts, source: Source, day: date, hour: int | None
) -> Iterator[tuple[Breakdown, str]]:
    """The cells of the month counters, which keep weekday by hour in place of the hour."""
    yield from cells(facts, source)
    yield Breakdown.WEEKDAY_HOUR, weekday_hour_value(day, hour)
