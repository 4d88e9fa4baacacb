from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import local, local_day
from app.domain.errors import Refused
from app.domain.moment import BACK_DATING_MAX, BackDate, when_back_dated, when_now
from app.domain.visit import Precision, When
from tests.shapes import moments

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


@given(moments())
def test_now_is_kept_with_its_local_day_and_hour(now: datetime) -> None:
    when = when_now(local(now))
    assert (when.moment, when.moment.tzinfo) == (now, UTC)
    assert (when.day, when.hour) == (local_day(now), local(now).hour)
    assert when.precision is Precision.EXACT


def test_a_day_without_a_time_has_no_hour() -> None:
    noon = datetime(2026, 11, 20, 10, tzinfo=UTC)
    when = when_back_dated(BackDate(date(2026, 11, 20)), NOW)
    assert when == When(noon, date(2026, 11, 20), None, Precision.DAY)


def test_a_day_with_a_time_is_exact() -> None:
    when = when_back_dated(BackDate(date(2026, 7, 1), time(0, 30)), NOW)
    assert when == When(datetime(2026, 6, 30, 21, 30, tzinfo=UTC), date(2026, 7, 1), 0)


def test_today_can_be_chosen_before_noon() -> None:
    morning = datetime(2026, 11, 24, 6, tzinfo=UTC)
    assert when_back_dated(BackDate(TODAY), morning).day == TODAY


def test_a_time_in_the_missing_hour_counts_in_the_hour_after_it() -> None:
    when = when_back_dated(BackDate(date(2026, 3, 29), time(3, 30)), NOW)
    assert (when.day, when.hour) == (date(2026, 3, 29), 4)


def test_the_doubled_hour_can_be_chosen_in_both_of_its_runs() -> None:
    for hour in (0, 1):
        now = datetime(2026, 10, 25, hour, 45, tzinfo=UTC)
        when = when_back_dated(BackDate(date(2026, 10, 25), time(3, 30)), now)
        assert (when.day, when.hour) == (date(2026, 10, 25), 3)


@pytest.mark.parametrize(
    ("back", "code"),
    [
        (BackDate(TODAY + DAY), "date_in_future"),
        (BackDate(date.max), "date_in_future"),
        (BackDate(TODAY, time(12, 1)), "time_in_future"),
        (BackDate(TODAY - BACK_DATING_MAX - DAY), "date_too_old"),
        (BackDate(date.min, time(9)), "date_too_old"),
    ],
)
def test_what_cannot_be_is_refused(back: BackDate, code: str) -> None:
    with pytest.raises(Refused, match=code):
        when_back_dated(back, NOW)


@pytest.mark.parametrize(
    "back", [BackDate(TODAY, time(12)), BackDate(TODAY - BACK_DATING_MAX), BackDate(TODAY)]
)
def test_the_edges_are_taken(back: BackDate) -> None:
    assert when_back_dated(back, NOW).day == back.day


@given(moments(), st.integers(1, BACK_DATING_MAX.days), st.none() | st.times())
def test_a_visit_of_an_earlier_day_keeps_its_day(now: datetime, days: int, at: time | None) -> None:
    back = BackDate(local_day(now) - timedelta(days=days), at)
    when = when_back_dated(back, now)
    assert when.day == back.day == local_day(when.moment)
    assert at is None or when.moment <= now
    assert when.hour == (None if at is None else local(when.moment).hour)
