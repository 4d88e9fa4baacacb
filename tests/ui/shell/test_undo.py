from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.shell.undo import MOST, Undo
from app.ui.shell.window import MainWindow
from app.ui.widgets.toast import Toast
from tests.ui.shell.fakes import FakeTab, press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_acts_are_taken_back_newest_first_and_once() -> None:
    undo, done = Undo(), list[str]()
    for name in ("first", "second"):
        undo.push(name, "", partial(done.append, name))
    for _time in range(3):
        undo.take_back_last()
    assert done == ["second", "first"]
    assert not undo.any_left


def test_an_act_in_between_can_be_taken_back_by_its_own_link() -> None:
    undo, done = Undo(), list[str]()
    first = undo.push("first", "", lambda: done.append("first"))
    undo.push("second", "", lambda: done.append("second"))
    undo.take_back(first)
    undo.take_back(first)
    undo.take_back_last()
    assert done == ["first", "second"]


def test_only_so_many_are_kept() -> None:
    undo, done = Undo(), list[int]()
    for n in range(MOST + 5):
        undo.push(str(n), "", partial(done.append, n))
    while undo.any_left:
        undo.take_back_last()
    assert done == list(range(MOST + 4, 4, -1))


def toasts(tab: FakeTab) -> list[Toast]:
    return [toast for toast in tab.feet[0].findChildren(Toast) if toast.isVisible()]


def test_an_act_is_shown_with_its_way_back(window: MainWindow, tab: FakeTab) -> None:
    done: list[str] = []
    window.undo.push("Visit recorded 10.42", "Housing", lambda: done.append("undone"))
    (toast,) = toasts(tab)
    assert (toast.title.text(), toast.detail.text()) == ("Visit recorded 10.42", "Housing")
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Z, CTRL)
    assert done == ["undone"]


def test_ctrl_z_takes_back_the_last_act_after_its_toast_has_gone(
    window: MainWindow, tab: FakeTab
) -> None:
    done: list[str] = []
    window.undo.push("Visit recorded", "", lambda: done.append("undone"))
    toasts(tab)[0].leave()
    press(Qt.Key.Key_Z, CTRL)
    assert done == ["undone"]


def test_in_a_field_typing_is_taken_back_first(window: MainWindow, tab: FakeTab) -> None:
    done: list[str] = []
    window.undo.push("Visit recorded", "", lambda: done.append("undone"))
    field = tab.page.field
    field.setFocus()
    QTest.keyClicks(field, "ab")
    press(Qt.Key.Key_Z, CTRL)
    assert (field.text(), done) == ("", [])
    press(Qt.Key.Key_Z, CTRL)
    assert done == ["undone"]


def test_a_message_without_a_way_back_has_no_link(window: MainWindow, tab: FakeTab) -> None:
    window.undo.tell("Password changed")
    (toast,) = toasts(tab)
    assert toast.action.isHidden()


def test_nothing_of_another_location_is_taken_back(window: MainWindow) -> None:
    done: list[str] = []
    window.undo.push("Visit recorded", "", lambda: done.append("undone"))
    window.frame.table.named("location_kruunupyy").run()
    press(Qt.Key.Key_Z, CTRL)
    assert done == []


def test_what_was_taken_back_is_not_offered_any_more(window: MainWindow, tab: FakeTab) -> None:
    window.undo.push("Visit recorded", "", lambda: window.undo.tell("Visit taken back"))
    press(Qt.Key.Key_Z, CTRL)
    assert [toast.title.text() for toast in toasts(tab)] == ["Visit taken back"]


def test_a_toast_is_seen_while_the_right_column_is_not(window: MainWindow, tab: FakeTab) -> None:
    tab.feet = (tab.page.button, tab.page)
    window.frame.pages.set_tabs([tab])
    window.undo.tell("beside")
    assert [toast.title.text() for toast in toasts(tab)] == ["beside"]
    tab.page.button.hide()
    window.undo.tell("on the page")
    tab.page.button.show()
    shown = [toast for toast in tab.page.findChildren(Toast) if toast.isVisible()]
    assert [toast.title.text() for toast in shown] == ["on the page"]
