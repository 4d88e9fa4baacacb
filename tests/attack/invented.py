"""A year of the demonstration's invented visits, as tables."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from app import paths
from app.domain.counting import NOT_STATED, Breakdown, month_cells
from app.domain.days import from_local
from app.domain.disclosure import PUBLISHABLE, At, YearTables
from app.domain.invented.calendar import Period
from app.domain.invented.pattern import pattern_from
from app.domain.invented.visits import Setting, invent
from app.domain.place import Hours, week_from
from app.domain.reference import Kind, reference_from
from app.services.demo import LONGEST, SHORTEST

APART = "romaniportti"
VISITS_A_DAY = 6


def invented_year(visits: int, seed: int = 1, year: int = 2026) -> YearTables:
    """The whole last year of `visits` that end with it, spread as the demonstration's are."""
    last = date(year, 12, 31)
    length = min(max(timedelta(days=visits // VISITS_A_DAY), SHORTEST), LONGEST)
    counts: dict[Breakdown, Counter[At]] = {
        name: Counter() for name in (Breakdown.TOTAL, *PUBLISHABLE)
    }
    for visit in invent(_setting(Period(last - length, last), seed), visits):
        day = visit.when.day
        if day.year == year and visit.void_reason is None:
            for name, value in month_cells(visit.facts, visit.source, day, visit.when.hour):
                if name in counts:
                    counts[name][At(visit.location, day.month, value)] += 1
    portals = tuple(code for code in _data()["locations"] if code != APART)
    apart = sum(count for at, count in counts[Breakdown.TOTAL].items() if at.portal == APART)
    return YearTables(portals, 12, counts, _possible(portals), {APART: apart})


_LISTS = {
    Breakdown.MAIN_TOPIC: Kind.TOPIC,
    Breakdown.LANGUAGE: Kind.LANGUAGE,
    Breakdown.MUNICIPALITY: Kind.MUNICIPALITY,
    Breakdown.CHANNEL: Kind.CHANNEL,
    Breakdown.OUTCOME: Kind.OUTCOME,
}
_ALWAYS = (Breakdown.MAIN_TOPIC, Breakdown.CHANNEL)


def _possible(portals: tuple[str, ...]) -> dict[tuple[Breakdown, str], tuple[str, ...]]:
    reference = reference_from(json.loads(paths.resource("reference", "desk.json").read_text()))
    possible: dict[tuple[Breakdown, str], tuple[str, ...]] = {}
    for portal in portals:
        for breakdown, kind in _LISTS.items():
            not_stated = () if breakdown in _ALWAYS else (NOT_STATED,)
            possible[breakdown, portal] = (*reference[kind], *not_stated)
        possible[Breakdown.WEEKDAY_HOUR, portal] = tuple(_open_hours(portal))
    return possible


def _open_hours(portal: str) -> Iterator[str]:
    week = week_from({"weekly": _data()["locations"][portal]["hours"]}, date(2026, 1, 1))
    assert week is not None
    for weekday, spans in week.days.items():
        yield f"{weekday}-{NOT_STATED}"
        for span in spans:
            yield from (f"{weekday}-{hour:02}" for hour in range(span.opens.hour, span.closes.hour))


def _data() -> dict[str, Any]:
    text = paths.resource("reference", "demonstration.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def _setting(period: Period, seed: int) -> Setting:
    data = _data()
    people = {entry["login"]: UUID(int=number) for number, entry in enumerate(data["people"])}
    hours = {}
    for code, entry in data["locations"].items():
        week = week_from({"weekly": entry["hours"]}, period.first)
        assert week is not None
        hours[code] = Hours((week,))
    until = from_local(period.last, time(23))
    return Setting(pattern_from(data), hours, people, period, until, seed)
