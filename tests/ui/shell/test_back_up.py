"""A backup from the menu, and what the status line says of the last one."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services import visits
from app.services.backup import back_up, last_backup
from app.services.demo_data import MARK
from app.services.unit import Changes, Desk
from app.store import backup_file
from app.store.backup_file import About
from app.store.models import SettingRow
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.back_up import BackUpDialog
from app.ui.shell.standing import backup_words, is_backup_late
from app.ui.shell.status_line import StatusItem
from app.ui.shell.window import MainWindow
from app.ui.widgets.toast import Toast
from tests.desks import FIRST, NOON, SetClock, visit
from tests.ui.shell.conftest import Opened

NAME = "kotoportti-2026-11-24.zip"


def chooser(window: MainWindow) -> QFileDialog:
    """The dialog that asks where to."""
    return next(one for one in window.findChildren(QFileDialog) if one.isVisible())


def choose(window: MainWindow, path: Path) -> None:
    dialog = chooser(window)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(str(path))
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def under_way(window: MainWindow) -> BackUpDialog:
    return next(one for one in window.findChildren(BackUpDialog) if one.isVisible())


def told(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.title.text(), one.detail.text()) for one in window.findChildren(Toast)]


def last(window: MainWindow) -> StatusItem:
    return window.frame.line.backup


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A backup is made when this is set."""
    free = Event()

    def slow(desk: Desk, to: Path) -> About:
        free.wait(20)
        return back_up(desk, to)

    monkeypatch.setattr("app.ui.shell.back_up.back_up", slow)
    yield free
    free.set()


def test_the_menu_asks_where_under_a_name_of_the_day_alone(window: MainWindow) -> None:
    window.frame.table.named("back_up").run()
    dialog = chooser(window)
    assert [Path(one).name for one in dialog.selectedFiles()] == [NAME]
    assert FIRST.login not in dialog.windowTitle()
    dialog.reject()


def test_a_backup_is_made_counted_and_told(
    qtbot: QtBot, window: MainWindow, here: Desk, tmp_path: Path
) -> None:
    with here.write() as unit:
        visits.record(unit, visit())
    window.frame.table.named("back_up").run()
    choose(window, tmp_path / NAME)
    qtbot.waitUntil(lambda: told(window) != [])
    assert told(window) == [("Backup made and checked", f"1 visit · {NAME}")]
    assert backup_file.read_about(tmp_path / NAME).counts.visits == 1
    assert not any(one.isVisible() for one in window.findChildren(BackUpDialog))
    qtbot.waitUntil(lambda: last(window).words.text() == "Backup Tue\N{NO-BREAK SPACE}12.00")
    assert not last(window).warns


def test_it_stays_open_while_the_backup_is_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, held: Event
) -> None:
    window.frame.table.named("back_up").run()
    choose(window, tmp_path / NAME)
    dialog = under_way(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    assert not dialog.leave.isEnabled()
    assert dialog.words.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        held.set()


def test_a_backup_that_is_done_behind_the_curtain_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, held: Event
) -> None:
    window.frame.table.named("back_up").run()
    choose(window, tmp_path / NAME)
    qtbot.waitUntil(under_way(window).isActiveWindow)
    QTest.keyClick(under_way(window), Qt.Key.Key_F12)
    assert window.curtain.isVisible()
    held.set()
    qtbot.waitUntil(lambda: told(window) != [])
    QTest.keyClick(window.curtain, Qt.Key.Key_F12)
    assert window.frame.isVisible()
    assert not any(one.isVisible() for one in window.findChildren(BackUpDialog))


def test_what_stops_it_is_said_and_another_place_can_be_chosen(
    qtbot: QtBot, window: MainWindow, here: Desk, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_bytes(b"dear all")
    window.frame.table.named("back_up").run()
    choose(window, letter)
    dialog = under_way(window)
    qtbot.waitUntil(dialog.failure.isVisible)
    sentence = "letter.zip is no backup of this program. Choose another file."
    assert dialog.failure.fact.text() == "No backup was made."
    assert dialog.failure.help.text() == sentence
    assert letter.read_bytes() == b"dear all"
    switch("fi")
    assert "letter.zip" in dialog.failure.help.text()
    assert dialog.failure.help.text() != sentence
    dialog.other.click()
    assert not dialog.isVisible()
    choose(window, tmp_path / NAME)
    qtbot.waitUntil((tmp_path / NAME).exists)
    qtbot.waitUntil(lambda: told(window) != [])


def test_a_bug_ends_the_waiting(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(desk: Desk, to: Path) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("app.ui.shell.back_up.back_up", broken)
    window.frame.table.named("back_up").run()
    choose(window, tmp_path / NAME)
    dialog = under_way(window)
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.help.text().startswith("Something went wrong.")
    dialog.leave.click()
    assert not dialog.isVisible()


def test_a_file_without_a_backup_warns(window: MainWindow) -> None:
    assert last(window).words.text() == "No backup yet"
    assert last(window).warns
    assert last(window).icon.name == "triangle-alert"
    window.resize(620, 600)
    assert last(window).isVisible()
    assert not window.frame.line.store.isVisible()


def test_a_backup_of_last_week_warns_from_the_day_on_that_it_is_too_old(
    qtbot: QtBot, window: MainWindow, runner: Runner, clock: SetClock, here: Desk
) -> None:
    keep(here, NOON)
    runner.changed.emit(Changes.SETTINGS, None)
    qtbot.waitUntil(lambda: not last(window).warns)
    clock.forward(days=8)
    window.news.neighbours.timer.timeout.emit()
    qtbot.waitUntil(lambda: last(window).warns)
    assert last(window).words.text() == "Backup 8 days old"


def test_a_demonstration_needs_none(here: Desk, opened: Opened) -> None:
    with here.write() as unit:
        unit.session.add(SettingRow(name=MARK, value=True))
    window = opened()
    assert not last(window).warns
    assert not last(window).isVisible()


def keep(desk: Desk, moment: datetime) -> None:
    with desk.write() as unit:
        unit.session.merge(SettingRow(name="last_backup", value=moment.isoformat()))
    with desk.read() as unit:
        assert last_backup(unit) == moment


@pytest.mark.parametrize(
    ("age", "words", "late"),
    [
        (timedelta(), "Backup Tue 12.00", False),
        (timedelta(hours=18), "Backup Mon 18.00", False),
        (timedelta(days=6), "Backup Wed 12.00", False),
        (timedelta(days=7), "Backup Tue 17.11.", False),
        (timedelta(days=7, seconds=1), "Backup 7 days old", True),
        (timedelta(days=40), "Backup 40 days old", True),
        (None, "No backup yet", True),
    ],
)
def test_how_old_the_last_backup_is(age: timedelta | None, words: str, late: bool) -> None:
    moment = None if age is None else NOON - age
    assert backup_words(moment, NOON).replace("\N{NO-BREAK SPACE}", " ") == words
    assert is_backup_late(moment, NOON) == late
