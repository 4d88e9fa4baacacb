"""Periods are cut so that no day is lost and none is counted twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.periods import Cut, Grain, Period, cut, grain_for, label, stretches, years

DAYS = st.dates(date(1999, 1, 1), date(2060, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Period(first, last)


def days(*pieces: Period | None) -> list[date]:
    return [
        piece.first + timedelta(days=number)
        for piece in pieces
        if piece
        for number in range((piece.last - piece.first).days + 1)
    ]


@given(periods())
def test_months_and_edges_are_the_period(period: Period) -> None:
    parts = cut(period)
    assert sorted(days(parts.months, *parts.edges)) == days(period)


@given(periods())
def test_edges_hold_no_whole_month(period: Period) -> None:
    parts = cut(period)
    for edge in parts.edges:
        assert cut(edge) == Cut(None, (edge,))
        assert len(days(edge)) < 62
    if parts.months:
        assert parts.months.first.day == 1
        assert (parts.months.last + timedelta(days=1)).day == 1


@given(periods())
def test_years_are_the_period(period: Period) -> None:
    assert days(*years(period)) == days(period)


def test_a_month_is_cut_from_its_month_counter_alone() -> None:
    september = Period(date(2026, 9, 1), date(2026, 9, 30))
    assert cut(september) == Cut(september, ())


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="period_backwards"):
        Period(date(2026, 9, 2), date(2026, 9, 1))


@pytest.mark.parametrize(
    ("grain", "day", "name"),
    [
        (Grain.DAY, date(2026, 11, 24), "2026-11-24"),
        (Grain.WEEK, date(2027, 1, 3), "2026-W53"),
        (Grain.MONTH, date(2026, 9, 30), "2026-09"),
        (Grain.QUARTER, date(2026, 3, 31), "2026-Q1"),
        (Grain.QUARTER, date(2026, 4, 1), "2026-Q2"),
        (Grain.QUARTER, date(2026, 12, 1), "2026-Q4"),
        (Grain.YEAR, date(2026, 12, 31), "2026"),
    ],
)
def test_stretches_have_their_iso_names(grain: Grain, day: date, name: str) -> None:
    assert label(grain, day) == name


@given(DAYS, st.sampled_from(Grain))
def test_a_later_day_is_never_in_an_earlier_stretch(day: date, grain: Grain) -> None:
    assert label(grain, day) <= label(grain, day + timedelta(days=1))


@given(periods(), st.sampled_from(Grain))
def test_stretches_are_the_period_and_each_has_one_name(period: Period, grain: Grain) -> None:
    parts = list(stretches(period, grain))
    names = [label(grain, part.first) for part in parts]
    assert days(*parts) == days(period)
    assert len(set(names)) == len(names)
    assert names == [label(grain, part.last) for part in parts]


@pytest.mark.parametrize("grain", Grain)
def test_stretches_reach_the_last_day_of_the_calendar(grain: Grain) -> None:
    *_, last = stretches(Period(date(9999, 12, 1), date.max), grain)
    assert last.last == date.max


@pytest.mark.parametrize(
    ("last", "grain"),
    [
        (date(2026, 1, 1), Grain.DAY),
        (date(2026, 1, 31), Grain.DAY),
        (date(2026, 2, 1), Grain.WEEK),
        (date(2026, 4, 2), Grain.WEEK),
        (date(2026, 4, 3), Grain.MONTH),
        (date(2027, 12, 31), Grain.MONTH),
        (date(2028, 1, 2), Grain.QUARTER),
        (date(2030, 12, 31), Grain.QUARTER),
        (date(2031, 1, 31), Grain.YEAR),
    ],
)
def test_the_grain_follows_the_length(last: date, grain: Grain) -> None:
    assert grain_for(Period(date(2026, 1, 1), last)) is grain
