from datetime import date, time

import pytest

from app.domain.place import Hours, Span, Week
from app.services import hours
from app.ui.settings.hours_page import HoursPage
from app.ui.settings.week_form import week_words
from tests.ui.settings.hands import Hands

JANUARY, JUNE = date(2026, 1, 1), date(2026, 6, 1)
DAY = (Span(time(9), time(15)),)
SPLIT = (Span(time(9), time(12)), Span(time(13), time(16, 30)))


@pytest.fixture
def known(hands: Hands) -> HoursPage:
    """The page, with hours of the location since January and since June."""
    with hands.desk.write() as unit:
        weeks = {JANUARY: Week(JANUARY, {0: DAY}), JUNE: Week(JUNE, {0: DAY, 1: SPLIT})}
        hours.change_weeks(unit, "pietarsaari", dict(weeks))
    return hands.page(HoursPage)


def test_hours_not_known_are_said_and_entered(hands: Hands) -> None:
    page = hands.page(HoursPage)
    assert page.unknown.isVisible()
    hands.click(page.add)
    hands.type(page.form.since, "1.1.2027")
    hands.type(page.form.days[0], "9-15")
    hands.type(page.form.days[4], "9.00–12, 13 - 16.30")
    hands.save()
    new = date(2027, 1, 1)
    assert hands.hours() == Hours((Week(new, {0: DAY, 4: SPLIT}),))
    assert page.form.days[4].text() == "9–12, 13–16.30"
    assert not page.unknown.isVisible()
    assert page.rows.keys() == ["2027-01-01"]
    hands.undo()
    assert hands.hours() == Hours()
    assert page.unknown.isVisible()


def test_the_hours_that_hold_today_are_open_first(known: HoursPage) -> None:
    assert known.rows.key() == JUNE.isoformat()
    assert known.form.since.text() == "1.6.2026"
    assert [day.text() for day in known.form.days[:3]] == ["9–15", "9–12, 13–16.30", ""]


def test_earlier_hours_are_opened_and_changed(hands: Hands, known: HoursPage) -> None:
    hands.click_row(known.rows, JANUARY.isoformat())
    assert known.form.since.text() == "1.1.2026"
    hands.type(known.form.days[6], "10–14")
    hands.save()
    assert hands.hours().weeks[0].days[6] == (Span(time(10), time(14)),)
    assert hands.hours().weeks[1].days == {0: DAY, 1: SPLIT}


def test_another_beginning_moves_the_hours(hands: Hands, known: HoursPage) -> None:
    before = hands.hours()
    hands.type(known.form.since, "1.9.2026")
    hands.save()
    assert [week.valid_from for week in hands.hours().weeks] == [JANUARY, date(2026, 9, 1)]
    assert known.rows.key() == "2026-09-01"
    hands.undo()
    assert hands.hours() == before


def test_two_entries_never_begin_on_one_day(hands: Hands, known: HoursPage) -> None:
    hands.type(known.form.since, "1.1.2026")
    assert known.form.since.error() == "There are hours from this day already."
    assert not hands.dialog.save.isEnabled()


def test_hours_that_make_no_sense_are_not_saved(hands: Hands, known: HoursPage) -> None:
    for text, sentence in (
        ("9–", "Write the hours as 9–15 or 9–12, 13–16.30."),
        ("15–9", "15.00–9.00 ends before it begins. Correct it."),
        ("9–13, 12–15", "Two opening times of the day overlap at 12.00."),
    ):
        hands.type(known.form.days[2], text)
        assert known.form.days[2].error() == sentence
        assert not hands.dialog.save.isEnabled()
    hands.type(known.form.since, "soon")
    assert known.form.since.error() == "Write the day as 24.11.2026."


def test_hours_are_removed_and_come_back(hands: Hands, known: HoursPage) -> None:
    before = hands.hours()
    hands.click(known.form.remove)
    assert [week.valid_from for week in hands.hours().weeks] == [JANUARY]
    assert known.rows.key() == JANUARY.isoformat()
    hands.undo()
    assert hands.hours() == before


def test_monday_is_copied_to_friday(hands: Hands, known: HoursPage) -> None:
    hands.click(known.form.as_monday)
    hands.save()
    assert hands.hours().weeks[1].days == dict.fromkeys(range(5), DAY)


def test_a_new_entry_stays_open_while_others_write(hands: Hands, known: HoursPage) -> None:
    hands.click(known.add)
    with hands.desk.write() as unit:
        hours.change_weeks(unit, "pietarsaari", {JANUARY: None})
    hands.dialog.runner.changed.emit(unit.changes, None)
    assert known.rows.keys() == [JUNE.isoformat()]
    assert known.rows.key() == ""
    assert known.form.is_blank()


def test_a_week_in_one_line() -> None:
    friday = {**dict.fromkeys(range(5), DAY), 4: SPLIT}
    assert week_words(Week(JUNE, friday)) == "Mon–Thu 9–15 · Fri 9–12, 13–16.30"
    assert week_words(Week(JUNE, {5: DAY, 6: DAY})) == "Sat–Sun 9–15"
    assert week_words(Week(JUNE, {})) == "closed"
