"""Every number of an overview agrees with the visits themselves, and with every other number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.figures import Amount, Dimension
from app.domain.overview import KeyFigures, OpenDays, Overview, Row, Share, Wish
from app.domain.periods import Grain, Period
from app.domain.place import ExceptionalDay, Span, Week
from app.domain.presets import same_a_year_before
from app.domain.roles import Role
from app.domain.visit import Interpreter, Source
from app.services import places, visits
from app.services.overview import breakdown, cross, overview, rows_since
from app.services.unit import Desk
from tests.desks import NOON, colleague, visit
from tests.kept import FACTS, PORTALS, ROMA, Kept, amount, kept_at

D = Dimension
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
BY_FACT = [by for by in FACTS if by not in (D.MONTH, D.LOCATION)]


@pytest.fixture
def kept(desk: Desk) -> Kept:
    return kept_at(desk)


def asked(desk: Desk, wish: Wish) -> Overview:
    with desk.read() as unit:
        return overview(unit, wish)


def whole(rows: Iterable[Row]) -> Amount:
    return sum((row.amount for row in rows), Amount())


def sum_of_bars(answer: Overview, codes: Iterable[str]) -> int:
    return sum(bar.visits[code] for bar in answer.bars for code in codes)


def middle(spans: Iterable[timedelta]) -> timedelta | None:
    seconds = [span.total_seconds() for span in spans]
    return timedelta(seconds=median(seconds)) if seconds else None


def check_against_visits(answer: Overview, kept: Kept, chosen: set[str]) -> None:
    """Key figures, bars, topics and clock, each from the visits themselves."""
    portals = [code for code in PORTALS if code in chosen]
    found, now = kept.within(answer.period, portals), answer.now
    assert now.amount == amount(found) == whole(answer.topics)
    assert now.amount.visits == sum_of_bars(answer, portals)
    assert now.amount.visits == sum(answer.clock.values()) + now.no_hour
    assert now.no_hour == sum(one.when.hour is None for one in found)
    assert now.listed == sum(one.source is Source.TALLY for one in found)
    needed = [one.facts.interpreter for one in found]
    got = needed.count(Interpreter.USED)
    assert now.interpreter == Share(got, got + needed.count(Interpreter.NOT_GOT))
    clock = Counter((one.when.day.isoweekday(), one.when.hour) for one in found)
    assert answer.clock == {cell: clock[cell] for cell in clock if cell[1] is not None}
    timed = [one for one in found if one.served_at and not one.closed_by_day_end]
    assert now.median_wait == middle(one.served_at - one.arrived_at for one in timed)  # type: ignore[operator]
    assert now.median_service == middle(one.done_at - one.served_at for one in timed)  # type: ignore[operator]


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    def period() -> Period:
        first = draw(st.dates(date(2025, 11, 1), date(2026, 12, 20)))
        return Period(first, first + timedelta(days=draw(st.integers(0, 420))))

    chosen = draw(st.sets(st.sampled_from((*PORTALS, ROMA))))
    compared = period() if draw(st.booleans()) else None
    grain = draw(st.none() | st.sampled_from(Grain))
    return Wish(period(), compared, tuple(sorted(chosen)), grain)


def test_whole_equals_portals_topics_and_clock_for_any_period(kept: Kept) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.nested_given])
    @given(wishes())
    def check(wish: Wish) -> None:
        answer = asked(kept.desk, wish)
        chosen = set(wish.locations) or {*PORTALS, ROMA}
        check_against_visits(answer, kept, chosen)
        if ROMA in chosen:
            apart = amount(kept.within(wish.period, [ROMA]))
            assert answer.romaniportti == apart
            assert sum_of_bars(answer, [ROMA]) == apart.visits
        else:
            assert answer.romaniportti is None
            assert answer.romaniportti_days is None

    check()


def test_the_compared_side_is_the_same_question_asked_alone(kept: Kept) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.nested_given])
    @given(wishes(), st.sampled_from(BY_FACT))
    def check(wish: Wish, dimension: Dimension) -> None:
        compared = wish.compared or same_a_year_before(wish.period)
        both = asked(kept.desk, replace(wish, compared=compared))
        alone = asked(kept.desk, replace(wish, period=compared, compared=None, grain=both.grain))
        assert (both.before, both.romaniportti_before) == (alone.now, alone.romaniportti)
        portals = [code for code in both.locations if code != ROMA]
        sums: list[int | None] = [sum(bar.visits[c] for c in portals) for bar in alone.bars]
        sums += [None] * len(both.bars)
        assert [bar.before for bar in both.bars] == sums[: len(both.bars)]
        assert before(both.topics) == {row.code: row.amount for row in alone.topics}
        with kept.desk.read() as unit:
            rows = breakdown(unit, replace(wish, compared=compared), dimension)
            rows_alone = breakdown(unit, Wish(compared, None, wish.locations), dimension)
        assert before(rows) == {row.code: row.amount for row in rows_alone}
        assert all(row.before is None for row in rows_alone)

    check()


def before(rows: Iterable[Row]) -> dict[object, Amount]:
    return {row.code: row.before for row in rows if row.before and row.before.visits}


def test_an_overview_tells_how_far_it_is(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    with desk.read() as unit:
        overview(unit, Wish(YEAR, same_a_year_before(YEAR)), lambda *part: told.append(part))
    assert told == [(1, 2), (2, 2)]


def test_romaniportti_is_in_no_sum(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit("letter", persons=2))
        visits.record(unit, visit("housing", location=ROMA, persons=3))
    answer = asked(desk, Wish(YEAR))
    assert (answer.now.amount, answer.romaniportti) == (Amount(1, 2), Amount(1, 3))
    assert [row.code for row in answer.topics] == ["letter"]
    assert answer.clock == {(2, 12): 1}
    assert [bar.visits[ROMA] for bar in answer.bars if any(bar.visits.values())] == [1]
    alone = asked(desk, Wish(YEAR, None, (ROMA,)))
    assert (alone.now.amount, alone.topics, alone.clock) == (Amount(), (), {})
    assert alone.romaniportti == Amount(1, 3)
    with desk.read() as unit:
        assert breakdown(unit, Wish(YEAR, None, (ROMA,)), D.TOPIC) == ()
        assert cross(unit, YEAR, (ROMA,), D.TOPIC, D.MONTH).cells == {}
        by_place = breakdown(unit, Wish(YEAR), D.LOCATION)
    assert [row.code for row in by_place] == ["pietarsaari", ROMA]


def test_open_days_without_an_entry_are_named(desk: Desk) -> None:
    """Open from Monday 16 November on Tuesdays and Thursdays; closed on the 19th; now the 24th."""
    days = {weekday: (Span(time(9), time(15)),) for weekday in (1, 3)}
    with desk.write() as unit:
        places.save_week(unit, "pietarsaari", Week(date(2026, 11, 16), days))
        places.save_exceptional_day(unit, "pietarsaari", ExceptionalDay(date(2026, 11, 19), ()))
        visits.record(unit, visit())
    november = Period(date(2026, 11, 16), date(2026, 11, 30))
    answer = asked(desk, Wish(november, None, ("pietarsaari",)))
    silent = (("pietarsaari", date(2026, 11, 17)),)
    assert answer.now.open_days == OpenDays(2, silent, (), 1)
    assert answer.now.per_open_day == 0.5
    assert answer.open_hours == {(day, hour) for day in (2, 4) for hour in range(9, 15)}


def test_visits_where_the_hours_are_not_known_do_not_count_per_open_day(desk: Desk) -> None:
    every_day = {weekday: (Span(time(9), time(15)),) for weekday in range(7)}
    with desk.write() as unit:
        places.save_week(unit, "pietarsaari", Week(date(2026, 11, 1), every_day))
        visits.record(unit, visit())
        visits.record(unit, visit(location="kruunupyy"))
    today = Period(NOON.date(), NOON.date())
    now = asked(desk, Wish(today, None, ("pietarsaari", "kruunupyy"))).now
    assert now.open_days == OpenDays(1, (), ("kruunupyy",), 1)
    assert (now.amount.visits, now.per_open_day) == (2, 1.0)


@pytest.mark.parametrize(
    "period",
    [
        Period(date(2026, 11, 24), date(2026, 11, 24)),
        Period(date(1980, 1, 1), date(2029, 12, 31)),
        Period(date(2031, 1, 1), date(2031, 12, 31)),
    ],
)
def test_no_visits_are_nothing(desk: Desk, period: Period) -> None:
    answer = asked(desk, Wish(period, same_a_year_before(period), PORTALS))
    for side in (answer.now, answer.before):
        assert isinstance(side, KeyFigures)
        assert (side.amount, side.per_open_day) == (Amount(), None)
        assert (side.interpreter.percent, side.first.percent) == (None, None)
        assert (side.median_wait, side.median_service) == (None, None)
    assert sum_of_bars(answer, PORTALS) == 0
    assert (answer.topics, answer.clock) == ((), {})
    with desk.read() as unit:
        assert rows_since(unit) is None


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADVISER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_overviews_are_for_supervisors(desk: Desk, role: Role) -> None:
    with colleague(desk, "oskar", role).read() as unit:
        for work in (
            lambda: overview(unit, Wish(YEAR)),
            lambda: breakdown(unit, Wish(YEAR), D.LANGUAGE),
            lambda: cross(unit, YEAR, (ROMA,), D.TOPIC, D.MONTH),
            lambda: rows_since(unit),
        ):
            with pytest.raises(Refused, match="no_right"):
                work()


def test_an_unknown_location_is_refused(desk: Desk) -> None:
    with desk.read() as unit, pytest.raises(Refused, match="location_unknown"):
        overview(unit, Wish(YEAR, None, ("vaasa",)))
