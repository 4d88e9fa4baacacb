"""The real window with a few invented clients, open at the clients, and hands at its keyboard."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text

from app.domain.client import ClientName, Interpreting, NameKind, Record
from app.domain.responsibility.values import Group, Labour
from app.domain.roles import Role
from app.services import clients
from app.services.unit import Desk
from app.ui.application import tabs_for
from app.ui.clients.tab import ClientsTab
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.surroundings import surroundings
from app.ui.shell.window import MainWindow
from app.ui.worker import Worker
from tests.clients import hidden, recorded
from tests.desks import SetClock, colleague, file_desk
from tests.workers import DirectWorker

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
FIRST, UNNAMED, CLERK = "first", "unnamed", "clerk"


class Hands:
    """What a person does at the tab, and what is seen of it."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
        self.window, self.desk, self.qtbot = window, desk, qtbot

    @property
    def tab(self) -> ClientsTab:
        tab = self.window.frame.pages.current()
        assert isinstance(tab, ClientsTab)
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

    def search(self, words: str) -> list[str]:
        """Look somebody up; the names that are seen, None for the heading."""
        self.press(Qt.Key.Key_F, CONTROL)
        self.type(words)
        self.qtbot.waitUntil(lambda: not self.tab.lookup.looking.pending)
        return self.names()

    def names(self) -> list[str]:
        hits = self.tab.lookup.hits.hits
        return [one.name if one is not None else "-" for one in hits.rows]

    def open(self, words: str) -> None:
        """Look somebody up and open the first."""
        self.search(words)
        self.press(Qt.Key.Key_Return)

    def logged(self) -> list[tuple[str, str]]:
        """What the log says of clients: action and reason."""
        statement = "SELECT action, reason FROM log WHERE action LIKE 'client.%' ORDER BY number"
        with self.desk.store.read() as session:
            return [(row[0], row[1]) for row in session.execute(text(statement))]


Opens = Callable[..., Hands]


@pytest.fixture(autouse=True)
def language_of_qt(qapp: QApplication) -> Iterator[None]:
    """Qt speaks English before and after each test."""
    switch("en")
    yield
    switch("en")


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A file with five people; Zahra Hidden is under an order and known to the first person."""
    desk = file_desk(tmp_path / "data", clock)
    _record_people(desk)
    yield desk
    desk.store.close()


def _record_people(desk: Desk) -> None:
    names = (ClientName("Mohamed", "Warsame"), ClientName("Maxamed", "Warsame", NameKind.SPELLING))
    whole = Record(
        names,
        born=date(1991, 2, 14),
        birth_year=1991,
        contact_language="so",
        interpreting=Interpreting.NEEDED,
        integration_language="sv",
        municipality="pietarsaari",
        labour=Labour.NOT_JOBSEEKER,
        groups=frozenset({Group.QUOTA_REFUGEE}),
        phone="050 765 4321",
        email="mohamed@warsame.example",
        address="Storgatan 17",
    )
    with desk.write() as unit:
        clients.record(unit, whole)
    recorded(desk, "Hodan", "Mohamed", birth_year=1995)
    recorded(desk, "Muhammad", "Rahimi", birth_year=1998)
    recorded(desk, "محمد", "حیدری", birth_year=1984)
    hidden(desk, "Zahra", "Hidden", municipality="luoto", address="Hemliga gatan 1")


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opens]:
    """Opens the window at the clients, for the first person or a new one of some role."""
    windows: list[MainWindow] = []

    def open_for(
        who: str = FIRST, worker: Worker | None = None, location: str = "pietarsaari"
    ) -> Hands:
        role = Role.ADVISER if who == UNNAMED else who
        here = desk if who == FIRST else colleague(desk, who, Role(role))
        with here.read() as unit:
            around = surroundings(unit)
        runner = Runner(here, worker or DirectWorker())
        window = MainWindow(runner, around, location, tabs_for, lambda typed: None)
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.frame.pages.go(2)
        return Hands(window, here, qtbot)

    yield open_for
    for window in windows:
        window.close()
        window.deleteLater()
        qtbot.waitUntil(partial(_gone, window))


def _gone(window: MainWindow) -> bool:
    return not isValid(window)


@pytest.fixture
def hands(opened: Opens) -> Hands:
    """At the clients, with every right, and named."""
    return opened()
