from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.ui.shell.entries import entries
from app.ui.shell.find_model import FindModel
from app.ui.shell.finder import Finder
from app.ui.shell.window import MainWindow
from tests.ui.shell.fakes import FakeTab, press

CTRL = Qt.KeyboardModifier.ControlModifier


def opened_by_key(window: MainWindow) -> Finder:
    press(Qt.Key.Key_K, CTRL)
    return window.frame.finder


def rows(finder: Finder) -> list[str]:
    model = finder.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_it_offers_what_can_be_done_now(window: MainWindow) -> None:
    shown = rows(opened_by_key(window))
    assert shown[0] == "Count sheep"
    assert {"Hide everything", "Help", "Dark appearance", "Suomi"} <= set(shown)
    assert "Rest" not in shown
    assert "Undo the last act" not in shown


def test_words_narrow_it_and_enter_does_it(window: MainWindow, tab: FakeTab) -> None:
    finder = opened_by_key(window)
    QTest.keyClicks(finder.field.edit, "sheep cou")
    assert rows(finder) == ["Count sheep"]
    QTest.keyClick(finder.field.edit, Qt.Key.Key_Return)
    assert tab.done == ["count"]
    assert finder.isHidden()


def test_it_finds_by_the_words_of_another_language(window: MainWindow) -> None:
    finder = opened_by_key(window)
    QTest.keyClicks(finder.field.edit, "nykarleby integrationsporten")
    assert rows(finder) == ["Integration Portal Nykarleby"]


def test_arrows_choose_another_row(window: MainWindow) -> None:
    finder = opened_by_key(window)
    QTest.keyClicks(finder.field.edit, "text size")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(finder.field.edit, key)
    assert finder.list.currentIndex().data() == "Text size 200 %"


def test_escape_gives_the_keyboard_back(window: MainWindow, tab: FakeTab) -> None:
    tab.page.field.setFocus()
    finder = opened_by_key(window)
    assert finder.field.edit.hasFocus()
    QTest.keyClick(finder.field.edit, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert tab.page.field.hasFocus()


def test_it_says_when_there_is_no_such_action(window: MainWindow) -> None:
    finder = opened_by_key(window)
    QTest.keyClicks(finder.field.edit, "zebra")
    assert finder.list.isHidden()
    assert finder.none.text().startswith("No such action")
    QTest.keyClick(finder.field.edit, Qt.Key.Key_Return)
    assert finder.isVisible()


def test_it_goes_when_the_keyboard_goes_elsewhere(window: MainWindow, tab: FakeTab) -> None:
    finder = opened_by_key(window)
    tab.page.field.setFocus()
    assert finder.isHidden()


def test_it_stays_inside_a_small_window(window: MainWindow) -> None:
    window.resize(500, 320)
    finder = opened_by_key(window)
    assert window.frame.rect().contains(finder.geometry())


def test_the_model_keeps_the_rules_of_qt(window: MainWindow) -> None:
    model = FindModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_entries(entries(window.frame.table, window.frame.pages.current()))
    model.find("text")
    model.find("")
    assert tester.model() is model
    assert model.rowCount() > 20
