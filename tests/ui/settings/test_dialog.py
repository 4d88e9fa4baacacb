from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.domain.roles import Role
from app.services import directory, places
from app.services.unit import Changes, Desk
from app.ui.language import switch
from app.ui.settings.chips_page import ChipsPage
from app.ui.settings.days_page import DaysPage
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.location_page import LocationPage
from app.ui.settings.staff_page import StaffPage
from app.ui.theme import Theme
from tests.desks import colleague
from tests.ui.settings.hands import CONTROL, Hands
from tests.ui.shell.fakes import speak_invented, texts

PAGES = ["locations", "hours", "days", "chips", "keys", "services", "staff", "named", "statistics"]
KEPT_BY_SUPERVISORS = ["services", "named", "statistics"]


def parent(widget: QWidget) -> QWidget:
    found = widget.parentWidget()
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(area: QScrollArea) -> QWidget:
    widget = area.widget()
    assert widget is not None
    return widget


def test_everybody_has_the_pages_of_their_role(
    opened: Callable[[Desk], Hands], hands: Hands
) -> None:
    assert list(hands.dialog.pages) == PAGES
    administrator = colleague(hands.desk, "keeper", Role.ADMINISTRATOR)
    settled = [one for one in PAGES if one not in KEPT_BY_SUPERVISORS]
    assert list(opened(administrator).dialog.pages) == settled
    supervisor = colleague(hands.desk, "leena", Role.SUPERVISOR)
    assert list(opened(supervisor).dialog.pages) == KEPT_BY_SUPERVISORS


def test_pages_are_gone_through_by_the_keyboard(hands: Hands) -> None:
    dialog = hands.dialog
    dialog.list.setFocus()
    seen = [dialog.list.key()]
    for _page in PAGES[1:]:
        hands.press(Qt.Key.Key_Down)
        seen.append(dialog.list.key())
        assert dialog.page().isVisible()
    assert seen == PAGES


@pytest.fixture
def typed(hands: Hands) -> LocationPage:
    """The page of locations with a telephone number that is not saved."""
    page = hands.page(LocationPage)
    hands.type(page.phone, "06 123")
    return page


def test_another_page_asks_what_becomes_of_the_typed(hands: Hands, typed: LocationPage) -> None:
    dialog = hands.dialog
    hands.click_row(dialog.list, "staff")
    assert dialog.unsaved.isVisible()
    assert dialog.page() is typed
    hands.press(Qt.Key.Key_Return)
    assert hands.location().phone == "06 123"
    assert isinstance(dialog.page(), StaffPage)


def test_the_typed_is_left_behind_when_told_so(hands: Hands, typed: LocationPage) -> None:
    before = hands.location()
    hands.click_row(hands.dialog.list, "chips")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    assert isinstance(hands.dialog.page(), ChipsPage)
    assert hands.location() == before
    assert hands.page(LocationPage).phone.text() == before.phone


def test_escape_closes_only_what_is_saved(hands: Hands, typed: LocationPage) -> None:
    dialog = hands.dialog
    hands.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.unsaved.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.unsaved.isVisible()
    assert typed.phone.text() == "06 123"
    dialog.close()
    assert dialog.isVisible()
    hands.click(dialog.unsaved.other)
    assert not dialog.isVisible()


def test_what_is_wrong_can_only_be_left(hands: Hands, typed: LocationPage) -> None:
    hands.type(typed.email, "portal")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.dialog.unsaved.action.isVisible()
    assert hands.dialog.unsaved.help.text() == "Something in the page is not right yet."


def test_typing_on_takes_the_question_away(hands: Hands, typed: LocationPage) -> None:
    hands.click_row(hands.dialog.list, "staff")
    hands.type(typed.phone, "06 1234")
    assert not hands.dialog.unsaved.isVisible()
    assert hands.dialog.page() is typed


def test_the_last_act_is_undone_after_the_dialog_has_gone(
    hands: Hands, typed: LocationPage, qtbot: QtBot
) -> None:
    undo, window = hands.dialog.undo, parent(hands.dialog)
    before = hands.location()
    hands.save()
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(SettingsDialog) is None)
    assert hands.location() != before
    undo.take_back_last()
    assert hands.location() == before


def test_typing_is_undone_before_the_last_act(hands: Hands, typed: LocationPage) -> None:
    hands.save()
    hands.type(typed.phone, "06 99")
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.location().phone == "06 123"
    typed.forget()
    hands.dialog.list.setFocus()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.location().phone == "044 785 1686"


def elsewhere(hands: Hands, phone: str) -> None:
    """Another program changes the location."""
    with hands.desk.write() as unit:
        known = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(known, phone=phone))
    hands.dialog.runner.changed.emit(Changes.PLACES, None)


def test_changes_of_others_are_read_unless_something_is_typed(hands: Hands) -> None:
    page = hands.page(LocationPage)
    elsewhere(hands, "06 1")
    assert page.phone.text() == "06 1"
    hands.type(page.email, "portal@example.fi")
    elsewhere(hands, "06 2")
    assert (page.phone.text(), page.email.text()) == ("06 1", "portal@example.fi")


def test_the_dialog_keeps_its_size(hands: Hands, opened: Callable[[Desk], Hands]) -> None:
    hands.dialog.resize(777, 555)
    hands.press(Qt.Key.Key_Escape)
    assert settings.read().dialog
    dialog = SettingsDialog(hands.dialog.runner, hands.dialog.undo, parent(hands.dialog))
    assert (dialog.width(), dialog.height()) == (777, 555)


def test_every_text_follows_the_language(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = hands.dialog
    hands.click(hands.page(DaysPage).offer)
    speak_invented(monkeypatch, lambda message: "‹" + message.replace(". ", ". ‹"))
    switch("sv")
    shown: set[str] = set()
    for name in PAGES:
        dialog.go(name)
        shown |= texts(dialog)
    own = {"Henna Sandkvist", "henna.sandkvist", "1.1.2027", "24.12.2026", "31.8.2027"}
    own |= {"fi, sv, en", "https://", "finska, svenska, engelska"}
    own |= {name["sv"] for name in directory.municipality_names().values()}
    with hands.desk.read() as unit:
        for place in places.locations(unit):
            own |= {*place.name.values()}
        for service in directory.services(unit):
            own |= {*service.name.values()}
    unspoken = {text for text in shown - own if "‹" not in text}
    weekdays = {"Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"}
    topic = "Flytt till Finland: registrering, hemkommun, personbeteckning"
    assert unspoken - weekdays - {topic} == set()
    assert dialog.windowTitle() == "‹Settings"


def cut(widget: QWidget) -> list[str]:
    """Labels that do not show all of their words in the room they have."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget) and label.width() < label.minimumSizeHint().width()
    ]


@pytest.mark.parametrize(("size", "longer"), [(100, True), (200, False)])
def test_nothing_is_cut_sideways(
    hands: Hands,
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    longer: bool,
) -> None:
    dialog = hands.dialog
    if longer:
        speak_invented(monkeypatch, lambda message: f"{message} {message}")
        switch("fi")
    theme.set_text_size(size)
    dialog.resize(1366, 688)
    for name in PAGES:
        dialog.go(name)

        def fits() -> bool:
            body = dialog.page()
            return not cut(body) and all(
                shown(area).width() <= area.viewport().width()
                for area in dialog.findChildren(QScrollArea)
                if area.isVisible()
            )

        qtbot.waitUntil(fits)
        if name == "days":
            hands.click(hands.page(DaysPage).offer)
            qtbot.waitUntil(fits)


def test_what_tab_reaches_is_in_view(hands: Hands, theme: Theme, qtbot: QtBot) -> None:
    dialog = hands.dialog
    theme.set_text_size(200)
    dialog.resize(1366, 688)
    page = hands.page(LocationPage)
    page.place.choice.setFocus()
    area = parent(page)
    for _stop in range(13):
        hands.press(Qt.Key.Key_Tab)
        here = focused()
        top = here.mapTo(area, QPoint(0, 0)).y()
        assert page.isAncestorOf(here)
        assert 0 <= top <= area.height() - here.height()
    assert focused() is page.notes


def test_holidays_offered_are_in_view(hands: Hands, theme: Theme) -> None:
    theme.set_text_size(200)
    hands.dialog.resize(1366, 688)
    page = hands.page(DaysPage)
    page.offer.click()
    year, area = page.holidays.year, parent(page)
    top = year.mapTo(area, QPoint(0, 0)).y()
    assert focused() is year
    assert 0 <= top <= area.height() - year.height()


def test_dark_and_light_follow_the_theme(hands: Hands, theme: Theme) -> None:
    theme.set_mode("dark")
    picture = hands.dialog.grab().toImage()
    assert picture.pixelColor(2, picture.height() - 2).name() == theme.tokens.surface.lower()
