import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.ui.shell.unlock import Unlock
from app.ui.shell.window import MainWindow
from tests.desks import FIRST, SetClock
from tests.ui.shell.fakes import FakeTab, press, texts

F12 = Qt.Key.Key_F12


def typed(unlock: Unlock, password: str) -> None:
    edit = unlock.field.edit
    edit.selectAll()
    QTest.keyClicks(edit, password)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_f12_hides_all_and_lifts_it_again_within_a_minute(
    window: MainWindow, tab: FakeTab, clock: SetClock
) -> None:
    tab.page.field.setFocus()
    QTest.keyClicks(tab.page.field, "half typed")
    press(F12)
    assert window.curtain.isVisible()
    assert not window.frame.isVisible()
    clock.forward(seconds=59)
    press(F12)
    assert window.frame.isVisible()
    assert tab.page.field.text() == "half typed"
    assert tab.page.field.hasFocus()


def test_it_names_the_place_and_the_time_and_nobody(window: MainWindow) -> None:
    press(F12)
    shown = texts(window.curtain)
    assert {"Integration Portal Jakobstad", "12.00", "Hidden"} <= shown
    assert not any(FIRST.name in text or FIRST.login in text for text in shown)


def test_after_a_minute_f12_asks_the_password(window: MainWindow, clock: SetClock) -> None:
    press(F12)
    clock.forward(minutes=1)
    press(F12)
    assert window.curtain.isVisible()
    assert window.curtain.unlock.isVisible()


def test_an_idle_desk_is_hidden_and_any_key_asks_the_password(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.watch.timer.timeout.emit()
    assert window.curtain.isVisible()
    press(Qt.Key.Key_A)
    unlock = window.curtain.unlock
    assert unlock.isVisible()
    assert unlock.field.text() == ""
    typed(unlock, FIRST.password)
    qtbot.waitUntil(window.frame.isVisible)
    assert window.watch.timer.isActive()


def test_f12_does_not_lift_what_an_idle_desk_has_hidden(window: MainWindow) -> None:
    window.watch.timer.timeout.emit()
    press(F12)
    assert window.curtain.isVisible()


def test_a_key_puts_idleness_off(window: MainWindow, tab: FakeTab) -> None:
    timer = window.watch.timer
    timer.start(1_000_000)
    timer.setInterval(2_000_000)
    QTest.keyClick(tab.page, Qt.Key.Key_A)
    begun = timer.remainingTime()
    timer.start(1_000_000)
    QTest.mouseMove(tab.page)
    assert begun > 1_000_000


def test_a_wrong_password_is_told_and_stays_to_be_typed_over(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.watch.timer.timeout.emit()
    press(Qt.Key.Key_Space)
    unlock = window.curtain.unlock
    typed(unlock, "wrong")
    qtbot.waitUntil(lambda: unlock.field.error() == "The password does not match.")
    assert unlock.field.text() == "wrong"
    assert window.curtain.isVisible()


def test_many_wrong_passwords_have_to_wait(
    qtbot: QtBot, window: MainWindow, clock: SetClock
) -> None:
    window.watch.timer.timeout.emit()
    press(Qt.Key.Key_Space)
    unlock = window.curtain.unlock
    for _try in range(3):
        typed(unlock, "wrong")
        qtbot.waitUntil(lambda: not unlock.busy)
    assert unlock.submit.text() == "Try again in 2 seconds"
    typed(unlock, FIRST.password)
    assert not unlock.busy
    assert not unlock.submit.isEnabled()
    clock.forward(seconds=2)
    unlock.submit.second.timeout.emit()
    unlock.submit.second.timeout.emit()
    typed(unlock, FIRST.password)
    qtbot.waitUntil(window.frame.isVisible)


def test_escape_goes_back_to_the_plain_curtain(window: MainWindow) -> None:
    window.watch.timer.timeout.emit()
    press(Qt.Key.Key_A)
    QTest.keyClicks(window.curtain.unlock.field.edit, "half")
    press(Qt.Key.Key_Escape)
    assert window.curtain.isVisible()
    assert window.curtain.unlock.isHidden()
    assert window.curtain.unlock.field.text() == ""


def test_behind_it_no_shortcut_works(window: MainWindow, tab: FakeTab) -> None:
    press(F12)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert tab.done == []
    assert window.frame.pages.current().name == "check_in"


def test_an_open_dialog_hides_with_the_window_and_comes_back(
    window: MainWindow,
) -> None:
    dialog = QDialog(window)
    dialog.open()
    window.watch.timer.timeout.emit()
    assert not dialog.isVisible()
    window.curtain.lifted.emit()
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.close()


@pytest.mark.parametrize("action", ["settings", "help", "about"])
def test_f12_in_a_dialog_hides_it_with_the_window_and_brings_it_back(
    qtbot: QtBot, window: MainWindow, action: str
) -> None:
    window.frame.table.named(action).run()
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(F12)
    assert window.curtain.isVisible()
    assert not dialog.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    press(F12)
    assert window.frame.isVisible()
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.done(0)


def test_a_dialog_over_a_dialog_is_hidden_too_and_both_come_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    lower = QDialog(window)
    lower.open()
    upper = QDialog(lower)
    upper.open()
    qtbot.waitUntil(upper.isActiveWindow)
    QTest.keyClick(upper, F12)
    assert window.curtain.isVisible()
    assert not lower.isVisible()
    assert not upper.isVisible()
    window.curtain.lifted.emit()
    assert lower.isVisible()
    assert QApplication.activeModalWidget() is upper
    upper.close()
    lower.close()


@pytest.mark.parametrize("kept", [True, False])
def test_a_dialog_that_is_done_behind_it_does_not_come_back(
    qtbot: QtBot, window: MainWindow, kept: bool
) -> None:
    dialog = QDialog(window)
    dialog.open()
    window.watch.timer.timeout.emit()
    dialog.accept()
    if not kept:
        dialog.deleteLater()
        qtbot.waitUntil(lambda: not isValid(dialog))
    window.curtain.lifted.emit()
    assert window.frame.isVisible()
    assert not any(one.isVisible() for one in window.findChildren(QDialog))


def test_another_person_can_sign_in(qtbot: QtBot, window: MainWindow) -> None:
    press(F12)
    press(Qt.Key.Key_A)
    with qtbot.waitSignal(window.left):
        QTest.mouseClick(window.curtain.unlock.other, Qt.MouseButton.LeftButton)


def test_the_curtain_follows_a_click_too(window: MainWindow) -> None:
    press(F12)
    QTest.mouseClick(window.curtain, Qt.MouseButton.LeftButton)
    assert window.curtain.unlock.isVisible()
    assert QApplication.focusWidget() is window.curtain.unlock.field.edit


def test_without_an_idle_time_it_closes_only_by_hand(window: MainWindow) -> None:
    window.frame.table.named("idle_0").run()
    assert not window.watch.timer.isActive()
    press(F12)
    assert window.curtain.isVisible()
