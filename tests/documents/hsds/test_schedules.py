"""Opening hours as schedules and back."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.hsds.schedules import read, written
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.service_check import cleaned
from tests.domain.test_directory import KNOWN

OWN = "8a28ea10-a5b9-5344-9229-94ea960d778d"
JANUARY = date(2026, 1, 1)
NINE = Span(time(9), time(15))
WEEKLY = {
    "id": OWN,
    "freq": "WEEKLY",
    "byday": "MO,TU",
    "opens_at": "09:00",
    "closes_at": "15:00",
    "valid_from": "2026-01-01",
}


def in_order(hours: Hours) -> Hours:
    """As the directory keeps them."""
    return cleaned(replace(KNOWN, hours=hours)).hours


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    minutes = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), max_size=6)))
    moments = [time(minute // 60, minute % 60) for minute in minutes]
    return tuple(map(Span, moments[::2], moments[1::2]))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    firsts = draw(st.lists(st.dates(JANUARY, date(2026, 12, 1)), unique=True, max_size=3))
    weeks = []
    for first in firsts:
        last = draw(st.none() | st.dates(first, date(2027, 1, 1)))
        yearly = last is not None and draw(st.booleans())
        weeks.append(Week(first, draw(st.dictionaries(st.integers(0, 6), spans())), last, yearly))
    days = draw(st.lists(st.dates(JANUARY, date(2026, 12, 1)), unique=True, max_size=3))
    reasons = st.sampled_from(("", "Course", "Juhannus / Midsommar"))
    return Hours(
        tuple(weeks), tuple(ExceptionalDay(day, draw(spans()), draw(reasons)) for day in days)
    )


@given(hours())
def test_hours_that_are_written_are_read_back(known: Hours) -> None:
    known = in_order(known)
    found = read(list(written(OWN, known)))
    assert in_order(found.hours) == known
    assert (found.kept, found.left_out) == ([], [])


def test_days_alike_stand_in_one_schedule() -> None:
    lunch = (Span(time(9), time(12)), Span(time(13), time(15)))
    week = Week(JANUARY, {0: lunch, 1: lunch, 4: lunch[:1]})
    found = list(written(OWN, Hours((week,))))
    assert [(one["byday"], one["opens_at"]) for one in found] == [
        ("MO,TU,FR", "09:00"),
        ("MO,TU", "13:00"),
    ]


@pytest.mark.parametrize(
    ("changes", "opens"),
    [
        ({"opens_at": "09:00:00"}, time(9)),
        ({"opens_at": "09:00+02:00"}, time(9)),
        ({"opens_at": "07:00Z"}, time(9)),
        ({"opens_at": "06:00Z", "valid_from": "2026-06-01"}, time(9)),
        ({"until": "2026-12-31"}, time(9)),
        ({"interval": 1, "wkst": "MO"}, time(9)),
    ],
)
def test_times_of_others_are_those_on_the_door(changes: dict[str, Any], opens: time) -> None:
    found = read([WEEKLY | changes])
    assert found.kept == []
    assert {span.opens for span in found.hours.weeks[0].days[0]} == {opens}


def test_without_a_first_day_it_holds_already() -> None:
    given = {name: value for name, value in WEEKLY.items() if name != "valid_from"}
    assert read([given]).hours.on(date(2026, 11, 24)) == (NINE,)


@pytest.mark.parametrize(
    "changes",
    [
        {"freq": "MONTHLY", "byday": "2MO"},
        {"interval": 2},
        {"count": 3},
        {"byday": "2MO"},
        {"byday": ""},
        {"bymonthday": "1,2"},
        {"opens_at": "nine"},
        {"opens_at": "16:00"},
        {"valid_from": "1.1.2026"},
        {"schedule_link": "https://example.fi"},
    ],
)
def test_what_is_more_than_a_week_is_kept_as_it_is(changes: dict[str, Any]) -> None:
    given = WEEKLY | changes
    found = read([given])
    assert (found.hours, found.kept) == (Hours(), [given])


def test_words_beside_hours_are_named() -> None:
    found = read([WEEKLY | {"description": "Ring the bell", "notes": "Not in July"}])
    assert found.hours.weeks[0].days[0] == (NINE,)
    assert found.left_out == ["schedules.description", "schedules.notes"]
