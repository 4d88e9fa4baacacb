"""Toasts: they tell, they wait, they undo, they leave."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.toast import LIFE_MS, MOST_CHARS, Toast, ToastStack
from tests.ui.conftest import Shown

START_LEFT, START_RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class WindowsOpened(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


@pytest.fixture
def page(shown: Shown) -> QWidget:
    page = QWidget()
    page.resize(400, 500)
    shown(page)
    QTest.mouseMove(page, QPoint(5, 5))
    return page


@pytest.fixture
def stack(page: QWidget) -> ToastStack:
    return ToastStack(page)


def _titles(stack: ToastStack) -> list[str]:
    return [toast.title.text() for toast in stack.toasts()]


def _point_at(toast: Toast) -> None:
    QApplication.sendEvent(toast, QEnterEvent(QPointF(3, 3), QPointF(3, 3), QPointF(3, 3)))


def test_the_newest_is_lowest_at_the_foot_of_the_page(page: QWidget, stack: ToastStack) -> None:
    old, new = stack.show_toast("Visit recorded"), stack.show_toast("Visit voided")
    stack.layout().activate()  # type: ignore[union-attr]
    assert old.y() < new.y()
    assert stack.geometry().bottom() == page.rect().bottom()
    page.resize(300, 300)
    assert stack.geometry().bottom() == 299
    assert stack.width() == 300


@pytest.mark.parametrize("direction", [START_LEFT, START_RIGHT])
def test_over_a_wide_page_it_stays_at_the_end_side(
    page: QWidget, stack: ToastStack, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    page.resize(1366, 500)
    stack.show_toast("Copied as a table", "For internal use only")
    place, edge = stack.geometry(), active().space(16)
    assert place.width() == active().chars(MOST_CHARS) < page.width()
    assert page.height() - place.bottom() - 1 == edge
    if direction == START_LEFT:
        assert page.width() - place.right() - 1 == edge
    else:
        assert place.left() == edge


def test_at_most_three_are_shown(stack: ToastStack) -> None:
    for n in range(5):
        stack.show_toast(f"Visit {n}")
    assert _titles(stack) == ["Visit 2", "Visit 3", "Visit 4"]


def test_it_lives_eight_seconds_and_leaves(stack: ToastStack) -> None:
    toast = stack.show_toast("Visit recorded")
    assert toast.timer.isActive()
    assert toast.timer.interval() == LIFE_MS == 8000
    toast.timer.timeout.emit()
    assert _titles(stack) == []
    assert not stack.isVisible()


def test_it_waits_while_pointed_at(stack: ToastStack) -> None:
    toast = stack.show_toast("Visit recorded")
    _point_at(toast)
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()


def test_it_waits_while_its_action_has_the_keyboard(stack: ToastStack) -> None:
    toast = stack.show_toast("Visit recorded", "", "Undo", "Ctrl Z", lambda: None)
    toast.action.setFocus()
    assert not toast.timer.isActive()
    toast.action.clearFocus()
    assert toast.timer.isActive()


def test_the_action_is_done_once_and_the_toast_goes(stack: ToastStack) -> None:
    done: list[str] = []
    toast = stack.show_toast(
        "Visit recorded", "Housing", "Undo", "Ctrl Z", lambda: done.append("undone")
    )
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert _titles(stack) == []


def test_escape_sends_it_away(stack: ToastStack) -> None:
    toast = stack.show_toast("Visit recorded", "", "Undo", "Ctrl Z", lambda: None)
    toast.action.setFocus()
    QTest.keyClick(toast.action, Qt.Key.Key_Escape)
    assert _titles(stack) == []


def test_it_is_announced(stack: ToastStack, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(ToastStack, "_announce", lambda self, text: said.append(text))
    stack.show_toast("Visit recorded 10.42", "Housing")
    assert said == ["Visit recorded 10.42. Housing"]


def test_without_toasts_the_page_beneath_is_free(page: QWidget) -> None:
    stack = ToastStack(page)
    column = QVBoxLayout(page)
    column.addWidget(QWidget())
    stack.show_toast("Visit recorded").leave()
    assert page.childAt(page.rect().center()) is not stack
    assert not stack.isVisible()


def test_it_opens_no_window_and_takes_the_keyboard_from_nobody(
    page: QWidget, stack: ToastStack, qapp: QApplication
) -> None:
    opened = WindowsOpened()
    qapp.installEventFilter(opened)
    stack.show_toast("Visit recorded", "Housing")
    stack.show_toast("Visit taken back")
    assert opened.windows == []
    assert [toast.detail.isVisible() for toast in stack.toasts()] == [True, False]
