"""Time limits of months end on the day of the same number, or on the last day of the month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.months import latest_before, months_after, years_old

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2025, 1, 31), 6, date(2025, 7, 31)),
        (date(2025, 2, 28), 6, date(2025, 8, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
    ],
)
def test_the_last_day_of_a_time_limit(day: date, months: int, ends: date) -> None:
    assert months_after(day, months) == ends


@given(DAYS, st.integers(0, 600))
def test_it_is_in_the_right_month_and_at_most_three_days_early(day: date, months: int) -> None:
    ends = months_after(day, months)
    passed = (ends.year - day.year) * 12 + ends.month - day.month
    assert passed == months
    assert 0 <= day.day - ends.day <= 3
    assert ends.day == day.day or (ends + timedelta(days=1)).day == 1


@given(DAYS, DAYS, st.integers(0, 120))
def test_a_later_day_never_ends_earlier(one: date, other: date, months: int) -> None:
    early, late = sorted((one, other))
    assert months_after(early, months) <= months_after(late, months)


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2001, 5, 10), date(2026, 5, 9), 24),
        (date(2001, 5, 10), date(2026, 5, 10), 25),
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_age_on_a_day(born: date, day: date, years: int) -> None:
    assert years_old(born, day) == years


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 60))
def test_the_latest_day_before_is_the_last_one_from_which_the_months_have_passed(
    day: date, months: int
) -> None:
    found = latest_before(day, months)
    assert months_after(found, months) <= day
    assert months_after(found + timedelta(days=1), months) > day
