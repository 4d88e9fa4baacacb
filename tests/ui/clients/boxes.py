"""A box of the card alone in a window, with hands on it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.client import Client, Why
from app.services import clients, places
from app.services.unit import Desk
from app.ui.clients.part import Part
from app.ui.runner import Runner
from app.ui.shell.trouble import Trouble
from app.ui.shell.undo import Undo
from app.ui.tab import Workplace
from tests.workers import DirectWorker

P = TypeVar("P", bound=Part)


class Boxed:
    """One part, the client in hand, and what was told."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        with desk.read() as unit:
            place = places.location(unit, "pietarsaari")
        self.undo = Undo()
        self.workplace = Workplace(Runner(desk, DirectWorker()), self.undo, Trouble(), place)
        self.told: list[str] = []
        self._windows: list[QWidget] = []
        self.undo.pushed.connect(lambda act: self.told.append(act.title))
        self.undo.told.connect(lambda title, _detail: self.told.append(title))

    def show(self, make: Callable[[Workplace], P], client: Client) -> P:
        """Make the part and put the client in hand."""
        part, window = make(self.workplace), QWidget()
        QVBoxLayout(window).addWidget(part)
        self._qtbot.addWidget(window)
        self._windows.append(window)
        window.resize(760, 300)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        part.set_client(client)
        return part

    def anew(self, part: Part) -> Client:
        """The client in hand as it is in the store now."""
        assert part.client is not None
        with self.desk.read() as unit:
            client = clients.open_record(unit, part.client.id, Why.VISIT)
        part.set_client(client)
        return client

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus(), key)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget
