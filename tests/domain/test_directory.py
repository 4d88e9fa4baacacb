"""What is said of a service, and what cannot stand in the directory."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.directory import Address, Mark, Service
from app.domain.errors import Refused
from app.domain.place import ExceptionalDay, Hours, Span, Week, years_later
from app.domain.service_check import check_hours, check_service, cleaned
from app.domain.service_form import packed, unpacked

TODAY = date(2026, 11, 24)
NINE = Span(time(9), time(15))
JANUARY = date(2026, 1, 1)
TOWNS = ("pietarsaari", "kruunupyy")
KNOWN = Service(
    id="edu-kvarnen",
    category="training_provider",
    name={"fi": "Kvarnen", "sv": "Kvarnen", "en": ""},
    address=Address({"fi": "Torgarentie 4", "sv": ""}, {}, {}, "kruunupyy"),
    phone="044 785 1686",
    email="",
    web="https://example.fi",
    hours=Hours((Week(JANUARY, {1: (NINE,)}),)),
    organisation="edu-kvarnen",
    municipalities=("kruunupyy",),
    languages=("sv",),
    checked_on=date(2026, 6, 1),
)


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"enabled": False}, Mark.OFF),
        ({"valid_to": date(2026, 11, 23)}, Mark.ENDED),
        ({"valid_from": date(2026, 11, 25)}, Mark.NOT_YET),
        ({"checked_on": None}, Mark.UNCHECKED),
        ({"checked_on": date(2025, 11, 23)}, Mark.UNCHECKED),
        ({"hours": Hours()}, Mark.HOURS_UNKNOWN),
        ({"hours_invented": True}, Mark.HOURS_INVENTED),
    ],
)
def test_what_is_marked(changes: dict[str, object], mark: Mark) -> None:
    assert KNOWN.marks(TODAY) == ()
    assert replace(KNOWN, **changes).marks(TODAY) == (mark,)  # type: ignore[arg-type]


def test_the_last_day_and_the_first_still_hold() -> None:
    assert replace(KNOWN, valid_to=TODAY).holds_on(TODAY)
    assert replace(KNOWN, valid_from=TODAY).holds_on(TODAY)
    assert not replace(KNOWN, enabled=False).holds_on(TODAY)


def test_nobody_is_referred_to_what_is_off() -> None:
    with pytest.raises(Refused, match="service_off"):
        replace(KNOWN, enabled=False).check_for_slip(TODAY)


def test_a_season_holds_before_the_usual_week_and_ends() -> None:
    summer = Week(date(2026, 6, 1), {1: (Span(time(10), time(12)),)}, date(2026, 8, 31))
    later = Week(date(2026, 7, 1), {1: (Span(time(8), time(9)),)})
    hours = Hours((summer, *KNOWN.hours.weeks, later))
    assert hours.on(date(2026, 5, 26)) == (NINE,)
    assert hours.on(date(2026, 7, 7)) == (Span(time(10), time(12)),)
    assert hours.on(date(2026, 9, 1)) == (Span(time(8), time(9)),)


CHRISTMAS = Week(date(2026, 12, 20), {}, date(2027, 1, 6), yearly=True)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 1, 3), False),
        (date(2026, 12, 19), False),
        (date(2026, 12, 20), True),
        (date(2027, 1, 6), True),
        (date(2027, 1, 7), False),
        (date(2031, 12, 31), True),
        (date(2032, 1, 6), True),
        (date(2032, 7, 1), False),
    ],
)
def test_a_season_comes_again_every_year(day: date, holds: bool) -> None:
    assert CHRISTMAS.holds_on(day) == holds
    if day.year > 2027:
        assert not replace(CHRISTMAS, yearly=False).holds_on(day)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 300), st.integers(0, 30))
def test_every_later_year_has_the_same_season(first: date, long: int, later: int) -> None:
    season = Week(first, {}, first + timedelta(days=long), yearly=True)
    assert season.holds_on(years_later(first, later))
    assert not season.holds_on(first - timedelta(days=1))
    found = list(season.seasons(range(first.year, first.year + later + 1)))
    assert len(found) == later + 1
    assert found[0] == (season.valid_from, season.valid_to)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (Week(date(2030, 1, 6), {}, date(2030, 1, 7)), "seasons_overlap"),
        (Week(date(2020, 1, 1), {}, date(2020, 1, 2), yearly=True), "seasons_overlap"),
        (Week(date(2030, 1, 7), {}, date(2030, 12, 19)), ""),
        (Week(date(2020, 1, 7), {}, date(2020, 12, 19), yearly=True), ""),
        (Week(date(2026, 6, 1), {}, date(2027, 6, 1), yearly=True), "season_too_long"),
    ],
)
def test_seasons_of_all_years_keep_apart(other: Week, code: str) -> None:
    hours = Hours((CHRISTMAS, other))
    if code:
        with pytest.raises(Refused, match=code):
            check_hours(hours)
    else:
        check_hours(hours)


def weeks(*some: tuple[int, int | None]) -> Hours:
    return Hours(
        tuple(
            Week(date(2026, first, 1), {1: (NINE,)}, date(2026, last, 28) if last else None)
            for first, last in some
        )
    )


def overlapping() -> Hours:
    return Hours((Week(JANUARY, {1: (NINE, Span(time(14), time(16)))}),))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": {"fi": "", "sv": "Kvarnen"}}, "name_missing"),
        ({"name": {"fi": "x" * 300}}, "text_too_long"),
        ({"note": {"fi": "x" * 5001}}, "text_too_long"),
        ({"phone": "no telephone"}, "phone_not_understood"),
        ({"email": "nobody"}, "email_not_understood"),
        ({"web": "example.fi"}, "web_not_understood"),
        ({"category": "shop"}, "code_unknown"),
        ({"municipalities": ("vaasa",)}, "code_unknown"),
        ({"languages": ("in Swedish",)}, "code_unknown"),
        ({"sensitive": "secret"}, "code_unknown"),
        ({"address": Address({"fi": "Katu 1"}, {}, {}, "vaasa")}, "code_unknown"),
        ({"valid_from": TODAY, "valid_to": JANUARY}, "validity_backwards"),
        ({"hours": overlapping()}, "spans_overlap"),
        ({"hours": Hours((Week(JANUARY, {1: (Span(time(9), time(8)),)}),))}, "span_backwards"),
        ({"hours": Hours((Week(TODAY, {}, JANUARY),))}, "validity_backwards"),
        ({"hours": weeks((6, 8), (8, 9))}, "seasons_overlap"),
        ({"hours": weeks((6, None), (6, None))}, "seasons_overlap"),
        ({"hours": Hours((), (ExceptionalDay(TODAY, ()),) * 2)}, "day_twice"),
    ],
)
def test_what_cannot_be_kept(changes: dict[str, object], code: str) -> None:
    check_service(KNOWN, TOWNS)
    with pytest.raises(Refused, match=code):
        check_service(replace(KNOWN, **changes), TOWNS)  # type: ignore[arg-type]


def test_weeks_and_seasons_that_follow_each_other_are_kept() -> None:
    check_service(replace(KNOWN, hours=weeks((1, None), (6, 8), (9, 9), (6, None))), TOWNS)


def test_texts_become_clean_lines_and_closed_weekdays_go() -> None:
    typed = replace(
        KNOWN,
        name={"fi": " Kvarnen\n1 ", "sv": "", "en": ""},
        address=Address({"fi": " ", "sv": ""}, {}, {}, "kruunupyy"),
        hours=Hours((Week(JANUARY, {2: (), 1: (NINE,)}),)),
        languages=("sv", "sv"),
    )
    clean = cleaned(typed)
    assert clean.name["fi"] == "Kvarnen 1"
    assert clean.address is None
    assert clean.hours.weeks[0].days == {1: (NINE,)}
    assert clean.languages == ("sv",)
    assert cleaned(clean) == clean


def test_an_entry_is_read_back_from_its_history() -> None:
    whole = replace(
        KNOWN,
        hours=Hours((Week(JANUARY, {1: (NINE,)}, TODAY),), (ExceptionalDay(TODAY, (), "Course"),)),
        lines=(282, 375),
        kept={"fees": "none"},
    )
    for service in (KNOWN, whole, replace(KNOWN, address=None)):
        assert unpacked(packed(service)) == service
