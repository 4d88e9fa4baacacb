"""What periods, stretches and changes are called."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import localization
from app.documents.statistics.changes import in_numbers, in_percent, in_points
from app.documents.statistics.period_names import period_name, stretch_names
from app.domain.periods import Grain, Period, grain_for, stretches

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
MINUS, NBSP = "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ((2026, 1, 1), (2026, 12, 31), "2026"),
        ((2024, 1, 1), (2026, 12, 31), "2024–2026"),
        ((2026, 1, 1), (2026, 8, 31), "January–August 2026"),
        ((2026, 2, 1), (2026, 2, 28), "February 2026"),
        ((2025, 12, 1), (2026, 11, 30), "December 2025 – November 2026"),
        ((2026, 1, 1), (2026, 11, 24), "1.1.–24.11.2026"),
        ((2025, 12, 30), (2026, 1, 2), "30.12.2025–2.1.2026"),
        ((2026, 11, 24), (2026, 11, 24), "24.11.2026"),
    ],
)
def test_periods(first: tuple[int, int, int], last: tuple[int, int, int], name: str) -> None:
    assert period_name(Period(date(*first), date(*last))) == name


@pytest.mark.parametrize(
    ("language", "name", "axis"),
    [
        ("fi", "tammikuu–maaliskuu 2026", ["tammi", "helmi", "maalis"]),
        ("sv", "januari–mars 2026", ["jan", "feb", "mars"]),
        ("en", "January–March 2026", ["Jan", "Feb", "Mar"]),
    ],
)
def test_months_in_three_languages(language: str, name: str, axis: list[str]) -> None:
    localization.use(language)
    period = Period(date(2026, 1, 1), date(2026, 3, 31))
    assert period_name(period) == name
    assert [one.short for one in stretch_names(period, Grain.MONTH)] == axis


@pytest.mark.parametrize(
    ("grain", "short", "full"),
    [
        (Grain.DAY, "31.12.", "Wed 31.12.2025"),
        (Grain.WEEK, "w1", "week 1 (31.12.2025–4.1.2026)"),
        (Grain.MONTH, "12/25", "December 2025"),
        (Grain.QUARTER, "Q4/25", "quarter 4 of 2025"),
        (Grain.YEAR, "2025", "2025"),
    ],
)
def test_stretches_over_the_turn_of_the_year(grain: Grain, short: str, full: str) -> None:
    period = Period(date(2025, 12, 31), date(2026, 2, 1))
    assert stretch_names(period, grain)[0] == (short, full)


@given(DAYS, st.integers(0, 4000))
def test_every_stretch_has_a_name_of_its_own(first: date, days: int) -> None:
    period = Period(first, date.fromordinal(first.toordinal() + days))
    for grain in {grain_for(period), Grain.MONTH, Grain.YEAR}:
        names = stretch_names(period, grain)
        assert len(names) == sum(1 for _stretch in stretches(period, grain))
        assert len({name.full for name in names}) == len(names)


def test_changes_in_signs_and_words() -> None:
    more, less, same = in_percent(115, 100), in_percent(90, 100), in_percent(100, 100)
    assert more is not None
    assert less is not None
    assert same is not None
    assert (more.shown, more.spoken, more.direction) == (f"+15{NBSP}%", f"15{NBSP}% more", 1)
    assert (less.shown, less.spoken, less.direction) == (f"{MINUS}10{NBSP}%", f"10{NBSP}% less", -1)
    assert (same.shown, same.direction) == ("unchanged", 0)


def test_there_is_no_change_from_nothing() -> None:
    assert in_percent(5, 0) is None
    assert in_points(91.2, None) is None
    assert in_numbers(None, 6) is None


def test_changes_agree_with_the_rounded_figures() -> None:
    points, minutes = in_points(91.4, 86.6), in_numbers(6.2, 8.1, "min")
    days = in_numbers(9.14, 8.06)
    assert points is not None
    assert minutes is not None
    assert days is not None
    assert [points.shown, minutes.shown, days.shown] == ["+4 pp", f"{MINUS}2{NBSP}min", "+1.0"]
