"""The desk by its keys: what a clerk presses and what is recorded."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import localization
from app.domain.visit import Facts, FirstVisit, Interpreter, Precision, Source
from app.services import drafts
from app.services.today import day_list
from app.ui.check_in.rows import RowLabel
from app.ui.check_in.tab import CheckInTab
from tests.ui.check_in.conftest import Hands

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_an_ordinary_visit_is_five_keys(hands: Hands) -> None:
    hands.keys("9", "A", "Z", "⇧2", ENTER)
    (visit,) = hands.visits()
    assert visit.facts == Facts(("benefits",), ("helped_with_form",), "ar", "pietarsaari")


def test_enter_with_only_a_topic_is_a_visit(hands: Hands) -> None:
    hands.keys("9", ENTER)
    assert [visit.facts for visit in hands.visits()] == [Facts(("benefits",))]
    assert hands.tab.form.is_empty()


def test_enter_without_a_topic_records_nothing_and_says_so(hands: Hands) -> None:
    hands.keys("A", ENTER)
    assert hands.visits() == []
    assert hands.line() == "Choose a topic."


def test_a_fourth_topic_is_refused_and_the_three_stay(hands: Hands) -> None:
    hands.keys("1", "2", "Q")
    hands.keys("I")
    assert hands.line() == "At most 3 topics."
    hands.keys(ENTER)
    assert hands.visits()[0].facts.topics == ("arrival", "permit", "digital")


def test_the_same_key_takes_back(hands: Hands) -> None:
    hands.keys("9", "8", "9", "A", "A", "P", "P", ",", ",", ENTER)
    assert hands.visits()[0].facts == Facts(("housing",))


def test_all_that_has_a_key(hands: Hands) -> None:
    hands.keys("9", "S", "M", "⇧1", "⇧0", "O", "+", "+", "-", ".", "Ä", ENTER)
    facts = hands.visits()[0].facts
    assert facts == Facts(
        ("benefits",),
        ("information_given", "left"),
        "fi",
        "unknown",
        "appointment",
        Interpreter.NOT_GOT,
        FirstVisit.YES,
        2,
    )


@pytest.mark.parametrize(
    ("key", "text", "scan"),
    [
        (Qt.Key.Key_unknown, "٩", 18),
        (Qt.Key(0x0424), "ф", 38),
        (Qt.Key(0x064A), "ش", 38),
    ],
)
def test_keys_mean_their_place_under_another_layout(
    hands: Hands, key: Qt.Key, text: str, scan: int
) -> None:
    hands.keys("8")
    hands.event(key, text, scan=scan)
    hands.keys(ENTER)
    facts = hands.visits()[0].facts
    assert (facts.topics, facts.language) in (
        (("housing", "benefits"), None),
        (("housing",), "ar"),
    )


def test_a_language_without_a_key_is_typed(hands: Hands) -> None:
    hands.keys("9", "Ö")
    hands.type("tig")
    hands.keys(ENTER)
    assert hands.visits() == []
    hands.keys(ENTER)
    assert hands.visits()[0].facts.language == "ti"


def test_its_own_key_takes_a_typed_language_back(hands: Hands) -> None:
    hands.keys("9", "Ö")
    hands.type("viro")
    hands.keys(ENTER, "Ö", ENTER)
    assert hands.visits()[0].facts.language is None


def test_what_is_typed_in_vain_is_another_language(hands: Hands) -> None:
    hands.keys("9", "Ö")
    hands.type("klingon")
    hands.keys(ENTER, ENTER)
    assert hands.visits()[0].facts.language == "other"


def test_escape_leaves_the_list_and_keeps_the_form(hands: Hands) -> None:
    hands.keys("9", "N", ESCAPE)
    assert hands.tab.form.facts() == Facts(("benefits",))


def test_undo_takes_the_visit_back_into_the_form(hands: Hands) -> None:
    hands.keys("9", "A", ENTER)
    hands.undo()
    assert hands.visits() == []
    hands.keys("Z", ENTER)
    assert hands.visits()[0].facts == Facts(("benefits",), (), "ar", "pietarsaari")


def test_escape_clears_and_undo_brings_it_back(hands: Hands) -> None:
    hands.keys("9", "A", ESCAPE)
    assert hands.tab.form.is_empty()
    hands.undo()
    assert hands.tab.form.facts() == Facts(("benefits",), (), "ar")


def test_repeat_keys(hands: Hands) -> None:
    for topic in ("9", "8", "8"):
        hands.keys(topic, "A", "Z", ENTER)
    hands.keys("7", "S", ENTER)
    hands.keys(Qt.Key.Key_F2, ENTER)
    assert hands.visits()[-1].facts == Facts(("business",), (), "fi")
    hands.keys(Qt.Key.Key_F3, ENTER)
    assert hands.visits()[-1].facts == Facts(("housing",), (), "ar", "pietarsaari")


def test_a_note_is_kept_and_enter_in_it_records_nothing(hands: Hands) -> None:
    hands.keys("9")
    hands.tab.note()
    hands.type("needs the form in large print")
    hands.keys(ENTER)
    assert hands.visits() == []
    hands.keys(ENTER)
    assert hands.visits()[0].facts.note == "needs the form in large print"


def test_a_note_that_is_too_long_is_refused_and_nothing_is_lost(hands: Hands) -> None:
    hands.keys("9")
    hands.tab.note()
    text = "x" * 10_000
    hands.tab.form.note.field.edit.insert(text)
    hands.keys(ENTER)
    hands.keys(ENTER)
    assert hands.visits() == []
    assert hands.tab.form.facts().note == text
    assert "10" in hands.line()


def test_keys_sleep_while_a_field_has_the_keyboard(hands: Hands) -> None:
    hands.keys("9")
    hands.tab.note()
    assert hands.tab.form.property("panel") == "card"
    hands.type("qwe")
    hands.keys(ESCAPE)
    assert hands.tab.form.property("panel") == "live"
    assert hands.tab.form.facts() == Facts(("benefits",), note="qwe")


def test_back_dating_to_a_day(hands: Hands) -> None:
    hands.keys("9")
    hands.tab.ask_time()
    hands.tab.form.when.day.set_text("20.11.")
    hands.tab.form.when.precision.set_current("day")
    hands.keys(ENTER, ENTER)
    with hands.desk.read() as unit:
        (visit,) = day_list(unit, "pietarsaari", date(2026, 11, 20))
    assert (visit.when.precision, visit.when.hour) == (Precision.DAY, None)


def test_a_day_to_come_is_refused_in_its_field(hands: Hands) -> None:
    hands.keys("9")
    hands.tab.ask_time()
    hands.tab.form.when.day.set_text("25.11.2026")
    hands.keys(ENTER)
    assert hands.tab.form.when.day.error() == "This day has not come yet."
    assert hands.tab.form.when.isVisible()


def test_amending_the_last_visit(hands: Hands) -> None:
    hands.keys("9", "A", ENTER)
    hands.keys("1")
    hands.tab.amend()
    hands.keys("9", "8", ENTER)
    assert hands.visits()[0].facts.topics == ("benefits",)
    hands.keys("2", ENTER)
    (visit,) = hands.visits()
    assert (visit.facts.topics, visit.amended) == (("housing",), True)
    assert hands.tab.form.facts() == Facts(("arrival",))
    hands.undo()
    assert hands.visits()[0].facts == Facts(("benefits",), (), "ar")


def test_escape_leaves_an_amendment(hands: Hands) -> None:
    hands.keys("9", ENTER, "1")
    hands.tab.amend()
    hands.keys("8", ESCAPE)
    assert hands.visits()[0].facts == Facts(("benefits",))
    assert hands.tab.form.facts() == Facts(("arrival",))


def test_voiding_from_the_list_with_a_reason_of_ones_own(hands: Hands) -> None:
    hands.keys("9", ENTER)
    visits = hands.tab.panel.last
    visits.setFocus()
    visits.setCurrentIndex(visits.model().index(0, 0))
    hands.keys(Qt.Key.Key_Delete)
    hands.keys(Qt.Key.Key_Escape)
    assert hands.tab.panel.last.hasFocus()
    hands.keys(Qt.Key.Key_Delete)
    hands.tab.amending.reasons.field.edit.setFocus()
    hands.type("two desks at once")
    hands.keys(ENTER)
    assert hands.visits() == []
    hands.undo()
    assert len(hands.visits()) == 1


def test_the_draft_of_a_form_survives(hands: Hands, at: Callable[[str], Hands]) -> None:
    hands.keys("9", "A")
    hands.tab.leave()
    again = at("pietarsaari")
    assert again.tab.form.facts() == Facts(("benefits",), (), "ar")
    again.keys(ENTER)
    assert len(again.visits()) == 1
    with again.desk.read() as unit:
        assert drafts.load(unit, "pietarsaari") is None


def test_romaniportti_asks_neither_language_nor_municipality(at: Callable[[str], Hands]) -> None:
    hands = at("romaniportti")
    hands.keys("9", "A", "Z", ENTER)
    assert hands.visits()[0].facts == Facts(("benefits",))
    assert not hands.tab.form.questions.languages.isVisible()
    assert not hands.tab.form.note.isVisible()


def test_a_days_paper_list(hands: Hands) -> None:
    hands.tab.show_tally()
    hands.keys("1", "2", Qt.Key.Key_Down, "+", "+", Qt.Key.Key_Right, "3", ENTER)
    tallied = hands.visits()
    assert len(tallied) == 17
    assert {visit.source for visit in tallied} == {Source.TALLY}
    assert {visit.when.hour for visit in tallied} == {None}
    hands.undo()
    assert hands.visits() == []
    assert hands.tab.tally.grid.counts.total() == 17


def test_an_empty_list_is_refused(hands: Hands) -> None:
    hands.tab.show_tally()
    hands.keys(ENTER)
    assert hands.tab.tally.line.text() == "Count at least one visit."


def test_the_days_list_shows_voided_visits(hands: Hands) -> None:
    hands.keys("9", ENTER)
    hands.undo()
    hands.tab.clear()
    hands.tab.show_day()
    assert hands.tab.days.summary.text() == "0 visits · 0 persons · 1 voided"
    hands.keys(Qt.Key.Key_Left)
    assert "23.11.2026" in hands.tab.days.title.text()


def test_typing_never_waits_and_the_panel_follows(hands: Hands) -> None:
    hands.keys("9", ENTER, "8", ENTER)
    assert hands.tab.panel.count.text() == "2"
    assert hands.tab.panel.last.model().rowCount() == 2


@pytest.mark.parametrize("language", localization.LANGUAGES)
def test_the_whole_form_is_in_view_on_a_small_screen(hands: Hands, language: str) -> None:
    localization.use(language)
    for widget in (hands.tab.widget, *hands.tab.widget.findChildren(type(hands.tab.form))):
        QApplication.sendEvent(widget, _language_change())
    bar = hands.tab.form.area.verticalScrollBar()
    QTest.qWait(0)
    assert bar.maximum() == 0


def _language_change() -> QEvent:
    return QEvent(QEvent.Type.LanguageChange)


def test_no_scroll_bar_stays_where_the_form_fits(hands: Hands, qtbot: QtBot) -> None:
    bar = hands.tab.form.area.verticalScrollBar()
    hands.tab.widget.resize(1366, 400)
    qtbot.waitUntil(bar.isVisible)
    hands.tab.widget.resize(1366, 617)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_above_its_chips_the_word_of_a_row_is_one_line(hands: Hands) -> None:
    label = hands.tab.form.rows.findChildren(RowLabel)[1]
    assert label.hint.text() == "1–0, Q–I\nthe 1st is main"
    hands.tab.widget.resize(700, 617)
    assert label.hint.text() == "1–0, Q–I · the 1st is main"


def test_the_form_fits_anew_when_a_note_is_opened(hands: Hands, qtbot: QtBot) -> None:
    hands.tab.note()
    page, room = hands.tab.form.area.widget(), hands.tab.form.area.viewport()
    assert page is not None
    qtbot.waitUntil(lambda: page.height() <= room.height())


def test_the_tab_key_goes_in_reading_order(hands: Hands) -> None:
    form = hands.tab.form
    stops = [
        form.questions.topics,
        form.questions.languages,
        form.questions.municipalities,
        form.questions.outcomes,
        form.questions.channels,
        form.questions.persons,
        form.questions.interpreter,
        form.questions.first_visit,
        form.client.note,
        form.client.link,
        form.foot.clear,
        form.foot.slip,
        form.foot.record,
    ]
    form.questions.topics.chips["arrival"].setFocus()
    for stop in stops[1:]:
        QTest.keyClick(hands.focus(), Qt.Key.Key_Tab)
        assert stop is hands.focus() or stop.isAncestorOf(hands.focus()), stop


def test_the_tab_takes_what_it_needs(hands: Hands) -> None:
    assert isinstance(hands.tab, CheckInTab)
    assert {action.name for action in hands.tab.actions()} >= {"visit.record", "visit.tally"}


def test_there_is_no_waiting_line_unless_a_site_wants_one(hands: Hands) -> None:
    hands.keys(Qt.Key.Key_F7, Qt.Key.Key_F8)
    assert not hands.tab.panel.waiting.isVisible()
    assert hands.workplace.undo.any_left is False


@pytest.mark.parametrize("precision", ["day", "exact"])
def test_undo_keeps_the_day_of_a_visit_that_was_back_dated(hands: Hands, precision: str) -> None:
    hands.keys("9")
    hands.tab.ask_time()
    hands.tab.form.when.day.set_text("20.11.")
    hands.tab.form.when.clock.set_text("9.30")
    hands.tab.form.when.precision.set_current(precision)
    hands.keys(ENTER)
    given = hands.tab.form.back_dated()
    assert given is not None
    hands.keys(ENTER)
    hands.undo()
    assert hands.tab.form.back_dated() == given
