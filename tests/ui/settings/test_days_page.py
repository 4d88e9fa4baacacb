from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.place import ExceptionalDay, Span, Week
from app.services import hours
from app.ui.language import switch
from app.ui.settings.days_page import DaysPage
from tests.ui.settings.hands import Hands

EVE, CHRISTMAS = date(2026, 12, 24), date(2026, 12, 25)
SHORT = (Span(time(9), time(12)),)
ALL = ("pietarsaari", "uusikaarlepyy", "kruunupyy", "romaniportti")


@pytest.fixture
def page(hands: Hands) -> DaysPage:
    return hands.page(DaysPage)


def enter(hands: Hands, page: DaysPage, day: str, spans: str = "", reason: str = "") -> None:
    hands.type(page.form.day, day)
    hands.type(page.form.hours, spans)
    hands.type(page.form.reason, reason)


def test_a_closed_day_is_entered_and_taken_back(hands: Hands, page: DaysPage) -> None:
    enter(hands, page, "25.12.", reason="Christmas")
    assert page.form.day.message.text() == "Friday"
    hands.save()
    assert hands.hours().exceptions == (ExceptionalDay(CHRISTMAS, (), "Christmas"),)
    assert hands.hours("kruunupyy").exceptions == ()
    row = page.rows.row_at(0)
    assert (row.title, row.detail) == ("Fri 25.12.2026", "closed · Christmas")
    hands.undo()
    assert hands.hours().exceptions == ()
    assert page.form.is_blank()


def test_a_day_at_all_locations_is_one_act(hands: Hands, page: DaysPage) -> None:
    enter(hands, page, "24.12.2026", "9-12", "Short day")
    page.everywhere.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    day = ExceptionalDay(EVE, SHORT, "Short day")
    assert [hands.hours(code).exceptions for code in ALL] == [(day,)] * 4
    assert hands.told() == "Exceptional day kept: All locations · 24.12.2026"
    hands.undo()
    assert [hands.hours(code).exceptions for code in ALL] == [()] * 4


def test_a_day_moves_and_is_removed(hands: Hands, page: DaysPage) -> None:
    enter(hands, page, "24.12.2026", reason="Eve")
    hands.save()
    enter(hands, page, "25.12.2026", reason="Day")
    hands.save()
    moved = (ExceptionalDay(CHRISTMAS, (), "Day"),)
    assert hands.hours().exceptions == moved
    hands.click(page.form.remove)
    assert hands.hours().exceptions == ()
    hands.undo()
    assert hands.hours().exceptions == moved


def test_the_same_day_stands_there_once(hands: Hands, page: DaysPage) -> None:
    enter(hands, page, "24.12.2026", reason="Eve")
    hands.save()
    hands.click(page.add)
    enter(hands, page, "24.12.2026", reason="Again")
    assert page.form.day.error() == "This day is in the list already."
    assert not hands.dialog.save.isEnabled()


@pytest.mark.parametrize(
    ("day", "spans", "reason"),
    [("soon", "", ""), ("24.12.2026", "15–9", ""), ("24.12.2026", "", "x" * 201)],
)
def test_what_makes_no_sense_is_not_saved(
    hands: Hands, page: DaysPage, day: str, spans: str, reason: str
) -> None:
    enter(hands, page, day, spans, reason)
    form = page.form
    assert sum(bool(field.error()) for field in (form.day, form.hours, form.reason)) == 1
    assert not hands.dialog.save.isEnabled()


def test_coming_days_stand_before_those_that_are_over(hands: Hands, page: DaysPage) -> None:
    for day in ("1.5.2026", "25.12.2026", "24.12.2026", "6.1.2026"):
        hands.click(page.add)
        enter(hands, page, day)
        hands.save()
    assert page.rows.keys() == ["2026-12-24", "2026-12-25", "2026-05-01", "2026-01-06"]
    assert [page.rows.row_at(i).quiet for i in range(4)] == [False, False, True, True]


def test_holidays_are_looked_at_then_taken_over(hands: Hands, page: DaysPage, qtbot: QtBot) -> None:
    with hands.desk.write() as unit:
        monday_to_friday = Week(EVE, dict.fromkeys(range(5), SHORT))
        hours.change_weeks(unit, "pietarsaari", {EVE: monday_to_friday})
        day = ExceptionalDay(date(2027, 1, 6), SHORT, "Open all the same")
        hours.change_days(unit, {("pietarsaari", day.day): day})
    page.read()
    hands.click(page.offer)
    assert page.holidays.year.value() == 2027
    ticks = page.holidays.ticks
    assert hands.hours().exceptions == (day,)
    assert not ticks[day.day].isEnabled()
    assert ticks[day.day].text().endswith("in the list already")
    saturday, friday = date(2027, 5, 1), date(2027, 1, 1)
    assert ticks[saturday].text() == "Sat 1.5. May Day · closed anyway"
    assert (ticks[saturday].isChecked(), ticks[friday].isChecked()) == (False, True)
    qtbot.waitUntil(ticks[friday].isVisible)
    ticks[friday].setFocus()
    hands.press(Qt.Key.Key_Space)
    n = sum(tick.isChecked() for tick in ticks.values())
    assert page.verb() == f"Take over {n} closed days"
    hands.save()
    taken = {one.day: one for one in hands.hours().exceptions}
    assert len(taken) == n + 1
    assert taken[day.day] == day
    assert taken[date(2027, 3, 26)] == ExceptionalDay(date(2027, 3, 26), (), "Good Friday")
    assert friday not in taken
    hands.undo()
    assert hands.hours().exceptions == (day,)


def test_holidays_of_another_year_at_all_locations(hands: Hands, page: DaysPage) -> None:
    hands.click(page.offer)
    page.everywhere.setFocus()
    hands.press(Qt.Key.Key_Space)
    page.holidays.year.setFocus()
    hands.press(Qt.Key.Key_Right)
    assert min(page.holidays.ticks).year == 2028
    hands.save()
    listed = [hands.hours(code).exceptions for code in ALL]
    assert all(listed)
    assert listed.count(listed[0]) == 4
    assert {one.day.year for one in listed[0]} == {2028}


def test_holidays_speak_the_language_in_use(hands: Hands, page: DaysPage) -> None:
    hands.click(page.offer)
    switch("sv")
    assert "Juldagen" in page.holidays.ticks[date(2027, 12, 25)].text()
    switch("fi")
    assert "Joulupäivä" in page.holidays.ticks[date(2027, 12, 25)].text()


def test_holidays_can_be_left(hands: Hands, page: DaysPage) -> None:
    hands.click(page.offer)
    hands.click(page.holidays.leave)
    assert page.stack.currentWidget() is page.form
    assert not hands.dialog.save.isEnabled()
    assert hands.hours().exceptions == ()
