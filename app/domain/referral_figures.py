"""Referrals counted, for use within the unit only: by kind, authority, outcome, place and time.

The three portals make one sum; Romaniportti is a line of its own and in no sum.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.errors import Refused
from app.domain.periods import Grain, Period, label
from app.domain.referral import EXPIRES_AFTER, State


class By(StrEnum):
    """What referrals can be counted by; `TARGET` is the service where it may be named."""

    LOCATION = "location"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CATEGORY = "category"
    TARGET = "target"
    STATE = "state"
    WHY = "why"


_GRAINS: Final = {By(grain.value): grain for grain in Grain}


@dataclass(frozen=True, slots=True)
class ReferralQuestion:
    """The days of the slips, both counted, what to count by, and where (empty: everywhere).

    Errors: `dimension_twice`, `one_grain`.
    """

    period: Period
    by: tuple[By, ...] = (By.CATEGORY, By.TARGET, By.STATE)
    locations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.by)) < len(self.by):
            raise Refused("dimension_twice")
        if sum(one in _GRAINS for one in self.by) > 1:
            raise Refused("one_grain")


@dataclass(frozen=True, slots=True)
class Alike:
    """Referrals of one day that are alike, and how many they are."""

    location: str
    day: date
    category: str
    target: str | None
    state: State
    why: str | None
    referrals: int

    def value(self, by: By, today: date) -> str | None:
        """Its value in a dimension, as it stands `today`."""
        if by in _GRAINS:
            return label(_GRAINS[by], self.day)
        if by is By.STATE and self.state is State.ISSUED and today - self.day > EXPIRES_AFTER:
            return State.EXPIRED
        found: str | None = getattr(self, by.value)
        return found


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A value for each dimension, None where it is not known or not named, and how many."""

    values: tuple[str | None, ...]
    referrals: int


@dataclass(frozen=True, slots=True)
class ReferralFigures:
    """The answer. Without the location among `by` the lines are sums of the three portals.

    `portals` is their total, `romaniportti` that of the location apart (None: not asked).
    """

    question: ReferralQuestion
    by: tuple[By, ...]
    lines: tuple[ReferralLine, ...]
    portals: int
    romaniportti: int | None


def referral_figures(
    question: ReferralQuestion,
    found: Iterable[Alike],
    locations: Sequence[str],
    apart: Collection[str],
    today: date,
) -> ReferralFigures:
    """The answer of what was `found` at the `locations` asked for, of which some stand `apart`."""
    by = question.by
    if set(locations) <= set(apart) and By.LOCATION not in by:
        by = (By.LOCATION, *by)
    sums: Counter[tuple[str | None, ...]] = Counter()
    totals: Counter[bool] = Counter()
    for alike in found:
        is_apart = alike.location in apart
        totals[is_apart] += alike.referrals
        if By.LOCATION in by or not is_apart:
            sums[tuple(alike.value(one, today) for one in by)] += alike.referrals
    lines = [ReferralLine(values, count) for values, count in sums.items() if by]
    return ReferralFigures(
        question,
        by,
        tuple(sorted(lines, key=lambda line: _rank(by, line.values, locations))),
        totals[False],
        totals[True] if set(apart) & set(locations) else None,
    )


def _rank(
    by: Sequence[By], values: Sequence[str | None], locations: Sequence[str]
) -> list[tuple[bool, int, str]]:
    """Locations in the order given, states as they follow each other, what is not known last."""
    order = {By.LOCATION: list(locations), By.STATE: [str(state) for state in State]}
    return [
        (value is None, order[one].index(value) if one in order and value else 0, value or "")
        for one, value in zip(by, values, strict=True)
    ]
