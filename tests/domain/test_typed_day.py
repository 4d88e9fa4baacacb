"""Birth dates as one hears and types them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.typed_day import Birth, read_birth, read_past_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["1.2.1990", "01.02.1990", "1990-02-01", "1/2/1990", "010290", "01021990", " 1. 2. 90 "]
)
def test_a_date_in_any_usual_form(text: str) -> None:
    assert read_birth(text, TODAY) == Birth(date(1990, 2, 1), 1990)


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("1990", Birth(year=1990)),
        ("2026", Birth(year=2026)),
        ("", Birth()),
        ("  ", Birth()),
        ("010215", Birth(date(2015, 2, 1), 2015)),
        ("010227", Birth(date(1927, 2, 1), 1927)),
    ],
)
def test_a_year_alone_nothing_and_a_short_year(text: str, birth: Birth) -> None:
    assert read_birth(text, TODAY) == birth


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30.2.1990", "birth_not_understood"),
        ("Yusuf", "birth_not_understood"),
        ("1.1.1990 Yusuf", "birth_not_understood"),
        ("1.1.1990 2.2.1991", "birth_not_understood"),
        ("131052-308T", "birth_not_understood"),
        ("131052-3083", "birth_not_understood"),
        ("1", "birth_not_understood"),
        ("1" * 10_000, "birth_not_understood"),
        ("\0", "birth_not_understood"),
        ("2027", "birth_in_future"),
        ("25.11.2026", "birth_in_future"),
    ],
)
def test_what_is_no_birth_date_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_birth(text, TODAY)
    assert refused.value.code == code


@given(st.dates(date(1900, 1, 1), TODAY), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d%m%Y"]))
def test_every_date_is_read_as_it_was_written(day: date, form: str) -> None:
    assert read_birth(day.strftime(form), TODAY).day == day
    assert read_past_day(day.strftime(form), TODAY) == day


@given(st.text(max_size=30))
def test_anything_else_is_read_or_refused(text: str) -> None:
    read: int | str | None
    try:
        read = read_birth(text, TODAY).year
    except Refused as refused:
        read = refused.code
    assert read in ("birth_not_understood", "birth_in_future", None, *range(1900, 2027))


def test_a_day_of_arrival_is_whole_and_has_been() -> None:
    assert read_past_day("", TODAY) is None
    assert read_past_day("1.2.24", TODAY) == date(2024, 2, 1)
    for text, code in (("2024", "day_not_understood"), ("1.2.2027", "date_in_future")):
        with pytest.raises(Refused) as refused:
            read_past_day(text, TODAY)
        assert refused.value.code == code
