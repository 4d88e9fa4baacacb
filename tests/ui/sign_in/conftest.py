"""The sign-in window on real files, with keys that are cheap to make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import settings
from app.ui.sign_in import Doors, Place, SignInWindow
from app.ui.worker import Worker
from tests.desks import CHEAP, FIRST, SetClock, file_desk
from tests.ui.sign_in.hands import Entered, Opening
from tests.workers import DirectWorker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data are."""
    return tmp_path / "data" / "Kotoportti"


@pytest.fixture
def at_hand(folder: Path, clock: SetClock) -> Path:
    """The same folder with a file in it, whose first person is `FIRST`."""
    file_desk(folder, clock).store.close()
    return folder


@pytest.fixture
def entered() -> Iterator[Entered]:
    """What `signed_in` brought; the stores are closed after the test."""
    found: Entered = []
    yield found
    for desk, _location in found:
        desk.store.close()


@pytest.fixture
def opened(qtbot: QtBot, folder: Path, clock: SetClock, entered: Entered) -> Opening:
    """Opens the window on `folder`, as `FIRST` left the workstation unless told otherwise."""
    windows: list[SignInWindow] = []

    def make(worker: Worker | None = None, doors: Doors | None = None) -> SignInWindow:
        known = settings.read()._replace(login=FIRST.login, location="kruunupyy")
        work = worker or DirectWorker()
        window = SignInWindow(work, known, Place(folder), doors or Doors(clock, CHEAP))
        window.signed_in.connect(lambda desk, location: entered.append((desk, location)))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make
