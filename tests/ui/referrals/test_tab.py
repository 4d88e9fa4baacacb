"""The referrals by keys and clicks, on a demonstration."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.domain.slip import Coming, Paper
from app.services import phrases
from app.services.slips import preview
from app.ui.language import switch
from app.ui.referrals import speech
from app.ui.referrals.directory import Entry
from app.ui.theme import Theme, active
from app.ui.worker import Worker
from tests.ui.referrals.conftest import CONTROL, Hands, Opens


def test_ctrl_4_opens_it_with_the_keyboard_in_the_search(hands: Hands) -> None:
    hands.window.frame.pages.go(1)
    hands.press(Qt.Key.Key_4, CONTROL)
    assert hands.focus() is hands.tab.directory.field.edit
    assert hands.tab.preview.empty.sentence.text() == "Choose a service."
    assert not hands.tab.preview.print.isEnabled()


def test_a_slip_by_keys_alone(hands: Hands) -> None:
    hands.type("kvarn")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_1)
    page = hands.page()
    assert page.wish.services == ("edu-kvarnen",)
    assert page.wish.language == "ar"
    assert page.number == "J-____-_"
    assert hands.tab.preview.view.isVisible()
    assert hands.tab.preview.print.isEnabled()


def test_arrows_choose_another_hit_while_one_types(hands: Hands) -> None:
    hands.type("kvarn")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    taken = hands.tab.form.answers.services.codes()
    assert taken == ("ip-kotoutumisportti-kruunupyy",)


def test_esc_empties_the_search(hands: Hands) -> None:
    hands.type("xyzzy")
    assert hands.tab.directory.empty.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert hands.tab.directory.field.text() == ""
    assert hands.tab.directory.count.text() == "68 / 68"


def test_only_what_serves_in_a_language(hands: Hands) -> None:
    card = hands.tab.directory
    offered = {entry.text for entry in card.filters.language.entries}
    assert offered == {"All languages", "English", "Finnish", "Swedish"}
    card.filters.language.chosen.emit("en")
    assert card.filters.language.text() == "English"
    shown = [row for row in card.hits.hits.rows if isinstance(row, Entry)]
    assert shown
    assert all("en" in one.service.languages for one in shown)
    assert card.count.text() == f"{len(shown)} / 68"
    hands.press(Qt.Key.Key_H, CONTROL)
    assert card.filters.language.text() == "Language"
    assert card.count.text() == "68 / 68"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [100, 125, 150, 200])
def test_search_and_filters_are_whole_on_a_low_screen(
    hands: Hands, theme: Theme, size: int, language: str
) -> None:
    switch(language)
    hands.window.resize(1366, 688)
    theme.set_text_size(size)
    hands.press(Qt.Key.Key_F, CONTROL)
    card = hands.tab.directory
    filters = card.filters
    parts = (filters.category, filters.municipality, filters.language, filters.open_now)

    def whole() -> None:
        for part in (card.field.box, *parts):
            assert part.height() == part.sizeHint().height()
            assert card.rect().contains(part.mapTo(card, part.rect().bottomRight()))
        assert all(filters.rect().contains(part.geometry()) for part in parts)
        assert card.hits.height() >= active().units(4)

    hands.qtbot.waitUntil(whole)


def test_the_first_page_is_as_sharp_as_any(hands: Hands) -> None:
    hands.slip()
    view = hands.tab.preview.view
    assert view.sheet.picture.width() == pytest.approx(view.pixels(), abs=1)


def test_no_picture_is_stretched_to_a_page(opened: Opens, qtbot: QtBot) -> None:
    worker = Worker()
    hands = opened(worker=worker)
    try:
        qtbot.waitUntil(lambda: hands.tab.desk is not None)
        view = hands.tab.preview.view
        shown: list[int] = []
        hands.tab.making.previewing.told.connect(lambda: shown.append(view.sheet.picture.width()))
        hands.slip()
        qtbot.waitUntil(lambda: view.sheet.picture.width() > 1)
        assert set(shown).isdisjoint(range(1, view.pixels() // 2))
    finally:
        worker.finish()


def test_what_is_seen_is_the_file_of_the_same_wish(hands: Hands) -> None:
    page = hands.slip()
    with hands.desk.read() as unit:
        assert preview(unit, page.wish).text == page.text
    assert "Folk High School" not in page.text
    assert "Kvarnen" in page.text


def test_every_answer_is_on_the_page(hands: Hands) -> None:
    hands.slip()
    answers = hands.tab.form.answers
    answers.matter.setFocus()
    while answers.matter.code() != "housing":
        hands.press(Qt.Key.Key_Down)
    hands.click(answers.bring.chips["kela_card"])
    hands.click(answers.beside.chips["sv"])
    hands.click(answers.time.group.chips[Coming.BOOK])
    hands.click(answers.interpreter.chips[speech.ASK])
    hands.press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hands.type("Anna Exempel")
    text = hands.page().text
    for words in (
        "Matter: Housing",
        "- Kela card",
        "Book an appointment in advance.",
        "If you need an interpreter",
        "Anna Exempel",
        "Hänvisningslapp",
    ):
        assert words in text


def test_an_appointment_waits_for_its_day_and_time(hands: Hands) -> None:
    hands.slip()
    answers, view = hands.tab.form.answers, hands.tab.preview
    hands.click(answers.time.group.chips[speech.BOOKED])
    assert hands.focus() is answers.time.day.edit
    assert view.empty.sentence.text() == "Write the day and time of the appointment."
    hands.type("1.12")
    answers.time.clock.edit.setFocus()
    hands.type("9.5")
    assert answers.time.clock.error() == "Write the time as 9.30."
    hands.type("0")
    hands.click(answers.interpreter.chips[speech.BOOKED])
    text = hands.page().text
    assert "Your appointment: Tuesday 1.12.2026 9.50" in text
    assert "An interpreter has been booked. Language: English" in text


def test_a_day_that_has_passed_is_said_so(hands: Hands) -> None:
    hands.slip()
    answers = hands.tab.form.answers
    hands.click(answers.time.group.chips[speech.BOOKED])
    hands.type("3.11.2026")
    assert answers.time.day.error() == "This day has passed."
    answers.time.clock.edit.setFocus()
    hands.type("9")
    empty = hands.tab.preview.empty
    hands.qtbot.waitUntil(lambda: empty.sentence.text().startswith("3.11.2026 has passed."))
    assert not hands.tab.preview.print.isEnabled()


def test_several_services_in_their_order(hands: Hands) -> None:
    hands.take("kvarnen fol")
    hands.take("kela")
    hands.take("kela")
    services = hands.tab.form.answers.services
    assert services.codes() == ("edu-kvarnen", "org-kela")
    services.rows[1].setFocus()
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert services.codes() == ("org-kela", "edu-kvarnen")
    assert services.rows[0].hasFocus()
    hands.press(Qt.Key.Key_Delete)
    assert services.codes() == ("edu-kvarnen",)
    hands.click(services.rows[0].remove)
    assert services.codes() == ()
    assert services.none.isVisible()


def test_a_click_takes_a_service_and_a_second_one_changes_nothing(hands: Hands) -> None:
    hits = hands.tab.directory.hits
    hands.type("kela")
    place = hits.visualRect(hits.currentIndex()).center()
    for _time in range(2):
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.tab.form.answers.services.codes() == ("org-kela",)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("integration works", "ended on 30.4.2026"), ("romaniportti", "never stands on a slip")],
)
def test_what_cannot_stand_on_a_slip_says_why(hands: Hands, typed: str, sentence: str) -> None:
    told: list[str] = []
    hands.window.undo.told.connect(lambda title, _detail: told.append(title))
    hands.take(typed)
    assert hands.tab.form.answers.services.codes() == ()
    assert sentence in told[0]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_asked_of_a_service_against_violence_can_be_read(
    hands: Hands, language: str
) -> None:
    switch(language)
    hands.take("frida")
    asked = hands.tab.form.violence
    hands.qtbot.waitUntil(lambda: asked.height() == asked.heightForWidth(asked.width()))
    for words in (asked.fact, asked.help):
        assert words.height() >= words.heightForWidth(words.width())
    assert asked.fact.width() > asked.width() // 2


def test_a_service_against_violence_asks_first(hands: Hands) -> None:
    form = hands.tab.form
    hands.take("frida")
    assert form.violence.isVisible()
    assert form.answers.services.codes() == ()
    hands.click(form.violence.other)
    assert not form.violence.isVisible()
    hands.take("frida")
    hands.press(Qt.Key.Key_Return)
    assert form.answers.services.codes() == ("ngo-frida",)
    assert form.discreet.isVisible()
    assert not form.questions["matter"].isEnabled()
    hands.speak("en")
    page = hands.page()
    assert page.discreet
    assert "FRIDA" not in page.text
    hands.click(form.answers.services.rows[0].remove)
    assert not form.discreet.isVisible()


def test_starting_over_and_back(hands: Hands) -> None:
    before = hands.slip().wish
    hands.press(Qt.Key.Key_H, CONTROL)
    assert hands.tab.form.answers.services.codes() == ()
    assert hands.tab.form.answers.language.code() == ""
    assert hands.focus() is hands.tab.directory.field.edit
    hands.window.undo.take_back_last()
    assert hands.page().wish == before


def test_starting_over_with_nothing_leaves_nothing_to_undo(hands: Hands) -> None:
    hands.press(Qt.Key.Key_H, CONTROL)
    assert not hands.window.undo.any_left


def test_a_language_without_texts_says_what_is_printed(hands: Hands) -> None:
    hands.take("kela")
    question = hands.tab.form.answers.language
    hands.click(question.group.chips["more"])
    hands.type("bosn")
    hands.press(Qt.Key.Key_Return)
    assert question.code() == "bs"
    assert question.note.text().startswith("No texts in this language (Bosnian")
    assert question.note.text().endswith("): printed in English.")
    assert hands.focus() is question.group.chips["bs"]
    assert "You have been referred to:" in hands.page().text
    assert not hands.tab.form.answers.interpreter.chips[speech.BOOKED].isEnabled()


def site_languages(hands: Hands) -> tuple[str, ...]:
    assert hands.tab.desk is not None
    return hands.tab.desk.languages


def test_no_interpreter_is_booked_for_a_language_of_the_authorities(hands: Hands) -> None:
    hands.take("kela")
    hands.speak("en")
    answers = hands.tab.form.answers
    booked = answers.interpreter.chips[speech.BOOKED]
    hands.click(booked)
    assert hands.page().wish.interpreter == "en"
    hands.speak("sv")
    assert not booked.isEnabled()
    assert answers.interpreter.chosen() == (speech.NONE,)
    assert hands.page().wish.interpreter == ""
    hands.speak("en")
    assert booked.isEnabled()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_languages_stand_in_two_rows(hands: Hands, language: str) -> None:
    switch(language)
    question = hands.tab.form.answers.language
    group = question.group

    def rows() -> int:
        return len({chip.geometry().top() for chip in group.chips.values()})

    hands.qtbot.waitUntil(lambda: rows() == 2)
    hands.window.resize(2560, 1440)
    hands.qtbot.waitUntil(lambda: len(group.chips) == len(site_languages(hands)) + 1)
    last = site_languages(hands)[-1]
    hands.speak(last)
    hands.window.resize(1366, 768)
    hands.qtbot.waitUntil(lambda: rows() == 2)
    assert question.code() == last


def test_finnish_alone_unless_swedish_is_asked_for(hands: Hands) -> None:
    hands.take("kela")
    hands.speak("sv")
    assert hands.page().wish.beside == "sv"
    hands.click(hands.tab.form.answers.beside.chips["fi"])
    assert hands.page().wish.beside == "fi"
    hands.speak("uk")
    assert hands.page().wish.beside == "fi"


def test_a_supervisor_switches_a_draft_off_and_on(hands: Hands) -> None:
    hands.take("kela")
    hands.speak("uk")
    hands.page()
    question, view = hands.tab.form.answers.language, hands.tab.preview
    assert "No native speaker" in question.note.text()
    hands.click(question.switch)
    hands.qtbot.waitUntil(view.empty.isVisible)
    assert "No native speaker" in view.empty.sentence.text()
    assert not view.print.isEnabled()
    hands.click(question.switch)
    hands.qtbot.waitUntil(view.view.isVisible)
    assert view.print.isEnabled()


def test_a_clerk_has_no_switch(opened: Opens) -> None:
    hands = opened("supervisor")
    with hands.desk.write() as unit:
        phrases.switch(unit, "uk", on=False)
    clerk = opened("clerk")
    clerk.take("kela")
    clerk.speak("uk")
    question = clerk.tab.form.answers.language
    assert "A supervisor can switch them on." in question.note.text()
    assert not question.switch.isVisible()


@pytest.mark.parametrize(("login", "there"), [("clerk", True), ("auditor", False)])
def test_who_has_the_tab(opened: Opens, login: str, there: bool) -> None:
    tabs = opened(login).window.frame.pages.tabs()
    assert ("referrals" in {tab.name for tab in tabs}) == there


@pytest.mark.parametrize(
    ("paper", "points"), [(Paper.A4, 595), (Paper.LARGE, 595), (Paper.RECEIPT, 227)]
)
def test_the_paper_is_remembered(hands: Hands, paper: Paper, points: int) -> None:
    hands.slip()
    hands.click(hands.tab.preview.paper.segments[paper])
    assert hands.page().wish.paper is paper
    shown = hands.tab.making.previewing.shown
    assert shown is not None
    assert round(shown.sizes[0][0]) == points
    assert settings.read().paper == paper


def test_all_words_follow_the_language(hands: Hands) -> None:
    hands.slip()
    switch("fi")
    assert hands.tab.form.heading.text() == "Ohjauslappu"
    assert hands.tab.preview.print.text() == "Tulosta lappu"
    assert hands.tab.form.answers.bring.chips["kela_card"].text() == "Kela-kortti"
    assert hands.tab.form.answers.language.group.chips["en"].text() == "englanti"
    assert hands.tab.form.answers.services.codes() == ("edu-kvarnen",)


def test_many_services_are_several_pages_that_one_can_turn(hands: Hands) -> None:
    for typed in ("kvarnen fol", "kela", "migri", "optima", "edunova", "wava"):
        hands.take(typed)
    hands.speak("en")
    hands.page()
    view = hands.tab.preview
    assert view.after.isVisible()
    hands.click(view.after)
    hands.qtbot.waitUntil(lambda: view.page.text().startswith("page 2/"))
    view.view.setFocus()
    hands.press(Qt.Key.Key_PageUp)
    hands.qtbot.waitUntil(lambda: view.page.text().startswith("page 1/"))


def test_zooming_shows_the_page_larger_and_as_sharp(hands: Hands) -> None:
    hands.slip()
    view = hands.tab.preview
    before = view.view.sheet.width()
    hands.click(view.larger)
    assert view.view.sheet.width() > before
    sheet = view.view.sheet
    hands.qtbot.waitUntil(lambda: sheet.picture.width() == view.view.pixels())
    hands.click(view.smaller)
    assert view.view.sheet.width() == before
    assert not view.smaller.isEnabled()


@pytest.mark.parametrize("size", [100, 200])
def test_what_there_is_no_room_for_is_one_step_away(
    hands: Hands, theme: Theme, size: int, tmp_path: Path
) -> None:
    theme.set_text_size(size)
    hands.slip()
    shown = [pane.isVisible() for pane in hands.tab.columns.panes.values()]
    assert shown == ([True] * 3 if size == 100 else [False, True, False])
    if size == 200:
        hands.click(hands.tab.columns.switch.segments["page"])
        assert hands.tab.preview.view.isVisible()
    hands.press(Qt.Key.Key_F, CONTROL)
    assert hands.focus() is hands.tab.directory.field.edit


def test_f6_brings_what_is_folded_away(hands: Hands, theme: Theme) -> None:
    theme.set_text_size(200)
    hands.press(Qt.Key.Key_F, CONTROL)
    for pane in hands.tab.panes()[1:]:
        hands.press(Qt.Key.Key_F6)
        assert pane.isVisible()
        assert pane.isAncestorOf(hands.focus())
    assert not hands.tab.directory.isVisible()


def test_typing_faster_than_pages_are_made_shows_the_last(opened: Opens, qtbot: QtBot) -> None:
    worker = Worker()
    hands = opened(worker=worker)
    try:
        qtbot.waitUntil(lambda: hands.tab.desk is not None)
        hands.take("kela")
        hands.speak("en")
        hands.click(hands.tab.form.answers.name.link)
        for letter in "Anna Exempel":
            hands.type(letter)
        page = hands.page()
        assert page.wish.name == "Anna Exempel"
        assert "Anna Exempel" in page.text
        qtbot.waitUntil(lambda: worker.resting)
    finally:
        worker.finish()


def test_the_page_is_read_out(hands: Hands, screen_reader: None) -> None:
    page = hands.slip()
    view = hands.tab.preview.view
    assert view.accessibleDescription() == page.text
    assert view.accessibleName() == "The slip as it is printed"


def test_f6_goes_round(hands: Hands) -> None:
    for pane in (*hands.tab.panes()[1:], hands.window.frame.header.tabs):
        hands.press(Qt.Key.Key_F6)
        assert pane is hands.focus() or pane.isAncestorOf(hands.focus())
    assert QApplication.focusWidget() is not None


def test_tab_goes_in_the_order_of_reading(hands: Hands) -> None:
    hands.take("kela")
    hands.take("migri")
    asked = hands.tab.form.answers
    hands.press(Qt.Key.Key_1)
    seen = []
    for _stop in range(7):
        seen.append(hands.focus())
        hands.press(Qt.Key.Key_Tab)
    assert seen == [
        asked.language.group.chips["ar"],
        asked.language.switch,
        asked.beside.chips["fi"],
        asked.bring.chips["identity_document"],
        asked.time.group.chips[Coming.WALK_IN],
        asked.interpreter.chips[speech.NONE],
        asked.name.link,
    ]
    asked.language.group.chips["ar"].setFocus()
    for before in (asked.matter, *reversed(asked.services.rows)):
        hands.press(Qt.Key.Key_Backtab)
        assert hands.focus() is before


def test_typing_begins_at_the_first_again(hands: Hands) -> None:
    hands.type("kvarn")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Backspace)
    hits = hands.tab.directory.hits
    assert hits.currentIndex().row() == 0
    hands.press(Qt.Key.Key_Down)
    here = hits.currentIndex().data()
    hands.tab.read()
    assert here.startswith("Integration Portal Kronoby")
    assert hits.currentIndex().data() == here


def test_the_wheel_scrolls_the_page_and_answers_nothing(hands: Hands) -> None:
    hands.slip()
    matter = hands.tab.form.answers.matter
    middle, turn = QPointF(matter.rect().center()), QPoint(0, -120)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(middle, middle, QPoint(), turn, buttons, modifiers, phase, False)
    QApplication.sendEvent(matter, event)
    assert matter.code() == ""
    assert not event.isAccepted()
