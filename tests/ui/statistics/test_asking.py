"""What is asked, and how the next question follows from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.periods import Grain, Period, grain_for, stretches
from app.domain.presets import Preset, presets
from app.domain.public import until_ended
from app.ui.statistics.asking import (
    MOST_STRETCHES,
    Against,
    Asking,
    Kind,
    first_question,
    fits,
    kind_of,
)

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))
KINDS = st.sampled_from(Kind)
PUBLIC_KINDS = (Kind.MONTH, Kind.QUARTER, Kind.YEAR)


def test_the_first_question_is_this_year_until_today_against_the_last() -> None:
    wish = first_question(TODAY, internal=True).wish(TODAY)
    assert wish.period == Period(date(2026, 1, 1), TODAY)
    assert wish.compared == Period(date(2025, 1, 1), date(2025, 11, 24))
    assert (wish.locations, wish.grain) == ((), None)


def test_a_month_that_is_not_over_is_compared_with_as_many_days_of_the_one_before() -> None:
    month = Asking(
        Kind.MONTH, presets(TODAY)[Preset.THIS_MONTH], against=Against.BEFORE, internal=True
    )
    assert month.compared(TODAY) == Period(date(2026, 10, 1), date(2026, 10, 24))
    assert month.moved(-1).compared(TODAY) == Period(date(2026, 9, 1), date(2026, 9, 30))


def test_march_30_is_compared_with_the_whole_of_february() -> None:
    today = date(2026, 3, 30)
    month = Asking(
        Kind.MONTH, presets(today)[Preset.THIS_MONTH], against=Against.BEFORE, internal=True
    )
    assert month.compared(today) == Period(date(2026, 2, 1), date(2026, 2, 28))


@given(PERIODS, DAYS, st.sampled_from(Against))
def test_what_is_compared_is_over_earlier_and_no_longer(
    period: Period, today: date, against: Against
) -> None:
    asking = Asking(kind_of(period), period, against=against, internal=True)
    asked, other = asking.until(today), asking.compared(today)
    assert asked.first == period.first
    assert asked.last <= max(today, period.last)
    if against is Against.NOTHING:
        assert other is None
    elif other is not None:
        assert other.last < asked.last
        if asked != period:  # a year with 29 February is a day longer
            assert other.last - other.first <= asked.last - asked.first + timedelta(days=1)


@given(DAYS, KINDS, st.integers(-30, 0))
def test_periods_go_on_until_the_one_of_today(today: date, kind: Kind, steps: int) -> None:
    asking = first_question(today, internal=True).of_kind(kind, today).moved(steps)
    while asking.may_go_on(today):
        asking = asking.moved(1)
    assert asking.period.first <= today <= asking.period.last


@given(DAYS, KINDS)
def test_another_kind_is_the_one_around_the_last_day_asked_for(today: date, kind: Kind) -> None:
    asking = first_question(today, internal=True).of_kind(kind, today)
    assert asking.until(today).last == today
    assert kind is Kind.FREE or kind_of(asking.period) is kind


@given(PERIODS, st.sampled_from(Grain))
def test_a_chart_never_has_more_stretches_than_can_be_read(period: Period, grain: Grain) -> None:
    if fits(period, grain):
        count = sum(1 for _stretch in stretches(period, grain))
        assert count <= MOST_STRETCHES or grain is grain_for(period)
    assert fits(period, grain_for(period))


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.WEEK])
def test_a_grain_that_does_not_fit_is_chosen_by_length(grain: Grain) -> None:
    asking = Asking(
        Kind.FREE, Period(date(1980, 1, 1), date(2026, 1, 1)), grain=grain, internal=True
    )
    assert asking.wish(TODAY).grain is None
    short = replace(asking, period=Period(date(2026, 1, 1), date(2026, 2, 28)))
    assert short.wish(TODAY).grain is grain


def test_a_period_to_come_is_asked_as_it_is() -> None:
    period = Period(date(2030, 1, 1), date(2030, 1, 31))
    assert Asking(Kind.MONTH, period).until(TODAY) == period


def test_public_numbers_are_of_the_months_that_have_ended() -> None:
    wish = first_question(TODAY).wish(TODAY)
    assert wish.period == Period(date(2026, 1, 1), date(2026, 10, 31))
    assert wish.compared == Period(date(2025, 1, 1), date(2025, 10, 31))
    january = first_question(date(2027, 1, 20)).wish(date(2027, 1, 20))
    assert january.period == Period(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, st.sampled_from(PUBLIC_KINDS), st.integers(-30, 30), st.sampled_from(Against))
def test_what_may_be_asked_in_public_is_answered_in_public(
    today: date, kind: Kind, steps: int, against: Against
) -> None:
    asking = replace(first_question(today).of_kind(kind, today), against=against)
    for _step in range(abs(steps)):
        if steps < 0 or asking.may_go_on(today):
            asking = asking.moved(1 if steps > 0 else -1)
    wish = asking.wish(today)
    for period in (wish.period, wish.compared):
        assert period is None or until_ended(period, today) == period


@given(PERIODS, DAYS, KINDS)
def test_any_exact_question_has_a_public_one_beside_it(
    period: Period, today: date, kind: Kind
) -> None:
    if period.first > today:
        return
    exact = Asking(kind, period, internal=True)
    public = exact.of_mode(False, today)
    asked = public.until(today)
    assert public.kind is not Kind.FREE
    assert until_ended(asked, today) == asked
    assert public.of_mode(True, today).internal


@pytest.mark.parametrize("preset", [Preset.THIS_MONTH, Preset.LAST_12_MONTHS])
def test_periods_with_a_name_that_cannot_be_public_are_not_offered(preset: Preset) -> None:
    period = presets(TODAY)[preset]
    assert not first_question(TODAY).may_be(period, TODAY)
    assert first_question(TODAY, internal=True).may_be(period, TODAY)


def test_part_of_a_quarter_is_compared_with_as_many_months() -> None:
    quarter = Asking(Kind.QUARTER, presets(TODAY)[Preset.THIS_QUARTER], against=Against.BEFORE)
    assert quarter.until(TODAY) == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert quarter.compared(TODAY) == Period(date(2026, 7, 1), date(2026, 7, 31))
