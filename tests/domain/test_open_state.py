"""Open until when, closed until when, or not known."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import HELSINKI
from app.domain.open_state import OpenState, open_state
from app.domain.place import ExceptionalDay, Hours, Span, Week

TUESDAY = date(2026, 11, 24)
MORNING, AFTERNOON, LUNCH = (
    Span(time(9), time(12)),
    Span(time(13), time(16)),
    Span(time(12), time(13)),
)


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HELSINKI)


def hours(*spans: Span, **more: tuple[ExceptionalDay, ...]) -> Hours:
    """Open like this on Tuesdays and Thursdays."""
    return Hours((Week(date(2026, 1, 1), {1: spans, 3: spans}),), **more)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (at(8, 59), OpenState(False, opens=(TUESDAY, time(9)))),
        (at(9), OpenState(True, until=time(12))),
        (at(11, 59), OpenState(True, until=time(12))),
        (at(12), OpenState(False, opens=(TUESDAY, time(13)))),
        (at(16), OpenState(False, opens=(date(2026, 11, 26), time(9)))),
        (at(0, 0, date(2026, 11, 27)), OpenState(False, opens=(date(2026, 12, 1), time(9)))),
    ],
)
def test_a_day_with_a_break(moment: datetime, state: OpenState) -> None:
    assert open_state(hours(MORNING, AFTERNOON), moment) == state


def test_times_that_meet_are_one() -> None:
    assert open_state(hours(AFTERNOON, MORNING, LUNCH), at(10)).until == time(16)


def test_hours_that_are_not_known_and_never() -> None:
    assert open_state(Hours(), at(10)) == OpenState(None)
    assert open_state(Hours((Week(date(2026, 1, 1), {}),)), at(10)) == OpenState(False)


def test_an_exceptional_day_is_closed_and_the_next_one_told() -> None:
    closed = (ExceptionalDay(TUESDAY, ()),)
    assert open_state(hours(MORNING, exceptions=closed), at(10)).opens == (
        date(2026, 11, 26),
        time(9),
    )


def test_the_day_is_that_of_jakobstad() -> None:
    late = datetime(2026, 11, 23, 22, 30).astimezone(HELSINKI)
    utc = at(0, 30) - timedelta(0)
    assert open_state(hours(Span(time(0), time(1))), utc).until == time(1)
    assert open_state(hours(MORNING), late).is_open is False


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 30))
def test_what_is_told_to_open_next_is_open_then(hour: int, minute: int, ahead: int) -> None:
    known = hours(MORNING, AFTERNOON)
    day = TUESDAY + timedelta(days=ahead)
    state = open_state(known, at(hour, minute, day))
    if state.is_open:
        assert state.until in (time(12), time(16))
        return
    assert state.opens is not None
    opens, clock = state.opens
    assert open_state(known, at(clock.hour, clock.minute, opens)).is_open
