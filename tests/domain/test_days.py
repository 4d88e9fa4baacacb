from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import day_bounds, from_local, local, local_day
from tests.shapes import days, moments

HALF_PAST_TWELVE = time(0, 30)


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 1, 15), datetime(2026, 1, 14, 22, 30, tzinfo=UTC)),
        (date(2026, 7, 15), datetime(2026, 7, 14, 21, 30, tzinfo=UTC)),
    ],
    ids=["winter", "summer"],
)
def test_half_past_midnight_belongs_to_the_day_that_has_begun(day: date, utc: datetime) -> None:
    assert from_local(day, HALF_PAST_TWELVE) == utc
    assert local_day(utc) == day


def test_the_doubled_hour_of_october_means_its_first_run() -> None:
    assert from_local(date(2026, 10, 25), time(3, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_both_runs_of_the_doubled_hour_have_the_same_day_and_hour() -> None:
    runs = [local(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1)]
    assert {(run.date(), run.hour) for run in runs} == {(date(2026, 10, 25), 3)}


def test_a_time_in_the_missing_hour_of_march_moves_on_by_that_hour() -> None:
    moment = from_local(date(2026, 3, 29), time(3, 30))
    assert moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert local(moment).hour == 4


@given(moments())
def test_the_local_day_and_hour_are_those_of_the_zone(moment: datetime) -> None:
    there = moment.astimezone(ZoneInfo("Europe/Helsinki"))
    assert local(moment) == moment
    assert (local_day(moment), local(moment).hour) == (there.date(), there.hour)
    assert local(moment).utcoffset() in (timedelta(hours=2), timedelta(hours=3))


@given(days(), st.times())
def test_a_local_time_comes_back_unless_it_never_was(day: date, at: time) -> None:
    back = local(from_local(day, at))
    assert back.date() == day
    assert back.time() == at or (day.month == 3 and at.hour == 3)


@given(moments())
def test_a_moment_lies_within_the_bounds_of_its_day(moment: datetime) -> None:
    begin, end = day_bounds(local_day(moment))
    assert begin <= moment < end


@given(days())
def test_days_follow_each_other_without_a_gap(day: date) -> None:
    following = [day_bounds(day + timedelta(days=number)) for number in range(3)]
    assert all(before[1] == after[0] for before, after in pairwise(following))


@pytest.mark.parametrize(
    ("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25), ((2026, 11, 24), 24)]
)
def test_the_length_of_a_day(day: tuple[int, int, int], hours: int) -> None:
    begin, end = day_bounds(date(*day))
    assert end - begin == timedelta(hours=hours)
