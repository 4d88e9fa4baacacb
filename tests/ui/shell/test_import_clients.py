"""Clients of a table are looked through and taken in from the menu."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.domain.roles import Role, rights_of
from app.services import client_import
from app.services.client_import import Imported, Progress
from app.services.unit import Changes, Desk
from app.store.clients import CLIENT
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell import verbs
from app.ui.shell.import_clients import ImportDialog
from app.ui.shell.window import MainWindow
from app.ui.widgets.toast import Toast

TABLE = "given_names;birth_date\nYusuf;1.1.1990\nRoya;30.2.1990\nMina;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(TABLE, "utf-8")
    return path


def choose(parent: MainWindow | ImportDialog, path: Path) -> None:
    """Choose a file in the dialog that asks for one."""
    dialog = next(one for one in parent.findChildren(QFileDialog) if one.isVisible())
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(str(path))
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def importing(window: MainWindow, source: Path) -> ImportDialog:
    window.frame.table.named("import_clients").run()
    choose(window, source)
    return next(one for one in window.findChildren(ImportDialog) if one.isVisible())


def told(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.title.text(), one.detail.text()) for one in window.findChildren(Toast)]


def recorded(desk: Desk) -> int:
    with desk.read() as unit:
        return unit.connection.scalar(select(func.count()).select_from(CLIENT)) or 0


def test_a_table_is_looked_through_first_and_then_taken(
    qtbot: QtBot, window: MainWindow, here: Desk, runner: Runner, table: Path
) -> None:
    changed = QSignalSpy(runner.changed)
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.report.isVisible)
    assert dialog.report.amounts.text() == "Would be new: 2 lines"
    assert dialog.report.left_out.fact.text() == "Cannot be taken: 1 line"
    assert dialog.report.reasons.text().startswith("Line 3: birth_date: no such day.")
    assert (recorded(here), changed.count()) == (0, 0)
    assert dialog.submit.hasFocus()
    QTest.keyClick(dialog.submit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: changed.count() == 1)
    assert changed.at(0)[0] == Changes.CLIENTS
    assert dialog.report.amounts.text() == "New: 2 lines"
    assert dialog.report.left_out.fact.text() == "Not taken: 1 line"
    assert not dialog.submit.isVisible()
    assert recorded(here) == 2
    switch("fi")
    assert dialog.report.amounts.text() == "Uusia: 2 riviä"
    assert dialog.report.left_out.fact.text() == "Ei otettu: 1 rivi"
    dialog.leave.click()
    assert not dialog.isVisible()


def test_an_import_is_undone_as_a_whole(
    qtbot: QtBot, window: MainWindow, here: Desk, table: Path
) -> None:
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.report.isVisible)
    dialog.submit.click()
    qtbot.waitUntil(lambda: not dialog.submit.busy)
    dialog.leave.click()
    assert told(window) == [("Clients imported", "2 clients")]
    window.undo.take_back_last()
    qtbot.waitUntil(lambda: ("Import taken back", "") in told(window))
    assert recorded(here) == 0


def test_a_second_time_there_is_nothing_to_take(
    qtbot: QtBot, window: MainWindow, here: Desk, table: Path
) -> None:
    client_import.import_clients(here, table)
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.report.isVisible)
    assert dialog.report.amounts.text().endswith("Nothing would change.")
    assert not dialog.submit.isEnabled()
    assert dialog.leave.hasFocus()


def test_the_whole_report_is_saved(
    qtbot: QtBot, window: MainWindow, table: Path, tmp_path: Path
) -> None:
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.report.isVisible)
    dialog.report.left_out.action.click()
    choose(dialog, tmp_path / "report.csv")
    qtbot.waitUntil(dialog.saved.isVisible)
    assert dialog.saved.text() == "Saved report.csv"
    lines = (tmp_path / "report.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["2", "Would be new"],
        ["3", "Cannot be taken"],
        ["4", "Would be new"],
    ]


def test_a_file_that_is_no_table_is_told_and_looked_at_again(
    qtbot: QtBot, window: MainWindow, here: Desk, table: Path
) -> None:
    table.write_bytes(b"PK\3\4broken")
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.fact.text() == "Nobody was taken in."
    assert dialog.failure.help.text().startswith("clients.csv cannot be read")
    table.write_text(TABLE, "utf-8")
    dialog.submit.click()
    qtbot.waitUntil(dialog.report.isVisible)
    assert not dialog.failure.isVisible()
    assert recorded(here) == 0


@pytest.fixture
def held_half_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Lines come one by one; when any are taken, it waits after the first until this is set."""
    free = Event()

    def slow(desk: Desk, source: Path, *, dry: bool, progress: Progress) -> Imported:
        def told(done: int, whole: int) -> None:
            progress(done, whole)
            if done and not dry:
                free.wait(20)
                progress(done, whole)

        return client_import.import_clients(desk, source, dry=dry, progress=told)

    monkeypatch.setattr(client_import, "PART", 1)
    monkeypatch.setattr("app.ui.shell.import_clients.import_clients", slow)
    yield free
    free.set()


def test_it_is_ended_on_the_way_and_brings_the_rest_later(
    qtbot: QtBot, window: MainWindow, here: Desk, table: Path, held_half_way: Event
) -> None:
    dialog = importing(window, table)
    qtbot.waitUntil(dialog.report.isVisible)
    dialog.submit.click()
    qtbot.waitUntil(lambda: dialog.line.isVisible() and dialog.line.bar.value() == 1)
    assert dialog.line.words.text() == "Taking in the clients"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held_half_way.set()
    qtbot.waitUntil(dialog.report.isVisible)
    assert dialog.report.stopped.fact.text() == "Stopped after 1 of 3 lines."
    assert recorded(here) == 1
    dialog.submit.click()
    qtbot.waitUntil(lambda: not dialog.submit.busy)
    assert not dialog.report.stopped.isVisible()
    assert recorded(here) == 2


def test_it_is_for_who_keeps_clients_and_not_for_romaniportti(window: MainWindow) -> None:
    nothing: dict[str, Any] = {field.name: lambda: None for field in fields(verbs.Verbs)}
    for role in Role:
        offered = verbs.importing(verbs.Verbs(**nothing), rights_of([role]), window.location)
        assert bool(offered) == (role in (Role.ADVISER, Role.SUPERVISOR))
    window.go_to(window.around.location("romaniportti"))
    names = {action.name for action in window.frame.table.window_actions()}
    assert "import_clients" not in names
