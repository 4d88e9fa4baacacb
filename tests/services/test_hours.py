"""Opening hours and exceptional days written in one go, and the way back."""

from datetime import date, time

import pytest

from app.domain.errors import Refused
from app.domain.place import ExceptionalDay, Hours, Span, Week
from app.domain.roles import Role
from app.domain.visit import REASON_MAX
from app.services import hours, places
from app.services.unit import Changes, Desk
from tests.desks import colleague

MORNING = (Span(time(9), time(12)),)
JANUARY, MAY = date(2027, 1, 1), date(2027, 5, 1)
CHRISTMAS = date(2026, 12, 25)


def known(desk: Desk, code: str = "pietarsaari") -> Hours:
    with desk.read() as unit:
        return places.hours(unit, code)


def test_what_weeks_were_before_undoes_them(desk: Desk) -> None:
    old, moved = Week(JANUARY, {0: MORNING}), Week(MAY, {1: MORNING})
    with desk.write() as unit:
        assert hours.change_weeks(unit, "pietarsaari", {JANUARY: old}) == {JANUARY: None}
    with desk.write() as unit:
        before = hours.change_weeks(unit, "pietarsaari", {JANUARY: None, MAY: moved})
        assert unit.changes == Changes.PLACES
    assert known(desk).weeks == (moved,)
    with desk.write() as unit:
        hours.change_weeks(unit, "pietarsaari", before)
    assert known(desk).weeks == (old,)


def test_what_days_were_before_undoes_them(desk: Desk) -> None:
    closed = ExceptionalDay(CHRISTMAS, (), "Christmas")
    short = ExceptionalDay(CHRISTMAS, MORNING, "Short day")
    here, there = ("pietarsaari", CHRISTMAS), ("kruunupyy", CHRISTMAS)
    with desk.write() as unit:
        hours.change_days(unit, {here: short})
        before = hours.change_days(unit, {here: closed, there: closed})
    assert before == {here: short, there: None}
    assert known(desk, "kruunupyy").exceptions == (closed,)
    with desk.write() as unit:
        assert hours.change_days(unit, before) == {here: closed, there: closed}
    assert known(desk).exceptions == (short,)
    assert known(desk, "kruunupyy").exceptions == ()


def test_a_backward_span_keeps_the_others_out_too(desk: Desk) -> None:
    backward = Week(MAY, {0: (Span(time(15), time(9)),)})
    changes = {JANUARY: Week(JANUARY, {0: MORNING}), MAY: backward}
    with pytest.raises(Refused, match="span_backwards"), desk.write() as unit:
        hours.change_weeks(unit, "pietarsaari", changes)
    assert known(desk).weeks == ()


def test_hours_of_no_place_are_refused(desk: Desk) -> None:
    day = ExceptionalDay(CHRISTMAS, ())
    with pytest.raises(Refused, match="location_unknown"), desk.write() as unit:
        hours.change_days(unit, {("atlantis", CHRISTMAS): day})
    with pytest.raises(Refused, match="location_unknown"), desk.write() as unit:
        hours.change_weeks(unit, "atlantis", {JANUARY: None})


def test_a_reason_fits_its_column(desk: Desk) -> None:
    fitting, longer = "x" * REASON_MAX, "x" * (REASON_MAX + 1)
    with desk.write() as unit:
        places.save_exceptional_day(unit, "kruunupyy", ExceptionalDay(CHRISTMAS, (), fitting))
    with pytest.raises(Refused, match="reason_too_long"), desk.write() as unit:
        places.save_exceptional_day(unit, "kruunupyy", ExceptionalDay(CHRISTMAS, (), longer))


@pytest.mark.parametrize(
    ("language", "christmas", "ascension"),
    [
        ("fi", "Joulupäivä", "Helatorstai"),
        ("sv", "Juldagen", "Kristi himmelsfärdsdag"),
        ("en", "Christmas Day", "Ascension Day"),
    ],
)
def test_public_holidays_in_the_language_asked(
    desk: Desk, language: str, christmas: str, ascension: str
) -> None:
    with desk.read() as unit:
        days = hours.public_holidays(unit, 2026, language)
    assert days[CHRISTMAS] == christmas
    assert days[date(2026, 5, 14)] == ascension
    assert list(days) == sorted(days)


def test_hours_are_for_who_keeps_the_settings(desk: Desk) -> None:
    clerk = colleague(desk, "clerk", Role.CLERK)
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        hours.change_weeks(unit, "pietarsaari", {JANUARY: Week(JANUARY, {})})
    with pytest.raises(Refused, match="no_right"), clerk.write() as unit:
        hours.change_days(unit, {("pietarsaari", CHRISTMAS): None})
    with pytest.raises(Refused, match="no_right"), clerk.read() as unit:
        hours.public_holidays(unit, 2026, "fi")
