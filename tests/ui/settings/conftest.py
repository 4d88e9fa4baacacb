"""The dialog of settings over a real file, its work done at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.unit import Desk
from app.ui.runner import Runner
from app.ui.settings.dialog import SettingsDialog
from app.ui.shell.undo import Undo
from tests.desks import SetClock, file_desk
from tests.ui.settings.hands import Hands
from tests.workers import DirectWorker

Opens = Callable[[Desk], Hands]


@pytest.fixture
def file_store(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    desk = file_desk(tmp_path / "data", clock)
    yield desk
    desk.store.close()


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opens]:
    """Opens the dialog for the person at a desk."""
    windows: list[QWidget] = []

    def open_for(desk: Desk) -> Hands:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        dialog = SettingsDialog(Runner(desk, DirectWorker(window)), Undo(window), window)
        dialog.resize(1100, 740)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return Hands(dialog, desk)

    yield open_for
    for window in windows:
        window.close()


@pytest.fixture
def hands(opened: Opens, file_store: Desk) -> Hands:
    """The dialog for the first person, who may do everything in it."""
    return opened(file_store)
