"""The program from its first window to its last."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken, isValid

from app import localization, settings
from app.domain.days import local
from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import staff
from app.services.backup import back_up
from app.services.server import create
from app.store import log_chain
from app.ui.application import Program, check
from app.ui.first_paint import FirstPaint
from app.ui.garbage import Garbage
from app.ui.sign_in.doors import Doors, plain_address
from app.ui.sign_in.place import Place
from app.ui.sign_in.sign_in_page import SignInPage
from tests.desks import FIRST, WORKSTATION, SetClock, file_desk

HEAVY = {"sqlalchemy", "app.services", "app.store", "babel", "alembic", "psycopg", "sqlcipher3"}
SLOW = {"dataclasses", "datetime", "uuid", "zoneinfo", "app.domain.days", "app.words.sentences"}
UNTIL_FIRST_PAINT = """
import os, sys
from pathlib import Path
from app.ui.application import Program, run

def tell(program):
    print(*sys.modules, flush=True)
    os._exit(0)

Program._load_rest = tell
run(Path(sys.argv[1]), None, None, None)
"""


def gone(window: QWidget) -> bool:
    return not isValid(window)


@pytest.fixture
def place(tmp_path: Path, clock: SetClock) -> Place:
    """A file with its first person."""
    desk = file_desk(tmp_path / "data", clock)
    desk.store.close()
    return Place(tmp_path / "data")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, place: Place) -> Iterator[Program]:
    program = Program(qapp, place, settings.read())
    yield program
    program.finish()
    for window in (program.window, program.sign_in):
        if window is not None:
            window.close()
            window.deleteLater()
            qtbot.waitUntil(partial(gone, window))
    program.deleteLater()


def test_before_the_first_paint_nothing_slow_is_loaded(place: Place) -> None:
    settings.write(settings.read()._replace(backup="2026-11-24T10:00:00+00:00"))
    for folder in (place.folder, place.folder / "nothing here yet"):
        command = [sys.executable, "-c", UNTIL_FIRST_PAINT, str(folder)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
        loaded = set(done.stdout.split())
        assert "PySide6.QtWidgets" in loaded
        assert not loaded & HEAVY
        if folder == place.folder:
            assert not loaded & SLOW


def test_the_store_is_loaded_behind_the_first_paint(qtbot: QtBot, program: Program) -> None:
    program.show_sign_in()
    assert program.sign_in is not None
    with qtbot.waitSignal(FirstPaint(program.sign_in).done):
        program.sign_in.update()


def test_the_first_paint_leaves_the_garbage_to_the_window(qtbot: QtBot, program: Program) -> None:
    owner = QObject()
    Garbage(owner)
    with qtbot.waitSignal(program.worker.rested):
        program.show_sign_in()
    enabled = gc.isenabled()
    Shiboken.delete(owner)
    assert not enabled


def test_one_signs_in_works_and_signs_out(qtbot: QtBot, program: Program) -> None:
    program.show_sign_in()
    assert program.sign_in is not None
    page = program.sign_in.page()
    assert isinstance(page, SignInPage)
    page.login.set_text(FIRST.login)
    QTest.keyClicks(page.password.edit, FIRST.password)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None and program.sign_in is None)
    first = program.window
    assert first is not None
    assert first.isVisible()
    first.frame.table.named("sign_out").run()
    assert program.sign_in is not None
    assert program.sign_in.isVisible()
    qtbot.waitUntil(lambda: not isValid(first))


def test_the_sign_in_knows_when_the_file_was_last_backed_up(
    qtbot: QtBot, program: Program, place: Place, tmp_path: Path
) -> None:
    settings.write(settings.read()._replace(data=str(place.folder)))
    program.enter(FIRST.login, FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None)
    window = program.window
    assert window is not None
    assert settings.read().backed_up is None
    desk = Doors().sign_in(place, FIRST.login, FIRST.password, settings.read().workstation_id)
    about = back_up(desk, tmp_path / "b.zip")
    desk.store.close()
    window.news.neighbours.ask()
    qtbot.waitUntil(lambda: settings.read().backed_up == about.made_at)
    window.frame.table.named("sign_out").run()
    assert program.sign_in is not None
    page = program.sign_in.page()
    assert isinstance(page, SignInPage)
    day = localization.current().short_date(local(about.made_at))
    qtbot.waitUntil(lambda: page.backup.text() == f"· backup {day} in order")


def test_of_a_file_that_the_workstation_does_not_remember_it_keeps_nothing(
    qtbot: QtBot, program: Program, place: Place, tmp_path: Path
) -> None:
    desk = Doors().sign_in(place, FIRST.login, FIRST.password, settings.read().workstation_id)
    back_up(desk, tmp_path / "b.zip")
    desk.store.close()
    program.enter(FIRST.login, FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None)
    assert settings.read().backed_up is None


def test_with_name_and_password_the_window_opens_at_once(qtbot: QtBot, program: Program) -> None:
    program.enter(FIRST.login, FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.sign_in is None


def test_a_wrong_password_leads_to_the_sign_in(qtbot: QtBot, program: Program) -> None:
    program.enter(FIRST.login, "wrong")
    qtbot.waitUntil(lambda: program.sign_in is not None)
    assert program.sign_in is not None
    page = program.sign_in.page()
    assert isinstance(page, SignInPage)
    assert page.password.error() == "User name or password does not match."


def test_the_password_is_changed_from_the_menu(qtbot: QtBot, program: Program) -> None:
    from app.ui.sign_in.change_password import ChangePasswordDialog

    program.enter(FIRST.login, FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    program.window.frame.table.named("change_password").run()
    dialog = program.window.findChild(ChangePasswordDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_records_no_visits_sees_none(
    qtbot: QtBot, program: Program, place: Place, role: Role
) -> None:
    desk = Doors().sign_in(place, FIRST.login, FIRST.password, settings.read().workstation_id)
    with desk.write() as unit:
        staff.add(unit, "oskar", "Oskar", [role], FIRST.password)
    desk.store.close()
    program.enter("oskar", FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None and program.worker.resting)
    assert program.window is not None
    assert [tab.name for tab in program.window.frame.pages.tabs()] == ["start"]
    assert not program.window.frame.banners.trouble.isVisible()


def test_only_ones_own_password_lifts_the_curtain(place: Place) -> None:
    desk = Doors().sign_in(place, FIRST.login, FIRST.password, settings.read().workstation_id)
    check(place, desk, FIRST.password)
    with pytest.raises(Refused, match="sign_in_wrong"):
        check(place, desk, "another")
    desk.store.close()


def test_on_a_server_too_and_that_is_no_sign_in(server_url: str, tmp_path: Path) -> None:
    desk = create(server_url, FIRST, WORKSTATION)
    place = Place(tmp_path, plain_address(server_url))
    with desk.read() as unit:
        before = log_chain.length(unit.connection)
    check(place, desk, FIRST.password)
    for wrong in ("another", ""):
        with pytest.raises(Refused, match="sign_in_wrong"):
            check(place, desk, wrong)
    with desk.read() as unit:
        assert log_chain.length(unit.connection) == before
    desk.store.close()


def test_a_bug_is_told_in_whatever_window_there_is(qtbot: QtBot, program: Program) -> None:
    program.show_sign_in()
    program.faults.reported.emit("first.txt")
    assert program.sign_in is not None
    assert "first.txt" in program.sign_in.page().notice.banner.fact.text()
    program.enter(FIRST.login, FIRST.password)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    program.faults.reported.emit("second.txt")
    assert "second.txt" in program.window.frame.banners.fault.help.text()
