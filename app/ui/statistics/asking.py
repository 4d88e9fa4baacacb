"""What is asked of the statistics, and how the next question follows from it; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.overview import Wish
from app.domain.periods import Grain, Period, grain_for, stretches
from app.domain.presets import Preset, beginning, just_before, presets, same_a_year_before, step
from app.domain.public import GRAINS, last_ended, until_ended

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
    """A period as one chose it, whole; what has not come yet is left out of the question.

    Public unless `internal`: then it is a month, a quarter or a year, and what counts are its
    months that have ended.
    """

    kind: Kind
    period: Period
    locations: tuple[str, ...] = ()
    against: Against = Against.YEAR_BEFORE
    grain: Grain | None = None
    internal: bool = False

    def until(self, today: date) -> Period:
        """The days that are asked for: those until today, in public the months that have ended."""
        if not self.internal:
            return until_ended(self.period, today) or self.period
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
            other = whole if asked == self.period else beginning(whole, asked)
        return other if other.last < asked.last else None

    def wish(self, today: date) -> Wish:
        """The question itself."""
        asked = self.until(today)
        grain = self.grain if self.grain in self.grains() and fits(asked, self.grain) else None
        return Wish(asked, self.compared(today), self.locations, grain)

    def grains(self) -> tuple[Grain, ...]:
        """By what stretches of time may be asked."""
        return tuple(Grain) if self.internal else GRAINS

    def moved(self, steps: int) -> Asking:
        """So many periods later, or earlier."""
        return replace(self, period=step(self.period, steps))

    def may_go_on(self, today: date) -> bool:
        """Whether the next period has begun, in public whether a month of it has ended."""
        following = step(self.period, 1)
        last = today if self.internal else last_ended(today)
        return self.period.first < following.first <= last

    def of_kind(self, kind: Kind, today: date) -> Asking:
        """The month, quarter or year in which the days that are asked for end."""
        if kind is Kind.FREE:
            return replace(self, kind=kind, period=self.until(today))
        return replace(self, kind=kind, period=presets(self.until(today).last)[_THIS[kind]])

    def of_period(self, period: Period) -> Asking:
        """These days, whatever they are called."""
        return replace(self, kind=kind_of(period), period=period)

    def may_be(self, period: Period, today: date) -> bool:
        """Whether a period with a name can be asked for."""
        public = kind_of(period) is not Kind.FREE and period.first <= last_ended(today)
        return self.internal or public

    def of_mode(self, internal: bool, today: date) -> Asking:
        """The same in the other mode, in public the period in which its last ended month is."""
        if internal:
            return replace(self, internal=True)
        kind = Kind.YEAR if self.kind is Kind.FREE else self.kind
        last = min(self.until(today).last, last_ended(today))
        return replace(self, internal=False, kind=kind, period=presets(last)[_THIS[kind]])


def first_question(today: date, internal: bool = False) -> Asking:
    """The year so far, against the year before; in public the year of the last ended month."""
    last = today if internal else last_ended(today)
    return Asking(Kind.YEAR, presets(last)[Preset.THIS_YEAR], internal=internal)


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
