from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.place import ExceptionalDay, Hours, Span, Week, check_spans, week_from

TUESDAY = date(2026, 11, 24)
MORNING, AFTERNOON = Span(time(9), time(12)), Span(time(13), time(16))


def week(valid_from: date, **days: Span) -> Week:
    return Week(valid_from, {int(name[1:]): (span,) for name, span in days.items()})


def test_without_a_week_the_hours_are_not_known() -> None:
    assert Hours().on(TUESDAY) is None
    assert Hours((week(TUESDAY + timedelta(days=1), _1=MORNING),)).on(TUESDAY) is None


def test_a_weekday_that_is_not_in_the_week_is_closed() -> None:
    hours = Hours((week(TUESDAY, _1=MORNING),))
    assert hours.on(TUESDAY) == (MORNING,)
    assert hours.on(TUESDAY + timedelta(days=1)) == ()


def test_the_newest_week_that_holds_already_decides() -> None:
    weeks = week(date(2026, 1, 1), _1=MORNING), week(TUESDAY, _1=AFTERNOON)
    for order in (weeks, weeks[::-1]):
        assert Hours(order).on(TUESDAY) == (AFTERNOON,)
        assert Hours(order).on(TUESDAY - timedelta(weeks=1)) == (MORNING,)


def test_a_week_without_any_day_says_closed() -> None:
    assert Hours((week(TUESDAY),)).on(TUESDAY) == ()


@pytest.mark.parametrize("spans", [(), (AFTERNOON,), (MORNING, AFTERNOON)])
def test_an_exceptional_day_goes_before_its_week(spans: tuple[Span, ...]) -> None:
    hours = Hours((week(date(2026, 1, 1), _1=MORNING),), (ExceptionalDay(TUESDAY, spans),))
    assert hours.on(TUESDAY) == spans
    assert hours.on(TUESDAY + timedelta(weeks=1)) == (MORNING,)


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        ([Span(time(12), time(9))], "span_backwards"),
        ([Span(time(9), time(9))], "span_backwards"),
        ([Span(time(9), time(13)), Span(time(12), time(16))], "spans_overlap"),
        ([AFTERNOON, Span(time(9), time(13, 1))], "spans_overlap"),
    ],
)
def test_spans_that_cannot_be_are_refused(spans: list[Span], code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_spans(spans)


def test_spans_may_touch_and_stand_in_any_order() -> None:
    check_spans([AFTERNOON, Span(time(12), time(13)), MORNING])


@given(st.lists(st.times(), min_size=2, max_size=8, unique=True))
def test_spans_one_after_the_other_are_taken(times: list[time]) -> None:
    ordered = sorted(times)
    check_spans([Span(*pair) for pair in zip(ordered[::2], ordered[1::2], strict=False)][::-1])


def test_hours_that_the_programme_does_not_give_stay_unknown() -> None:
    assert week_from({"weekly": None}, TUESDAY) is None
    found = week_from({"weekly": {"tue": ["09:00", "12:00"]}}, TUESDAY)
    assert found == week(TUESDAY, _1=MORNING)
