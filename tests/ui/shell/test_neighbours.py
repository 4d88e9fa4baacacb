from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.services import neighbours, visits
from app.services.sign_in import sign_in
from app.services.unit import Changes, Desk
from app.ui.runner import Runner
from app.ui.shell.window import MainWindow
from tests.desks import FIRST, WORKSTATION, SetClock, visit


@pytest.fixture
def beside(folder: Path, here: Desk, clock: SetClock) -> Iterator[Desk]:
    """The same file in another program."""
    desk = sign_in(folder, FIRST.login, FIRST.password, WORKSTATION, clock)
    yield desk
    desk.store.close()


def mark(desk: Desk) -> int:
    with desk.read() as unit:
        return neighbours.mark(unit)


def record(desk: Desk) -> None:
    with desk.write() as unit:
        visits.record(unit, visit())


def test_the_mark_moves_when_somebody_else_writes(here: Desk, beside: Desk) -> None:
    before = mark(here)
    assert mark(here) == before
    record(beside)
    assert mark(here) != before


def test_the_mark_of_a_file_stays_when_one_writes_oneself(here: Desk) -> None:
    before = mark(here)
    record(here)
    assert mark(here) == before


def test_the_mark_moves_on_either_engine(desk: Desk, tmp_path: Path, clock: SetClock) -> None:
    before = mark(desk)
    if desk.store.is_file:
        other = sign_in(tmp_path / "data", FIRST.login, FIRST.password, WORKSTATION, clock)
        record(other)
        other.store.close()
    else:
        record(desk)
    assert mark(desk) != before


def ask(qtbot: QtBot, window: MainWindow) -> None:
    """Ask and wait for the answer."""
    watcher = window.news.neighbours
    qtbot.waitUntil(lambda: not watcher.waiting)
    watcher.ask()
    qtbot.waitUntil(lambda: not watcher.waiting)


def test_what_another_program_writes_is_told_to_the_tabs(
    qtbot: QtBot, window: MainWindow, runner: Runner, beside: Desk
) -> None:
    ask(qtbot, window)
    record(beside)
    with qtbot.waitSignal(runner.changed) as told:
        window.news.neighbours.ask()
    changes, author = told.args
    assert Changes.VISITS | Changes.PLACES in changes
    assert author is None


def test_nothing_is_told_while_nobody_writes(
    qtbot: QtBot, window: MainWindow, runner: Runner
) -> None:
    ask(qtbot, window)
    with qtbot.assertNotEmitted(runner.changed):
        ask(qtbot, window)


def test_a_server_that_is_back_ends_its_trouble(qtbot: QtBot, window: MainWindow) -> None:
    window.trouble.tell(Refused("server_away"))
    ask(qtbot, window)
    assert window.trouble.refused is None


def test_a_full_disk_is_not_over_because_one_can_read(qtbot: QtBot, window: MainWindow) -> None:
    window.trouble.tell(Refused("disk_full"))
    ask(qtbot, window)
    assert window.trouble.refused is not None
