"""How old somebody is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.age import Age, age, is_under


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        (date(1991, 2, 14), date(2026, 2, 13), 34),
        (date(1991, 2, 14), date(2026, 2, 14), 35),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ],
)
def test_age_on_a_day(born: date, today: date, years: int) -> None:
    assert age(born, born.year, today) == Age(years, years)


def test_of_a_year_alone_the_age_is_one_of_two() -> None:
    assert age(None, 1991, date(2026, 11, 24)) == Age(34, 35)
    assert age(None, 2026, date(2026, 11, 24)) == Age(0, 0)
    assert age(None, None, date(2026, 11, 24)) is None


def test_who_may_be_of_age_is_not_under_it() -> None:
    today = date(2026, 11, 24)
    assert is_under(18, None, 2009, today)
    assert not is_under(18, None, 2008, today)
    assert not is_under(18, None, None, today)


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 40000))
def test_the_year_alone_never_excludes_the_age_of_the_day(born: date, days: int) -> None:
    today = born + timedelta(days)
    exact, rough = age(born, born.year, today), age(None, born.year, today)
    assert exact is not None
    assert rough is not None
    assert rough.least <= exact.least <= rough.most
