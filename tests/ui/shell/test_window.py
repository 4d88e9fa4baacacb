from dataclasses import fields
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.domain.place import Span, Week
from app.domain.roles import Role, rights_of
from app.services import places
from app.services.unit import Desk, Unit
from app.ui.runner import Runner
from app.ui.settings.dialog import SettingsDialog
from app.ui.shell.surroundings import surroundings
from app.ui.shell.verbs import Verbs, handing, settling
from app.ui.shell.window import MainWindow
from app.ui.sign_in.new_code import NewCodeDialog
from app.ui.tab import Badge
from app.ui.theme import active
from app.ui.widgets.toast import Toast
from tests.desks import FIRST, SetClock
from tests.ui.shell.conftest import Opened
from tests.ui.shell.fakes import FakeTab, fake_tabs, press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_first_tab_is_in_view_and_was_told(window: MainWindow, tab: FakeTab) -> None:
    assert (tab.name, tab.times_shown) == ("check_in", 1)
    assert tab.page.isVisible()


def test_ctrl_and_a_number_bring_that_tab(window: MainWindow) -> None:
    press(Qt.Key.Key_5, CTRL)
    assert window.frame.pages.current().name == "statistics"
    press(Qt.Key.Key_2, CTRL)
    assert window.frame.pages.current().name == "clients"


def test_the_number_of_a_tab_that_is_missing_does_nothing(window: MainWindow) -> None:
    press(Qt.Key.Key_3, CTRL)
    assert window.frame.pages.current().name == "check_in"


def test_a_click_on_a_tab_brings_it(window: MainWindow) -> None:
    bar = window.frame.header.tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert window.frame.pages.current().name == "clients"


def test_a_tab_keeps_its_number_where_another_is_missing(opened: Opened) -> None:
    window = opened("romaniportti")
    assert [tab.name for tab in window.frame.pages.tabs()] == ["check_in", "statistics"]
    press(Qt.Key.Key_5, CTRL)
    assert window.frame.pages.current().name == "statistics"


def test_another_location_has_its_own_tabs_and_is_remembered(window: MainWindow) -> None:
    window.frame.table.named("location_romaniportti").run()
    assert [tab.name for tab in window.frame.pages.tabs()] == ["check_in", "statistics"]
    assert window.frame.line.place.words.text() == "Romaniportti"
    assert settings.read().location == "romaniportti"


def test_a_shortcut_of_the_tab_in_view_works_and_of_another_not(
    window: MainWindow, tab: FakeTab
) -> None:
    QTest.keyClick(tab.page.field, Qt.Key.Key_D, CTRL)
    assert tab.done == ["count"]
    window.frame.pages.go(5)
    press(Qt.Key.Key_D, CTRL)
    assert tab.done == ["count"]


def test_f6_goes_round_the_panes_and_the_tabs(window: MainWindow, tab: FakeTab) -> None:
    visited = []
    for _step in range(4):
        press(Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget())
    bar = window.frame.header.tabs
    assert visited == [tab.page.field, tab.page.button, bar, tab.page.field]


def test_a_badge_says_its_number_to_those_who_cannot_see_it(
    window: MainWindow, tab: FakeTab
) -> None:
    bar = window.frame.header.tabs
    narrow = bar.tabRect(0).width()
    tab.badge.emit(Badge(6, late=True))
    assert bar.accessibleTabName(0) == "Check-in, 6 to see to"
    assert bar.tabRect(0).width() > narrow
    tab.badge.emit(Badge(0))
    assert bar.accessibleTabName(0) == "Check-in"


def test_the_status_line_says_where_this_is_and_who_is_here(window: MainWindow) -> None:
    line = window.frame.line
    assert line.place.words.text() == "Integration Portal Jakobstad"
    assert line.person.words.text() == "Henna Sandkvist, supervisor"
    assert line.store.words.text() == "Encrypted file"


def save_hours(unit: Unit, since: date, *spans: Span) -> None:
    places.save_week(unit, "pietarsaari", Week(since, dict.fromkeys(range(7), spans)))


def test_a_write_is_acknowledged_with_its_time_and_hours_follow(
    qtbot: QtBot, window: MainWindow, runner: Runner
) -> None:
    span = Span(time(9, 30), time(15))
    runner.write(window, lambda unit: save_hours(unit, date(2026, 1, 1), span))
    line = window.frame.line
    qtbot.waitUntil(lambda: line.hours.words.text() == "open today 9.30–15")
    assert line.saved.words.text() == "Saved 12.00"


def test_a_new_day_has_its_own_hours(
    qtbot: QtBot, window: MainWindow, runner: Runner, clock: SetClock
) -> None:
    runner.write(window, lambda unit: save_hours(unit, date(2026, 1, 1)))
    line = window.frame.line
    qtbot.waitUntil(lambda: line.hours.words.text() == "closed today")
    with runner.desk.write() as unit:
        save_hours(unit, date(2026, 11, 25), Span(time(9), time(15)))
    clock.forward(days=1)
    window.news.neighbours.timer.timeout.emit()
    qtbot.waitUntil(lambda: line.hours.words.text() == "open today 9–15")


def test_no_name_of_a_person_stands_in_the_title(window: MainWindow) -> None:
    assert window.windowTitle() == "Kotoportti"


def test_text_size_appearance_and_idle_time_are_used_and_remembered(window: MainWindow) -> None:
    for name in ("text_size_150", "appearance_dark", "idle_10"):
        window.frame.table.named(name).run()
    known = settings.read()
    assert (known.text_size, known.appearance, known.idle_minutes) == (150, "dark", 10)
    assert (active().text_size, active().mode) == (150, "dark")
    assert window.watch.timer.interval() == 600_000


def test_the_size_of_the_window_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(777, 555)
    window.close()
    other = QWidget()
    qtbot.addWidget(other)
    assert other.restoreGeometry(QByteArray.fromHex(settings.read().window.encode()))
    assert (other.width(), other.height()) == (777, 555)


def cut(bar: QWidget) -> list[QWidget]:
    """Parts of a bar that have less room than they need, or stand outside it."""
    parts = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [
        part
        for part in parts
        if not part.isHidden()
        and not (bar.rect().contains(part.geometry()) and part.width() >= part.sizeHint().width())
    ]


@pytest.mark.parametrize("size", [90, 100, 125, 150, 200])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_nothing_of_the_frame_is_cut_on_a_small_screen(
    qtbot: QtBot, window: MainWindow, size: int, language: str
) -> None:
    window.frame.table.named(f"language_{language}").run()
    window.frame.table.named(f"text_size_{size}").run()
    frame = window.frame
    qtbot.waitUntil(lambda: cut(frame.header) + cut(frame.line) == [])
    assert (window.width(), window.height()) == (1366, 688)
    assert frame.line.place.isVisible()
    assert frame.header.menu_button.isVisible()


def test_without_room_tabs_become_icons_and_tools_fold(window: MainWindow) -> None:
    window.resize(700, 600)
    header = window.frame.header
    assert header.find_button.isHidden()
    assert header.language_button.isHidden()
    assert header.hide_button.isHidden()
    assert header.menu_button.isVisible()
    assert header.tabs.tabText(1) == "Clients"
    window.resize(1366, 688)
    assert header.find_button.isVisible()


def test_settings_open_for_whoever_may_change_them(window: MainWindow) -> None:
    press(Qt.Key.Key_Comma, CTRL)
    (dialog,) = window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    dialog.done(0)


def offered(role: Role, is_file: bool) -> set[str]:
    nothing: dict[str, Any] = {field.name: lambda: None for field in fields(Verbs)}
    return {action.name for action in settling(Verbs(**nothing), rights_of([role]), is_file)}


@pytest.mark.parametrize("role", list(Role))
def test_settings_and_keeping_the_file_are_offered_by_role(role: Role) -> None:
    known = {
        Role.ADMINISTRATOR: {"settings", "back_up", "new_code"},
        Role.SUPERVISOR: {"settings"},
    }
    assert offered(role, is_file=True) == known.get(role, set())


@pytest.mark.parametrize("role", list(Role))
def test_visits_are_handed_over_by_supervisors(role: Role) -> None:
    nothing: dict[str, Any] = {field.name: lambda: None for field in fields(Verbs)}
    names = {action.name for action in handing(Verbs(**nothing), rights_of([role]))}
    assert names == ({"hand_over", "take_in"} if role == Role.SUPERVISOR else set())


def test_a_server_keeps_its_backups_and_has_no_recovery_code() -> None:
    assert offered(Role.ADMINISTRATOR, is_file=False) == {"settings"}


def test_a_new_recovery_code_is_made_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.frame.table.named("new_code").run()
    (dialog,) = window.findChildren(NewCodeDialog)
    QTest.keyClicks(dialog.ask.password.edit, FIRST.password)
    QTest.keyClick(dialog.ask.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.code is not None)
    assert toasts(window) == ["New recovery code made"]
    assert dialog.code is not None
    dialog.code.on_paper.click()
    dialog.code.submit.click()
    assert not dialog.isVisible()


def toasts(window: MainWindow) -> list[str]:
    return [toast.title.text() for toast in window.findChildren(Toast)]


@pytest.mark.parametrize(("key", "text"), [(0x0645, "م"), (0x042C, "ь")])
def test_shortcuts_mean_their_place_under_a_layout_without_latin_letters(
    window: MainWindow, tab: FakeTab, key: int, text: str
) -> None:
    assert tab.done == []
    by_place(window, Qt.Key(key), text, scan=40)
    assert tab.done == ["count"]
    window.undo.push("Visit recorded", "", lambda: tab.done.append("undone"))
    tab.page.field.setFocus()
    tab.page.field.insert("typed")
    for _time in range(2):
        by_place(window, Qt.Key(key), text, scan=52)
    assert (tab.page.field.text(), tab.done) == ("", ["count", "undone"])


def by_place(window: MainWindow, key: Qt.Key, text: str, scan: int) -> None:
    """Ctrl and a key as a system with another layout sends it."""
    focused = QApplication.focusWidget()
    assert focused is not None
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, control, scan, 0, 0, text))


def test_the_first_time_it_fits_the_screen(opened: Opened, runner: Runner, here: Desk) -> None:
    with here.read() as unit:
        around = surroundings(unit)
    window = MainWindow(runner, around, "pietarsaari", fake_tabs, lambda typed: None)
    assert window.screen().availableGeometry().contains(QRect(QPoint(), window.size()))
    window.close()
    window.deleteLater()
