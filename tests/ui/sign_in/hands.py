"""What a person at the keyboard does, for the tests of the sign-in window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.services.unit import Desk
from app.ui.sign_in import SignInWindow

Opening = Callable[..., SignInWindow]
Entered = list[tuple[Desk, str]]


def type_in(text: str) -> None:
    """Type where the keyboard is, which must be a field."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, window: QWidget) -> None:
    """One key, wherever the keyboard is in the window."""
    QTest.keyClick(QApplication.focusWidget() or window, key)


def tab_on(stops: int) -> None:
    """So many stops of the Tab key onwards."""
    for _stop in range(stops):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
