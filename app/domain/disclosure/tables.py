"""The exact numbers of a calendar year, from which the publishable ones are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from app.domain.counting import Breakdown

PUBLISHABLE: Final = (
    Breakdown.MAIN_TOPIC,
    Breakdown.LANGUAGE,
    Breakdown.MUNICIPALITY,
    Breakdown.CHANNEL,
    Breakdown.OUTCOME,
    Breakdown.WEEKDAY_HOUR,
)


class At(NamedTuple):
    """Where a count belongs; the value is empty for a total."""

    portal: str
    month: int
    value: str = ""


Part = tuple[str, int]
"""A portal and a month."""


class HandOut(NamedTuple):
    """What was handed out for the first time when so many months of the year had ended."""

    months: int
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class YearTables:
    """Visits by portal, month (1 to `months`, the last that has ended) and value.

    `counts` has `TOTAL` and every breakdown of `PUBLISHABLE`; what is missing is 0. `possible`
    lists for each breakdown and portal what anybody knows to be possible there, whether it
    occurred or not: the codes that the desk offers, the hours of the days that are open. `apart`
    are the visits of the whole year at locations that are in no sum. `handed_out` is what has been
    published before, in the order of time; all else is published now.

    Errors: ValueError where fewer than two values are possible, so that a total gives its only
    value away.
    """

    portals: tuple[str, ...]
    months: int
    counts: Mapping[Breakdown, Mapping[At, int]]
    possible: Mapping[tuple[Breakdown, str], tuple[str, ...]]
    apart: Mapping[str, int] = field(default_factory=dict)
    handed_out: tuple[HandOut, ...] = ()

    def __post_init__(self) -> None:
        for portal in self.portals:
            for breakdown in PUBLISHABLE:
                if len(set(self.possible[breakdown, portal])) < 2:
                    raise ValueError(f"fewer than two values of {breakdown} at {portal}")

    def of(self, breakdown: Breakdown, portal: str) -> dict[tuple[int, str], int]:
        """What is not 0 at a portal, by month and value, up to the last ended month."""
        return {
            (at.month, at.value): count
            for at, count in self.counts.get(breakdown, {}).items()
            if at.portal == portal and at.month <= self.months and count
        }

    def values_of(self, breakdown: Breakdown) -> tuple[str, ...]:
        """All values that are possible or occurred, in the order of their codes."""
        found = {value for each in self.portals for _, value in self.of(breakdown, each)}
        listed = {value for each in self.portals for value in self.possible[breakdown, each]}
        return tuple(sorted(found | listed))
