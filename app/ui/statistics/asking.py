"""What is asked of the statistics, and how the next question follows from it; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.overview import Wish
from app.domain.periods import Grain, Period, grain_for, stretches
from app.domain.presets import Preset, just_before, presets, same_a_year_before, step

MOST_STRETCHES = 100


class Kind(StrEnum):
    """What the period is made of."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"


class Against(StrEnum):
    """With which period it is compared."""

    NOTHING = "nothing"
    BEFORE = "before"
    YEAR_BEFORE = "year_before"


_THIS = {
    Kind.MONTH: Preset.THIS_MONTH,
    Kind.QUARTER: Preset.THIS_QUARTER,
    Kind.YEAR: Preset.THIS_YEAR,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A period as one chose it, whole; what has not come yet is left out of the question."""

    kind: Kind
    period: Period
    locations: tuple[str, ...] = ()
    against: Against = Against.YEAR_BEFORE
    grain: Grain | None = None

    def until(self, today: date) -> Period:
        """The days that are asked for: those until today."""
        first, last = self.period.first, self.period.last
        return Period(first, min(last, today)) if first <= today else self.period

    def compared(self, today: date) -> Period | None:
        """As many days of the period compared with, None where there is none."""
        asked = self.until(today)
        if self.against is Against.NOTHING:
            return None
        if self.against is Against.YEAR_BEFORE:
            other = same_a_year_before(asked)
        else:
            whole = just_before(self.period)
            last = whole.first + (asked.last - asked.first)
            other = whole if asked == self.period else Period(whole.first, min(last, whole.last))
        return other if other.last < asked.last else None

    def wish(self, today: date) -> Wish:
        """The question itself."""
        asked = self.until(today)
        grain = self.grain if self.grain and fits(asked, self.grain) else None
        return Wish(asked, self.compared(today), self.locations, grain)

    def moved(self, steps: int) -> Asking:
        """So many periods later, or earlier."""
        return replace(self, period=step(self.period, steps))

    def may_go_on(self, today: date) -> bool:
        """Whether the next period has begun."""
        return self.period.first < step(self.period, 1).first <= today

    def of_kind(self, kind: Kind, today: date) -> Asking:
        """The month, quarter or year in which the days that are asked for end."""
        if kind is Kind.FREE:
            return replace(self, kind=kind, period=self.until(today))
        return replace(self, kind=kind, period=presets(self.until(today).last)[_THIS[kind]])

    def of_period(self, period: Period) -> Asking:
        """These days, whatever they are called."""
        return replace(self, kind=kind_of(period), period=period)


def first_question(today: date) -> Asking:
    """The year so far, against the year before."""
    return Asking(Kind.YEAR, presets(today)[Preset.THIS_YEAR])


def kind_of(period: Period) -> Kind:
    """Whether it is a whole month, quarter or year."""
    around = presets(period.first)
    return next((kind for kind, name in _THIS.items() if around[name] == period), Kind.FREE)


def fits(period: Period, grain: Grain) -> bool:
    """Whether so many stretches can be drawn and read."""
    if grain is grain_for(period):
        return True
    count = 0
    for _stretch in stretches(period, grain):
        count += 1
        if count > MOST_STRETCHES:
            return False
    return count > 1
