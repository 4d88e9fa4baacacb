"""Open days are those of the opening hours, day by day; silence is said only where it is known."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.open_days import open_days, open_hours
from app.domain.overview import OpenDays
from app.domain.periods import Period
from app.domain.place import ExceptionalDay, Hours, Span, Week

TODAY = date(2026, 11, 24)
MORNING = (Span(time(9), time(12)),)
MON_TO_FRI = dict.fromkeys(range(5), MORNING)
NEAR = st.dates(date(2026, 8, 1), date(2027, 1, 31))
WEEKS = st.builds(Week, NEAR, st.dictionaries(st.integers(0, 6), st.sampled_from([(), MORNING])))
EXCEPTIONS = st.builds(ExceptionalDay, NEAR, st.sampled_from([(), MORNING]))
HOURS = st.builds(
    Hours,
    st.lists(WEEKS, max_size=3, unique_by=lambda week: week.valid_from).map(tuple),
    st.lists(EXCEPTIONS, max_size=6, unique_by=lambda one: one.day).map(tuple),
)
PLACES = st.dictionaries(st.sampled_from(["pietarsaari", "kruunupyy"]), HOURS)
ENTRIES = st.fixed_dictionaries(
    {
        code: st.dictionaries(NEAR, st.integers(1, 9), max_size=20)
        for code in ("pietarsaari", "kruunupyy")
    }
)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(NEAR), draw(NEAR)))
    return Period(first, last)


def day_by_day(
    hours: Mapping[str, Hours], entries: Mapping[str, Mapping[date, int]], period: Period
) -> OpenDays:
    """The same by asking each day for its hours."""
    whole = range((min(period.last, TODAY) - period.first).days + 1)
    days = [period.first + timedelta(days=number) for number in whole]
    spans = {(code, day): place.on(day) for day in days for code, place in sorted(hours.items())}
    return OpenDays(
        sum(bool(span) for span in spans.values()),
        tuple(
            (code, day)
            for (code, day), span in spans.items()
            if span and day < TODAY and day not in entries[code]
        ),
        tuple(code for code in hours if any(spans[code, day] is None for day in days)),
        sum(entries[code].get(day, 0) for (code, day), span in spans.items() if span is not None),
    )


@given(PLACES, ENTRIES, periods())
def test_open_days_are_those_of_the_hours(
    hours: dict[str, Hours], entries: dict[str, dict[date, int]], period: Period
) -> None:
    assert open_days(hours, entries, period, TODAY) == day_by_day(hours, entries, period)


def test_a_day_that_has_not_ended_is_open_and_not_silent() -> None:
    hours = {"pietarsaari": Hours((Week(date(2026, 1, 1), MON_TO_FRI),))}
    monday_to_friday = Period(date(2026, 11, 23), date(2026, 11, 27))
    found = open_days(hours, {}, monday_to_friday, TODAY)
    assert found == OpenDays(2, (("pietarsaari", date(2026, 11, 23)),), (), 0)


def test_fifty_years_and_a_period_to_come() -> None:
    hours = {"pietarsaari": Hours((Week(date(1970, 1, 1), MON_TO_FRI),))}
    found = open_days(hours, {}, Period(date(1980, 1, 1), date(2029, 12, 31)), date(2029, 12, 31))
    assert found.days == 13045
    ahead = Period(date(2026, 12, 1), date(2026, 12, 31))
    assert open_days(hours, {}, ahead, TODAY) == OpenDays(0, (), (), 0)


def test_a_location_closed_all_the_period_is_known_and_never_silent() -> None:
    hours = {"kruunupyy": Hours((Week(date(2026, 1, 1), {}),))}
    found = open_days(hours, {}, Period(date(2026, 9, 1), date(2026, 9, 30)), TODAY)
    assert found == OpenDays(0, (), (), 0)


def test_open_hours_are_those_of_the_weeks_that_hold_in_the_period() -> None:
    later = Week(date(2026, 10, 1), {1: (Span(time(13), time(15, 30)),)})
    hours = {"kruunupyy": Hours((Week(date(2026, 1, 1), {0: MORNING}), later))}
    september = Period(date(2026, 9, 1), date(2026, 9, 30))
    assert open_hours(hours, september) == {(1, 9), (1, 10), (1, 11)}
    assert open_hours(hours, Period(date(2026, 10, 1), TODAY)) == {(2, 13), (2, 14), (2, 15)}
