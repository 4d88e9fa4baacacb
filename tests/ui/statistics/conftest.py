"""The real window on a file full of invented visits, open at the statistics."""

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

from app.documents.sheet import SheetRow
from app.domain.overview import Overview
from app.domain.public import PublicView
from app.services import demo, sign_in
from app.services.demo import Wish
from app.services.unit import Desk
from app.ui.application import tabs_for
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.surroundings import surroundings
from app.ui.shell.window import MainWindow
from app.ui.statistics.answer import Answer, PublicAnswer
from app.ui.statistics.page import Page
from app.ui.statistics.tab import StatisticsTab
from app.ui.worker import Worker
from tests.desks import CHEAP, WORKSTATION, SetClock
from tests.workers import DirectWorker

CONTROL = Qt.KeyboardModifier.ControlModifier
VISITS = 400


class Hands:
    """What a supervisor does at the tab."""

    def __init__(self, window: MainWindow, desk: Desk, runner: Runner) -> None:
        self.window, self.desk, self.runner = window, desk, runner

    @property
    def tab(self) -> StatisticsTab:
        tab = self.window.frame.pages.current()
        assert isinstance(tab, StatisticsTab)
        return tab

    @property
    def page(self) -> Page:
        return self.tab.page

    @property
    def overview(self) -> Overview:
        """What is shown in internal mode."""
        assert isinstance(self.page.answer, Answer)
        return self.page.answer.overview

    @property
    def view(self) -> PublicView:
        """What is shown in public mode."""
        assert isinstance(self.page.answer, PublicAnswer)
        return self.page.answer.view

    def mode(self, code: str) -> None:
        """Click on a segment of the mode."""
        segment = self.page.pickers.mode.segments[code]
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus(), key, modifier)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def kind(self, code: str) -> None:
        """Click on a segment of the period."""
        segment = self.page.pickers.kind.segments[code]
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    def location(self, code: str) -> None:
        """Click on the chip of a location."""
        chip = self.page.pickers.locations.chips[code]
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def last_number(row: SheetRow) -> int:
    """What a row counts in its last column."""
    cell = row.cells[-1]
    assert isinstance(cell, int)
    return cell


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
    wish = Wish(VISITS, 7, clock.now.date())
    demo.create(folder, wish, WORKSTATION, clock=clock, cost=CHEAP).store.close()
    return folder


@pytest.fixture
def as_person(invented: Path, tmp_path: Path, clock: SetClock) -> Iterator[Callable[[str], Desk]]:
    """Signs people of the demonstration in, each with the password that is their user name."""
    folder, desks = tmp_path / "data", list[Desk]()
    shutil.copytree(invented, folder)

    def enter(login: str) -> Desk:
        desks.append(sign_in.sign_in(folder, login, login, WORKSTATION, clock))
        return desks[-1]

    yield enter
    for desk in desks:
        desk.store.close()


@pytest.fixture
def opened(qtbot: QtBot, as_person: Callable[[str], Desk]) -> Iterator[Opens]:
    """Opens the window for a person, at the statistics where there are any."""
    windows: list[MainWindow] = []

    def open_for(login: str = "demo", worker: Worker | None = None, internal: bool = True) -> Hands:
        desk = as_person(login)
        with desk.read() as unit:
            around = surroundings(unit)
        runner = Runner(desk, worker or DirectWorker())
        window = MainWindow(runner, around, "pietarsaari", tabs_for, lambda typed: None)
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.frame.pages.go(5)
        found = Hands(window, desk, runner)
        if internal:
            found.mode("internal")
        return found

    yield open_for
    for window in windows:
        window.close()
        window.deleteLater()
        qtbot.waitUntil(partial(_gone, window))


def _gone(window: MainWindow) -> bool:
    return not isValid(window)


@pytest.fixture
def hands(opened: Opens) -> Hands:
    """At the exact statistics, with every right."""
    return opened()
