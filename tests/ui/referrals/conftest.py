"""The real window on a demonstration, open at the referrals, and hands at its keyboard."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text

from app.services import demo, sign_in
from app.services.demo import Wish
from app.services.slips import Issued
from app.services.unit import Desk
from app.ui.application import tabs_for
from app.ui.language import switch
from app.ui.referrals.tab import ReferralsTab
from app.ui.runner import Runner
from app.ui.shell.surroundings import surroundings
from app.ui.shell.window import MainWindow
from app.ui.worker import Worker
from tests.desks import CHEAP, WORKSTATION, SetClock
from tests.workers import DirectWorker

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Hands:
    """What a clerk does at the tab, and what is seen of it."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
        self.window, self.desk, self.qtbot = window, desk, qtbot

    @property
    def tab(self) -> ReferralsTab:
        tab = self.window.frame.pages.current()
        assert isinstance(tab, ReferralsTab)
        return tab

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def take(self, typed: str) -> None:
        """Search and take the first that fits."""
        self.press(Qt.Key.Key_F, CONTROL)
        self.type(typed)
        self.press(Qt.Key.Key_Return)

    def speak(self, code: str) -> None:
        """Click on a language."""
        self.click(self.tab.form.answers.language.group.chips[code])

    def page(self) -> Issued:
        """The slip that is seen, once it is the one that was asked for."""
        making = self.tab.making

        def seen() -> Issued | None:
            shown = making.previewing.shown
            return shown.issued if shown is not None else None

        self.qtbot.waitUntil(lambda: (one := seen()) is not None and one.wish == making.wish())
        issued = seen()
        assert issued is not None
        return issued

    def slip(self) -> Issued:
        """A whole slip in English, seen."""
        self.take("kvarnen")
        self.speak("en")
        return self.page()

    def logged(self) -> list[tuple[str, str]]:
        """What the log says of slips."""
        statement = "SELECT action, subject FROM log WHERE action LIKE 'slip.%' ORDER BY number"
        with self.desk.store.read() as session:
            return [(row[0], row[1]) for row in session.execute(text(statement))]


Opens = Callable[..., Hands]


@pytest.fixture(autouse=True)
def language_of_qt(qapp: QApplication) -> Iterator[None]:
    """Qt speaks English before and after each test."""
    switch("en")
    yield
    switch("en")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration, made once."""
    folder = tmp_path_factory.mktemp("invented") / "data"
    clock = SetClock()
    wish = Wish(40, 7, clock.now.date())
    demo.create(folder, wish, WORKSTATION, clock=clock, cost=CHEAP).store.close()
    return folder


@pytest.fixture
def opened(qtbot: QtBot, invented: Path, tmp_path: Path, clock: SetClock) -> Iterator[Opens]:
    """Opens the window for a person of the demonstration, at the referrals."""
    folder = tmp_path / "data"
    shutil.copytree(invented, folder)
    windows: list[MainWindow] = []
    desks: list[Desk] = []

    def open_for(
        login: str = "demo", worker: Worker | None = None, location: str = "pietarsaari"
    ) -> Hands:
        desk = sign_in.sign_in(folder, login, login, WORKSTATION, clock)
        desks.append(desk)
        with desk.read() as unit:
            around = surroundings(unit)
        runner = Runner(desk, worker or DirectWorker())
        window = MainWindow(runner, around, location, tabs_for, lambda typed: None)
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.frame.pages.go(4)
        return Hands(window, desk, qtbot)

    yield open_for
    for window in windows:
        window.close()
        window.deleteLater()
        qtbot.waitUntil(partial(_gone, window))
    for desk in desks:
        desk.store.close()


def _gone(window: MainWindow) -> bool:
    return not isValid(window)


@pytest.fixture
def hands(opened: Opens) -> Hands:
    """At the referrals, with every right."""
    return opened()
