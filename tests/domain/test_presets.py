"""Stepping keeps the kind of a period, and what is compared has the same shape."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.periods import Period
from app.domain.presets import (
    Preset,
    just_before,
    preset_of,
    presets,
    same_a_year_before,
    step,
)

DAYS = st.dates(date(1999, 1, 1), date(2060, 12, 31))
NAMED = [preset for preset in Preset if preset is not Preset.FREE]
ONE_DAY = timedelta(days=1)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    return Period(first, first + timedelta(days=draw(st.integers(0, 1500))))


def length(period: Period) -> int:
    return (period.last - period.first).days + 1


def is_whole_months(period: Period) -> bool:
    return period.first.day == 1 and (period.last + ONE_DAY).day == 1


def named(today: date, preset: Preset) -> tuple[str, str]:
    period = presets(today)[preset]
    return str(period.first), str(period.last)


def test_every_preset_on_a_day_of_november() -> None:
    today = date(2026, 11, 24)
    assert {preset: named(today, preset) for preset in presets(today)} == {
        Preset.THIS_MONTH: ("2026-11-01", "2026-11-30"),
        Preset.LAST_MONTH: ("2026-10-01", "2026-10-31"),
        Preset.THIS_QUARTER: ("2026-10-01", "2026-12-31"),
        Preset.LAST_QUARTER: ("2026-07-01", "2026-09-30"),
        Preset.THIS_YEAR: ("2026-01-01", "2026-12-31"),
        Preset.LAST_YEAR: ("2025-01-01", "2025-12-31"),
        Preset.LAST_12_MONTHS: ("2025-11-01", "2026-10-31"),
    }


def test_in_january_the_last_month_is_of_the_year_before() -> None:
    today = date(2027, 1, 1)
    assert named(today, Preset.LAST_MONTH) == ("2026-12-01", "2026-12-31")
    assert named(today, Preset.LAST_QUARTER) == ("2026-10-01", "2026-12-31")


@given(DAYS, st.sampled_from(NAMED))
def test_a_preset_is_found_again_by_its_days(today: date, preset: Preset) -> None:
    period = presets(today)[preset]
    assert presets(today)[preset_of(period, today)] == period


@given(DAYS)
def test_this_is_around_today_and_last_ends_before_it(today: date) -> None:
    for preset, period in presets(today).items():
        assert (period.first <= today <= period.last) == preset.startswith("this")
        assert is_whole_months(period)


def test_a_period_without_a_name_is_free() -> None:
    assert preset_of(Period(date(2026, 1, 1), date(2026, 9, 30)), date(2026, 11, 24)) is Preset.FREE


@given(DAYS, st.sampled_from(NAMED), st.integers(-30, 30))
def test_a_preset_steps_to_what_it_is_called_there(today: date, preset: Preset, by: int) -> None:
    there = step(presets(today)[preset], by)
    if preset is Preset.LAST_12_MONTHS:
        assert there == presets(there.last + ONE_DAY)[preset]
    else:
        this = Preset(preset.replace("last", "this"))
        assert there == presets(there.first)[this]


@given(periods(), st.integers(1, 20))
def test_there_and_back_is_the_same_period(period: Period, by: int) -> None:
    there = step(period, by)
    assume(is_whole_months(there) == is_whole_months(period))
    assert step(there, -by) == period


@given(periods())
def test_the_next_begins_where_this_one_ends(period: Period) -> None:
    assert step(period, 1).first == period.last + ONE_DAY
    assert just_before(period).last == period.first - ONE_DAY
    if not is_whole_months(period):
        assert length(step(period, 1)) == length(just_before(period)) == length(period)


@given(periods())
def test_a_year_before_has_the_same_days(period: Period) -> None:
    before = same_a_year_before(period)
    assert before.first.year == period.first.year - 1
    assert (before.first.month, before.last.month) == (period.first.month, period.last.month)
    assert is_whole_months(before) or not is_whole_months(period)
    assert abs(length(before) - length(period)) <= 1


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        (date(2028, 2, 1), date(2028, 2, 29), (date(2027, 2, 1), date(2027, 2, 28))),
        (date(2029, 2, 1), date(2029, 2, 28), (date(2028, 2, 1), date(2028, 2, 29))),
        (date(2028, 2, 29), date(2028, 3, 4), (date(2027, 2, 28), date(2027, 3, 4))),
        (date(2028, 2, 20), date(2028, 2, 29), (date(2027, 2, 20), date(2027, 2, 28))),
    ],
)
def test_29_february_a_year_before(first: date, last: date, before: tuple[date, date]) -> None:
    assert same_a_year_before(Period(first, last)) == Period(*before)


@pytest.mark.parametrize(
    "period",
    [Period(date.min, date(1, 12, 31)), Period(date(1, 3, 5), date(1, 3, 9))],
)
def test_before_the_first_year_there_is_nothing(period: Period) -> None:
    assert same_a_year_before(period) == period
    assert step(period, -200) == period


@pytest.mark.parametrize(
    "period",
    [Period(date(9999, 1, 1), date.max), Period(date(9999, 3, 5), date(9999, 12, 30))],
)
def test_after_the_last_year_there_is_nothing(period: Period) -> None:
    assert step(period, 1) == period
