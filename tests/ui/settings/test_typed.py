"""Hours and days as people write them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.place import Span
from app.ui.settings.typed import (
    read_day,
    read_spans,
    spans_text,
    understood,
)

TODAY = date(2026, 11, 24)


def span(opens: str, closes: str) -> Span:
    return Span(time.fromisoformat(opens), time.fromisoformat(closes))


@st.composite
def days(draw: st.DrawFn) -> tuple[Span, ...]:
    """The spans of a day, in order and apart."""
    minutes = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), max_size=8)))
    moments = [time(minute // 60, minute % 60) for minute in minutes]
    return tuple(map(Span, moments[::2], moments[1::2]))


@given(days())
def test_what_is_written_out_is_read_back(spans: tuple[Span, ...]) -> None:
    assert read_spans(spans_text(spans)) == spans


@given(days(), st.sampled_from("-–—−‑"), st.sampled_from([", ", ",", "; ", " "]))
def test_any_dash_and_any_gap_will_do(spans: tuple[Span, ...], dash: str, between: str) -> None:
    text = spans_text(spans).replace("–", f" {dash} ").replace(", ", between)
    assert read_spans(text) == spans


@given(st.text("0123456789.,:;-– aå", max_size=20))
def test_nothing_typed_breaks_it(text: str) -> None:
    spans, sentence = understood(read_spans, text)
    assert (spans is None) == bool(sentence)
    assert spans is None or read_spans(spans_text(spans)) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("  ", ()),
        ("9–15", (span("09:00", "15:00"),)),
        ("9-15.30", (span("09:00", "15:30"),)),
        ("09:00 - 15:30", (span("09:00", "15:30"),)),
        ("0900-1530", (span("09:00", "15:30"),)),
        ("9.00–15.30, 16–18", (span("09:00", "15:30"), span("16:00", "18:00"))),
        ("16–18 9–15", (span("09:00", "15:00"), span("16:00", "18:00"))),
        ("9–12;12–15", (span("09:00", "12:00"), span("12:00", "15:00"))),
    ],
)
def test_hours_as_people_write_them(text: str, spans: tuple[Span, ...]) -> None:
    assert read_spans(text) == spans


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9", "hours_not_understood"),
        ("9–", "hours_not_understood"),
        ("9–12–15", "hours_not_understood"),
        ("9–25", "hours_not_understood"),
        ("9.75–15", "hours_not_understood"),
        ("nine to five", "hours_not_understood"),
        ("15–9", "span_backwards"),
        ("9–9", "span_backwards"),
        ("9–13, 12–15", "spans_overlap"),
    ],
)
def test_what_is_no_time_to_be_open(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_spans(text)
    assert refused.value.code == code


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_with_its_year_is_that_day(day: date) -> None:
    written = f"{day.day}.{day.month}.{day.year}"
    assert {read_day(text, TODAY) for text in (written, day.isoformat(), f" {written} ")} == {day}
    assert read_day(f"{day.day}.{day.month}.{day.year % 100:02}", TODAY) == day


@given(st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_one(ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    assert read_day(f"{day.day}.{day.month}.", TODAY) == day
    assert read_day(f"{day.day}.{day.month}", TODAY) == day


@pytest.mark.parametrize("text", ["", "24", "31.11.2026", "24.13.2026", "2026-13-01", "tomorrow"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(Refused, match="day_not_understood"):
        read_day(text, TODAY)
