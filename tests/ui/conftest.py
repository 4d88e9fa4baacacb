"""What every test of the window has: the light theme at its usual size, a window in use."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import STYLE, Theme, install

Shown = Callable[[QWidget], QWidget]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style is the program's, on every system."""
    return ["Kotoportti", *STYLE]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %, whatever the test before has set."""
    return install(qapp, "light", 100)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Shows a widget as the active window and closes it after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def screen_reader() -> Iterator[None]:
    """Qt believes that someone listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
