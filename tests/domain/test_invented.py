"""Invented visits: as many as wished, in open time, and always the same."""

import json
from collections import Counter
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app import paths
from app.domain.days import from_local, local, local_day
from app.domain.invented.calendar import Period
from app.domain.invented.pattern import pattern_from
from app.domain.invented.visits import Setting, invent
from app.domain.place import ExceptionalDay, Hours, week_from
from app.domain.visit import Precision, Source, Visit

DATA = json.loads(paths.resource("reference", "demonstration.json").read_text("utf-8"))
PEOPLE = {entry["login"]: UUID(int=number) for number, entry in enumerate(DATA["people"])}
NOON = time(12)


def setting(seed: int, last: date, days: int, until: datetime | None = None) -> Setting:
    """A setting whose locations are closed on the day before the last, but for Romaniportti."""
    first = last - timedelta(days=days)
    hours = {}
    for code, entry in DATA["locations"].items():
        week = week_from({"weekly": entry["hours"]}, first)
        assert week is not None
        closed = ExceptionalDay(last - timedelta(days=1), ())
        hours[code] = Hours((week,), (closed,) if code != "romaniportti" else ())
    until = until or from_local(last, NOON)
    return Setting(pattern_from(DATA), hours, PEOPLE, Period(first, last), until, seed)


def in_open_time(visit: Visit, hours: Hours) -> bool:
    spans = hours.on(visit.when.day) or ()
    at = local(visit.when.moment).time()
    return bool(spans) and (
        visit.when.precision is Precision.DAY or any(one.opens <= at < one.closes for one in spans)
    )


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(),
    last=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    days=st.integers(30, 400),
    number=st.integers(0, 300),
    hour=st.integers(0, 23),
)
def test_any_wish_is_fulfilled(seed: int, last: date, days: int, number: int, hour: int) -> None:
    until = min(from_local(last, time(hour)), from_local(last, NOON))
    wish = setting(seed, last, days, until)
    made = list(invent(wish, number))
    assert made == list(invent(wish, number))
    assert len(made) == len({visit.id for visit in made}) == number
    for visit in made:
        assert in_open_time(visit, wish.hours[visit.location])
        assert visit.when.moment <= until or visit.when.day < last
        assert visit.recorded_at <= until
        assert visit.id.version == 7
        milliseconds = visit.id.int >> 80
        assert milliseconds == int(visit.recorded_at.timestamp() * 1000)


def test_another_seed_makes_other_visits() -> None:
    last = date(2026, 11, 24)
    one, other = (list(invent(setting(seed, last, 90), 50)) for seed in (1, 2))
    assert {visit.id for visit in one}.isdisjoint(visit.id for visit in other)


def test_the_morning_moves_what_has_not_come_yet_to_the_day_before() -> None:
    last = date(2026, 11, 24)
    morning = from_local(last, time(10, 30))
    noon = Counter(local_day(visit.recorded_at) for visit in invent(setting(7, last, 60), 600))
    early = setting(7, last, 60, morning)
    by_then = Counter(local_day(visit.recorded_at) for visit in invent(early, 600))
    assert 0 < by_then[last] < noon[last]
    assert sum(by_then.values()) == sum(noon.values()) == 600
    changed = {day for day in noon | by_then if noon[day] != by_then[day]}
    assert min(changed) >= last - timedelta(days=7)


def test_amounts_are_those_of_a_small_info_point() -> None:
    last = date(2026, 11, 24)
    made = list(invent(setting(7, last, 500), 3000))
    places = Counter(visit.location for visit in made)
    assert places.most_common(1)[0][0] == "pietarsaari"
    assert set(places) == set(DATA["locations"])
    monday, friday = (sum(one.when.day.weekday() == day for one in made) for day in (0, 4))
    assert monday > friday
    july, august = (sum(one.when.day.month == month for one in made) for month in (7, 8))
    assert july < august
    tallied = [visit for visit in made if visit.source is Source.TALLY]
    assert tallied
    assert {(visit.when.hour, visit.when.precision) for visit in tallied} == {(None, Precision.DAY)}
    assert any(visit.void_reason for visit in made)
    roma = [visit for visit in made if visit.location == "romaniportti"]
    assert {(visit.facts.language, visit.facts.municipality) for visit in roma} == {(None, None)}
