"""What the invented visits follow: the contents of `demonstration.json` as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.invented.chance import Chance, Weights


@dataclass(frozen=True, slots=True)
class Site:
    """What is usual at one location; `share` is its part of all visits, in per cent.

    `tally` is how likely the visits of a whole day are entered from a paper list.
    """

    share: float
    notes: bool
    tally: float
    recorders: Chance
    languages: Chance
    municipalities: Chance
    topics: Weights


@dataclass(frozen=True, slots=True)
class Peaks:
    """How much busier some times are than others; 1 is an ordinary one."""

    weekdays: tuple[float, ...]
    months: tuple[float, ...]
    first_days: float
    after_closed: float
    first_half_hour: float
    last_half_hour: float
    lunch: float


@dataclass(frozen=True, slots=True)
class Pattern:
    """All that the invented visits follow; the weights' names are the codes of the desk."""

    sites: Mapping[str, Site]
    peaks: Peaks
    topics_by_month: Mapping[str, Weights]
    topics_on_first_days: Weights
    topics_by_language: Mapping[str, Weights]
    topics_together: Mapping[str, Chance]
    outcomes: Weights
    outcomes_by_topic: Mapping[str, Weights]
    chances: Mapping[str, Chance]


_CHANCES = (
    "channels",
    "topic_count",
    "outcome_count",
    "interpreter",
    "first_visit",
    "first_visit_arriving",
    "persons",
    "notes",
    "void_reasons",
)


def pattern_from(data: Mapping[str, Any]) -> Pattern:
    """The pattern from the contents of `demonstration.json`."""
    return Pattern(
        sites={code: _site(entry) for code, entry in data["locations"].items()},
        peaks=_peaks(data),
        topics_by_month=data["topics_by_month"],
        topics_on_first_days=data["topics_on_first_days"],
        topics_by_language=data["topics_by_language"],
        topics_together={code: Chance(some) for code, some in data["topics_together"].items()},
        outcomes=data["outcomes"],
        outcomes_by_topic=data["outcomes_by_topic"],
        chances={name: Chance(data[name]) for name in _CHANCES},
    )


def _site(entry: Mapping[str, Any]) -> Site:
    return Site(
        entry["share"],
        entry["notes"],
        entry["tally"],
        Chance(entry["recorders"]),
        Chance(entry["languages"]),
        Chance(entry["municipalities"]),
        entry["topics"],
    )


def _peaks(data: Mapping[str, Any]) -> Peaks:
    return Peaks(
        tuple(data["weekdays"]),
        tuple(data["months"]),
        data["first_days"],
        data["after_closed"],
        data["first_half_hour"],
        data["last_half_hour"],
        data["lunch"],
    )
