"""The counters equal a recount, whatever was recorded, changed, voided and handed over."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.counting import Breakdown
from app.domain.moment import BackDate
from app.services import visits
from app.services.unit import Desk
from app.services.visits import NewVisit
from app.store import counters
from app.store.checking import differences
from app.store.counters import Tally
from tests.desks import NOON, SetClock, counting, visit
from tests.recount.acts import Act, sequences
from tests.recount.sequence import assert_counted_after

TODAY = NOON.date()


def assert_counted(desk: Desk) -> None:
    """The counters are those of a recount, none is below nothing, and the check agrees."""
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
        recounted = counters.counted(counting(unit.connection))
        found = list(differences(unit.connection, lambda done, whole: None))
    assert (stored.day, stored.month) == (recounted.day, recounted.month)
    assert found == []
    assert all(min(pair) > 0 for pair in (stored.day | stored.month).values())


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=sequences())
def test_counters_equal_a_recount_after_any_acts_of_two_writers(
    desk: Desk, acts: list[Act]
) -> None:
    assert_counted_after(desk, acts)


def test_day_and_month_counters_agree_with_each_other(desk: Desk) -> None:
    for days in (0, 1, 30, 200):
        back = BackDate(TODAY - timedelta(days=days))
        with desk.write() as unit:
            new = visit("benefits", persons=3)
            visits.record(unit, NewVisit(new.id, new.location, new.facts, back))
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    by_month: dict[int, int] = {}
    for (_place, day, breakdown, _value), (number, _persons) in stored.day.items():
        if breakdown == Breakdown.TOTAL:
            month = day.year * 100 + day.month
            by_month[month] = by_month.get(month, 0) + number
    months = {
        key[1]: amounts[0] for key, amounts in stored.month.items() if key[2] == Breakdown.TOTAL
    }
    assert by_month == months == {202611: 2, 202610: 1, 202605: 1}


def test_a_counter_that_comes_back_to_nothing_is_left_out(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit())
    with desk.write() as unit:
        visits.void(unit, made.id, "mistake")
    with desk.read() as unit:
        assert counters.stored(unit.connection).day == {}
    assert_counted(desk)


def test_what_cancels_itself_out_is_not_written(desk: Desk) -> None:
    with desk.write() as unit:
        made = visits.record(unit, visit())
        nothing = Tally()
        nothing.add(made)
        nothing.add(made, -1)
        before = counters.stored(unit.connection)
        counters.move(unit.connection, nothing)
        after = counters.stored(unit.connection)
    assert (before.day, before.month) == (after.day, after.month)


def test_a_visit_counts_on_its_local_day(desk: Desk, clock: SetClock) -> None:
    for day, utc_hour in ((date(2026, 7, 1), 21), (date(2026, 12, 1), 22)):
        clock.now = NOON.replace(month=day.month, day=day.day, hour=utc_hour, minute=30)
        with desk.write() as unit:
            visits.record(unit, visit())
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    for day in (date(2026, 7, 2), date(2026, 12, 2)):
        assert stored.day["pietarsaari", day, Breakdown.TOTAL, ""] == (1, 1)
        assert stored.day["pietarsaari", day, Breakdown.HOUR, "00"] == (1, 1)
    assert_counted(desk)


@pytest.mark.parametrize("utc_hour", [0, 1])
def test_both_runs_of_the_doubled_hour_count(desk: Desk, clock: SetClock, utc_hour: int) -> None:
    clock.now = NOON.replace(month=10, day=25, hour=utc_hour, minute=30)
    with desk.write() as unit:
        visits.record(unit, visit())
    with desk.read() as unit:
        stored = counters.stored(unit.connection)
    assert stored.day["pietarsaari", date(2026, 10, 25), Breakdown.HOUR, "03"] == (1, 1)
    assert_counted(desk)
