"""The unit's threshold of public figures, for all years of which nothing was handed out yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.roles import Right
from app.domain.threshold import DEFAULT, checked_threshold
from app.services.unit import Changes, Unit
from app.store.models import SettingRow
from app.store.queries import publishing as queries

NAME: Final = "statistics.threshold"
_ALL_MONTHS: Final = (101, 999912)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What holds from now on, and what the years keep that were handed out, by calendar year."""

    now: int
    kept: Mapping[int, int]


def threshold(unit: Unit) -> int:
    """The least number that is told of a year of which nothing was handed out yet."""
    row = unit.session.get(SettingRow, NAME)
    return DEFAULT if row is None else int(row.value)


def thresholds(unit: Unit) -> Thresholds:
    """All of them. Errors: `no_right`."""
    unit.demand(Right.STATISTICS_PUBLIC)
    found = unit.connection.execute(queries.months(*_ALL_MONTHS))
    kept = {month // 100: kept_with for _location, month, kept_with, _at in found}
    return Thresholds(threshold(unit), dict(sorted(kept.items())))


def set_threshold(unit: Unit, n: int) -> int:
    """Let another number hold; the one that held before.

    A year that was handed out keeps its own until its corrections are let in.
    Errors: `no_right`, `threshold_out_of_range`.
    """
    unit.demand(Right.STATISTICS_INTERNAL)
    before = threshold(unit)
    if checked_threshold(n) != before:
        unit.session.merge(SettingRow(name=NAME, value=n))
        unit.log("statistics.threshold", n)
        unit.changes |= Changes.SETTINGS
    return before
