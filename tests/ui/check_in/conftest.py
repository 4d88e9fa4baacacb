"""A check-in tab on a real file, its work done at once, and hands on its keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.place import Ask
from app.domain.visit import Visit
from app.services import places
from app.services.today import day_list
from app.services.unit import Desk
from app.ui.check_in.tab import CheckInTab
from app.ui.runner import Runner
from app.ui.shell.trouble import Trouble
from app.ui.shell.undo import Undo
from app.ui.tab import Workplace
from tests.desks import SetClock, file_desk
from tests.workers import DirectWorker


class Hands:
    """What a clerk does at the tab, and what came of it."""

    def __init__(self, tab: CheckInTab, workplace: Workplace, desk: Desk) -> None:
        self.tab, self.workplace, self.desk = tab, workplace, desk

    def keys(self, *keys: str | Qt.Key) -> None:
        """Press keys one after the other: "9", "⇧2", "Å", or a `Qt.Key`."""
        for key in keys:
            if isinstance(key, Qt.Key):
                QTest.keyClick(self.focus(), key)
            elif key.startswith("⇧"):
                digit = key[1:]
                self.event(Qt.Key(ord(digit)), digit, Qt.KeyboardModifier.ShiftModifier)
            else:
                self.event(Qt.Key(ord(key)), key)

    def event(
        self,
        key: Qt.Key,
        text: str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        scan: int = 0,
    ) -> None:
        """One key as the system sends it, with the place of the key when `scan` is given."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, scan, 0, 0, text)
            QApplication.sendEvent(self.focus(), event)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def enter(self) -> None:
        self.keys(Qt.Key.Key_Return)

    def undo(self) -> None:
        self.workplace.undo.take_back_last()

    def visits(self) -> list[Visit]:
        """All visits of today that count, oldest first."""
        with self.desk.read() as unit:
            found = day_list(unit, self.workplace.location.code, unit.today)
        return [visit for visit in reversed(found) if visit.void_reason is None]

    def line(self) -> str:
        """What the foot of the form says."""
        return self.tab.form.foot.line.text()


@pytest.fixture
def file_store(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    desk = file_desk(tmp_path / "data", clock)
    with desk.write() as unit:
        place = places.location(unit, "pietarsaari")
        places.save_location(unit, replace(place, asks=place.asks | {Ask.NOTE}))
    yield desk
    desk.store.close()


@pytest.fixture
def at(qtbot: QtBot, file_store: Desk) -> Callable[[str], Hands]:
    """Opens the tab of a location in a window of its own."""

    def open_tab(location: str) -> Hands:
        with file_store.read() as unit:
            place = places.location(unit, location)
        workplace = Workplace(Runner(file_store, DirectWorker()), Undo(), Trouble(), place)
        tab = CheckInTab(workplace)
        qtbot.addWidget(tab.widget)
        tab.widget.resize(1366, 617)
        with qtbot.waitActive(tab.widget):
            tab.widget.show()
            tab.widget.activateWindow()
        tab.shown()
        return Hands(tab, workplace, file_store)

    return open_tab


@pytest.fixture
def hands(at: Callable[[str], Hands]) -> Hands:
    """Hands at the keyboard of the portal in Jakobstad."""
    return at("pietarsaari")
