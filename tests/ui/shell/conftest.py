"""The real window on a real file, with tabs that do nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.services import sign_in
from app.services.unit import Desk
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.surroundings import surroundings
from app.ui.shell.window import MainWindow
from app.ui.worker import Worker
from tests.desks import SetClock, file_desk
from tests.ui.shell.fakes import FakeTab, fake_tabs

Opened = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def language_of_qt(qapp: QApplication) -> Iterator[None]:
    """Qt speaks English before and after each test."""
    switch("en")
    yield
    switch("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of the file."""
    return tmp_path / "data"


@pytest.fixture
def here(folder: Path, clock: SetClock) -> Iterator[Desk]:
    """A new file with its first person."""
    desk = file_desk(folder, clock)
    yield desk
    desk.store.close()


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.finish()


@pytest.fixture
def runner(here: Desk, worker: Worker) -> Runner:
    return Runner(here, worker)


@pytest.fixture
def opened(qtbot: QtBot, runner: Runner, folder: Path, here: Desk) -> Iterator[Opened]:
    """Opens the window at a location; it is gone with all its parts after the test."""
    windows: list[MainWindow] = []

    def open_at(location: str = "pietarsaari") -> MainWindow:
        with here.read() as unit:
            around = surroundings(unit)
        window = MainWindow(
            runner,
            around,
            location,
            fake_tabs,
            lambda typed: sign_in.check_own_password(folder, here, typed),
        )
        windows.append(window)
        window.resize(1366, 688)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_at
    for window in windows:
        window.close()
        window.deleteLater()
        qtbot.waitUntil(partial(_gone, window))


def _gone(window: MainWindow) -> bool:
    return not isValid(window)


@pytest.fixture
def window(opened: Opened) -> MainWindow:
    """The window at Pietarsaari."""
    return opened()


@pytest.fixture
def tab(window: MainWindow) -> FakeTab:
    """The tab in view."""
    tab = window.frame.pages.current()
    assert isinstance(tab, FakeTab)
    return tab
