import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.localization import current
from app.ui.shell.window import MainWindow
from tests.ui.shell.fakes import FakeTab, press

# The offscreen platform cannot hold the keyboard for a popup, which every screen can.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def lines(menu: QMenu) -> list[str]:
    found = []
    for line in menu.actions():
        submenu = line.menu()
        if isinstance(submenu, QMenu):
            found += lines(submenu)
        elif not line.isSeparator():
            found.append(line.text())
    return found


def test_f10_opens_a_menu_of_every_action_with_its_key(window: MainWindow) -> None:
    press(Qt.Key.Key_F10)
    menu = window.frame.menu
    assert menu.isVisible()
    expected = {
        f"{action.text()}\t{action.shortcut}" if action.shortcut else action.text()
        for action in window.frame.table.all()
        if action.name != "menu"
    }
    assert set(lines(menu)) == expected
    menu.close()


def test_alt_alone_opens_it_and_alt_with_a_key_does_not(window: MainWindow, tab: FakeTab) -> None:
    menu = window.frame.menu
    QTest.keyPress(tab.page, Qt.Key.Key_Alt)
    QTest.keyClick(tab.page, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(tab.page, Qt.Key.Key_Alt)
    assert not menu.isVisible()
    QTest.keyClick(tab.page, Qt.Key.Key_Alt)
    assert menu.isVisible()
    menu.close()


def test_f12_in_the_menu_hides_everything(window: MainWindow) -> None:
    window.frame.open_menu()
    QTest.keyClick(window.frame.menu, Qt.Key.Key_F12)
    assert not window.frame.menu.isVisible()
    assert window.curtain.isVisible()


def test_what_cannot_be_done_now_is_grey(window: MainWindow) -> None:
    window.frame.open_menu()
    states = {line.objectName(): line.isEnabled() for line in window.frame.menu.actions()}
    assert (states["count"], states["rest"], states["undo"]) == (True, False, False)
    window.frame.menu.close()


def test_a_line_does_its_action(window: MainWindow, tab: FakeTab) -> None:
    window.frame.open_menu()
    window.frame.menu.actions()[0].trigger()
    assert tab.done == ["count"]
    window.frame.menu.close()


def test_the_option_in_use_has_a_tick(window: MainWindow) -> None:
    window.frame.table.named("text_size_125").run()
    window.frame.open_menu()
    sizes = [
        line
        for submenu in window.frame.menu.findChildren(QMenu)
        for line in submenu.actions()
        if line.objectName().startswith("text_size")
    ]
    assert [line.text() for line in sizes if line.isChecked()] == ["Text size 125 %"]
    window.frame.menu.close()


def test_the_language_button_switches_the_language(window: MainWindow) -> None:
    QTest.mouseClick(window.frame.header.language_button, Qt.MouseButton.LeftButton)
    menu = window.frame.languages
    assert lines(menu) == ["Suomi", "Svenska", "English"]
    menu.actions()[1].trigger()
    assert current().language == "sv"
    assert window.frame.header.language_button.text() == "SV"
    assert window.frame.line.place.words.text() == "Integrationsporten Jakobstad"
    menu.close()
