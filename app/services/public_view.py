"""What the Statistics tab shows in public mode, and what is handed out from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.counting import NOT_STATED, Breakdown
from app.domain.disclosure.publications import Publications, together
from app.domain.figures import Dimension, Question
from app.domain.hidden import Count, least
from app.domain.open_days import open_days, open_hours
from app.domain.overview import Wish
from app.domain.periods import Grain, Period, label, stretches
from app.domain.public import FACTS, GRAINS, PublicBar, PublicRow, PublicView, breakdown_of
from app.services import places, publishing
from app.services.public_figures import asked_for, clock_cell
from app.services.threshold import threshold
from app.services.unit import Unit


def public_view(unit: Unit, wish: Wish, dimension: Dimension) -> PublicView:
    """All of it, by month unless `wish.grain` says quarter or year.

    Errors: `no_right`, `location_unknown`, and those of `public.breakdown_of`.
    """
    breakdown_of(Question(wish.period, (dimension,)), unit.today)
    portals, apart = asked_for(unit, wish.locations)
    compared = (wish.compared,) if wish.compared else ()
    told = publishing.publications(unit, wish.period, *compared)
    sides = _Sides(told, portals, wish.period, wish.compared)
    clock = {
        clock_cell(value): count
        for value in told.values(Breakdown.WEEKDAY_HOUR)
        if (count := told.count(Breakdown.WEEKDAY_HOUR, portals, wish.period, value)) != 0
    }
    hours = {code: places.hours(unit, code) for code in portals}
    grain = wish.grain if wish.grain in GRAINS else Grain.MONTH
    assert grain is not None
    return PublicView(
        period=wish.period,
        compared=wish.compared,
        locations=(*portals, *apart),
        grain=grain,
        thresholds=_thresholds(told, unit, wish.period, *compared),
        visits=sides.now(None),
        before=sides.past(None),
        open_days=_open_days(unit, portals, wish.period),
        open_days_before=_open_days(unit, portals, wish.compared) if wish.compared else None,
        bars=tuple(sides.bars(grain)),
        places=tuple(sides.of(code).row(code) for code in portals),
        topics=sides.rows(Dimension.TOPIC),
        clock={(day, hour): count for (day, hour), count in clock.items() if hour is not None},
        no_hour=together([count for (_day, hour), count in clock.items() if hour is None]),
        open_hours=open_hours(hours, wish.period),
        dimension=dimension,
        rows=sides.rows(dimension),
        romaniportti=told.apart(apart[0], wish.period) if apart else None,
        romaniportti_before=told.apart(apart[0], wish.compared)
        if apart and wish.compared
        else None,
        late=publishing.corrected_since(unit, wish.period),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two periods of the portals asked for."""

    told: Publications
    portals: tuple[str, ...]
    period: Period
    compared: Period | None

    def of(self, code: str) -> "_Sides":
        """One of the portals."""
        return _Sides(self.told, (code,), self.period, self.compared)

    def now(self, breakdown: Breakdown | None, value: str = "") -> Count:
        return self.told.count(breakdown, self.portals, self.period, value)

    def past(self, breakdown: Breakdown | None, value: str = "") -> Count | None:
        if self.compared is None:
            return None
        return self.told.count(breakdown, self.portals, self.compared, value)

    def row(self, code: str) -> PublicRow:
        return PublicRow(code, self.now(None), self.past(None))

    def rows(self, dimension: Dimension) -> tuple[PublicRow, ...]:
        """Most first as far as is told, what was not recorded last."""
        breakdown = FACTS[dimension]
        found = [
            PublicRow(
                None if value == NOT_STATED else value,
                self.now(breakdown, value),
                self.past(breakdown, value),
            )
            for value in self.told.values(breakdown)
        ]
        kept = [row for row in found if row.visits != 0 or row.before not in (0, None)]
        return tuple(sorted(kept, key=lambda row: (row.code is None, -least(row.visits))))

    def bars(self, grain: Grain) -> Iterator[PublicBar]:
        parts = list(stretches(self.period, grain))
        past = list(stretches(self.compared, grain)) if self.compared else []
        for number, part in enumerate(parts):
            before = None
            if number < len(past):
                before = self.told.count(None, self.portals, past[number])
            yield PublicBar(
                label(grain, part.first),
                {code: self.told.count(None, (code,), part) for code in self.portals},
                self.told.count(None, self.portals, part),
                before,
            )


def _open_days(unit: Unit, portals: tuple[str, ...], period: Period) -> int | None:
    """None where the hours of a portal are not known for some day."""
    hours = {code: places.hours(unit, code) for code in portals}
    days = open_days(hours, {}, period, unit.today)
    return None if days.unknown else days.days


def _thresholds(told: Publications, unit: Unit, *periods: Period) -> dict[int, int]:
    """By calendar year; a year without visits has the one that holds now."""
    numbers = {number for one in periods for number in range(one.first.year, one.last.year + 1)}
    now = threshold(unit)
    return {
        number: told.years[number].threshold if number in told.years else now
        for number in sorted(numbers)
    }
