"""Looking a client up by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.roles import Role
from app.ui.clients.lookup import speech
from app.ui.clients.pages import Nothing
from app.ui.language import switch
from app.ui.worker import Worker
from tests.ui.clients.conftest import CLERK, CONTROL, UNNAMED, Hands, Opens


def test_ctrl_2_opens_it_with_the_keyboard_in_the_search(hands: Hands) -> None:
    hands.window.frame.pages.go(1)
    hands.press(Qt.Key.Key_2, CONTROL)
    assert hands.focus() is hands.tab.lookup.field.edit
    assert hands.tab.lookup.empty.sentence.text() == "Search first. A new client comes after that."
    assert not hands.tab.lookup.new.isEnabled()


def test_typing_finds_any_spelling_the_weaker_ones_under_a_heading(hands: Hands) -> None:
    assert hands.search("mohamed") == [
        "Hodan Mohamed",
        "Mohamed Warsame",
        "-",
        "Muhammad Rahimi",
        "محمد حیدری",
    ]
    assert hands.tab.lookup.count.text() == "4 hits"
    assert hands.tab.lookup.logged.isVisible()
    assert hands.tab.lookup.new.isEnabled()


def test_enter_opens_the_first_and_an_arrow_the_next(hands: Hands) -> None:
    hands.open("warsame")
    assert hands.tab.client is not None
    assert hands.tab.client.record.name == "Mohamed Warsame"
    assert hands.focus() is hands.tab.lookup.field.edit
    hands.search("mohamed")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.tab.client.record.name == "Muhammad Rahimi"


def test_enter_does_not_wait_for_the_fingers(hands: Hands) -> None:
    hands.type("warsame")
    hands.press(Qt.Key.Key_Return)
    assert hands.tab.client is not None


def test_esc_empties_the_search(hands: Hands) -> None:
    hands.search("warsame")
    hands.press(Qt.Key.Key_Escape)
    assert hands.tab.lookup.field.text() == ""
    assert hands.names() == []
    assert not hands.tab.lookup.new.isEnabled()


def test_who_is_not_there_is_said_and_may_be_recorded(hands: Hands) -> None:
    assert hands.search("xyzzyq") == []
    words = hands.tab.lookup.empty.sentence.text()
    assert words == "Nobody was found. Try another spelling, or the birth date."
    assert hands.tab.lookup.new.isEnabled()


def test_a_search_that_came_to_rest_is_logged_once_and_without_its_text(hands: Hands) -> None:
    before = hands.logged()
    hands.search("warsame")
    hands.tab.lookup.looking.rest.timeout.emit()
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    assert hands.logged()[len(before) :] == [("client.search", ""), ("client.open", "")]


def test_a_search_that_goes_at_once_is_logged_too(hands: Hands) -> None:
    before = hands.logged()
    hands.search("warsame")
    hands.press(Qt.Key.Key_Escape)
    assert hands.logged()[len(before) :] == [("client.search", "")]


def test_a_protected_client_is_opened_for_a_reason(hands: Hands) -> None:
    hands.open("zahra")
    assert hands.tab.client is None
    assert hands.tab.reason.isVisible()
    hands.press(Qt.Key.Key_3)
    assert hands.tab.client is not None
    assert hands.tab.client.record.municipality is None
    assert hands.logged()[-1] == ("client.open", "plan")


def test_esc_leaves_the_question_unanswered(hands: Hands) -> None:
    hands.open("zahra")
    before = hands.logged()
    hands.press(Qt.Key.Key_Escape)
    assert isinstance(hands.tab.pages.currentWidget(), Nothing)
    assert hands.focus() is hands.tab.lookup.field.edit
    assert hands.logged() == before


def test_to_who_was_not_named_a_protected_client_is_nobody(opened: Opens) -> None:
    hands = opened(UNNAMED)
    assert hands.search("zahra") == []
    assert hands.search("xyzzyq") == []


def test_a_clerk_sees_who_it_is_and_no_more(opened: Opens) -> None:
    hands = opened(CLERK)
    hands.open("warsame")
    assert hands.tab.client is None
    assert hands.tab.glance.isVisible()
    assert hands.tab.glance.name.text() == "\u2068Mohamed Warsame\u2069"
    assert hands.tab.glance.quiet.text().startswith("b. 1991 · ")
    assert not hands.tab.lookup.new.isVisible()
    assert hands.logged()[-1] == ("client.glance", "")


def test_at_romaniportti_there_are_no_clients_for_anybody(opened: Opens) -> None:
    window = opened(location="romaniportti").window
    assert "clients" not in [tab.name for tab in window.frame.pages.tabs()]


def test_filters_leave_others_out_and_say_so(hands: Hands) -> None:
    hands.search("mohamed")
    hands.click(hands.tab.lookup.filters.mine)
    assert hands.names() == []
    assert hands.tab.lookup.empty.button.text() == "Search everybody"
    hands.click(hands.tab.lookup.empty.button)
    assert len(hands.names()) == 5
    assert not hands.tab.lookup.filters.mine.isChecked()


def test_orders_are_a_filter_for_who_may_know(opened: Opens) -> None:
    hands = opened()
    hands.search("zahra")
    hands.click(hands.tab.lookup.filters.protected)
    assert hands.names() == ["Zahra Hidden"]
    unnamed = opened(UNNAMED).tab.lookup.filters
    assert unnamed.mine.isVisible()
    assert not unnamed.protected.isVisible()
    assert not opened(CLERK).tab.lookup.filters.isVisible()


def test_the_part_that_fits_is_marked_in_the_name(hands: Hands) -> None:
    hands.search("warsam")
    hit = hands.tab.lookup.hits.current()
    assert hit is not None
    begin, length = speech.marked(hit)[0]
    assert hit.name[begin : begin + length] == "Warsame"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_does_not_work_with_clients_has_no_tab(opened: Opens, role: Role) -> None:
    tabs = opened(role.value).window.frame.pages.tabs()
    assert "clients" not in [tab.name for tab in tabs]


@pytest.mark.parametrize(
    "typed",
    ["x" * 10_000, "\u200f\u202b\u2067Warsame", '"', "*", "NEAR", "-", "%", "_", "🙂", "30.2.1990"],
)
def test_whatever_is_pasted_there_is_an_answer(hands: Hands, typed: str) -> None:
    hands.tab.lookup.field.edit.clear()
    QApplication.clipboard().setText(typed)
    hands.press(Qt.Key.Key_V, CONTROL)
    hands.qtbot.waitUntil(lambda: not hands.tab.lookup.looking.pending)
    assert hands.tab.lookup.searched
    assert set(hands.names()) <= {"Mohamed Warsame"}


def test_the_list_is_sound_to_qt(hands: Hands) -> None:
    model = hands.tab.lookup.hits.hits
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for words in ("mohamed", "warsame", "xyzzyq"):
        hands.search(words)
    switch("sv")
    assert tester.model() is model


def test_with_a_thread_of_its_own_the_last_thing_typed_is_shown(opened: Opens) -> None:
    worker = Worker()
    hands = opened(worker=worker)
    try:
        looking = hands.tab.lookup.looking
        for letter in "warsame":
            hands.type(letter)
            looking.ask_now()
        hands.press(Qt.Key.Key_Return)
        hands.qtbot.waitUntil(lambda: hands.tab.client is not None)
        assert hands.names() == ["Mohamed Warsame"]
        hands.press(Qt.Key.Key_Escape)
        hands.qtbot.waitUntil(lambda: worker.resting)
        assert hands.names() == []
    finally:
        worker.finish()


def test_every_page_goes_with_its_window_though_nobody_was_there(opened: Opens) -> None:
    hands = opened()
    tab = hands.tab
    pages = (tab.card, tab.glance, tab.reason, tab.recording.form)
    assert [page.window() for page in pages] == [hands.window] * len(pages)
