import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.services.unit import Changes, Unit
from app.ui.faults import Faults
from app.ui.runner import Runner
from app.ui.shell.window import MainWindow
from app.ui.widgets.toast import Toast
from tests.ui.shell.fakes import FakeTab


def refuse(code: str) -> None:
    raise Refused(code)


def record(unit: Unit) -> None:
    unit.changes |= Changes.VISITS


def test_a_full_disk_is_told_until_something_is_saved(
    qtbot: QtBot, window: MainWindow, runner: Runner
) -> None:
    runner.write(window, lambda unit: refuse("disk_full"))
    banner, saved = window.frame.banners.trouble, window.frame.line.saved
    qtbot.waitUntil(banner.isVisible)
    assert banner.fact.text() == "The disk is full."
    assert banner.help.text() == "Nothing was saved; make room and try again."
    assert (saved.words.text(), saved.in_trouble) == ("Not saved", True)
    runner.write(window, record)
    qtbot.waitUntil(lambda: not banner.isVisible())
    assert (saved.words.text(), saved.in_trouble) == ("Saved 12.00", False)


def test_try_again_does_what_was_refused(window: MainWindow) -> None:
    done: list[str] = []
    window.trouble.tell(Refused("disk_full"), lambda: done.append("again"))
    QTest.mouseClick(window.frame.banners.trouble.action, Qt.MouseButton.LeftButton)
    assert done == ["again"]
    assert window.frame.banners.trouble.isVisible()


def test_try_again_reads_anew_where_it_is_not_known_what_was_refused(
    qtbot: QtBot, window: MainWindow, runner: Runner
) -> None:
    window.trouble.tell(Refused("file_busy"))
    with qtbot.waitSignal(runner.changed) as told:
        QTest.mouseClick(window.frame.banners.trouble.action, Qt.MouseButton.LeftButton)
    assert Changes.VISITS in told.args[0]
    assert not window.frame.banners.trouble.isVisible()


def test_the_same_trouble_again_keeps_what_it_has_to_do(window: MainWindow) -> None:
    done: list[str] = []
    window.trouble.tell(Refused("disk_full"), lambda: done.append("again"))
    window.trouble.tell(Refused("disk_full"))
    assert window.trouble.try_again()
    assert done == ["again"]


def test_what_a_role_may_not_is_only_a_short_message(
    qtbot: QtBot, window: MainWindow, tab: FakeTab, runner: Runner
) -> None:
    runner.write(window, lambda unit: refuse("no_right"))
    qtbot.waitUntil(lambda: bool(tab.feet[0].findChildren(Toast)))
    assert not window.frame.banners.trouble.isVisible()


def test_a_server_that_is_away_is_told_in_its_own_place(window: MainWindow) -> None:
    window.trouble.tell(Refused("server_away"))
    line = window.frame.line
    assert (line.store.words.text(), line.store.in_trouble) == ("Server does not answer", True)
    window.trouble.end()
    assert (line.store.words.text(), line.store.in_trouble) == ("Encrypted file", False)


def test_trouble_is_in_sight_even_where_there_is_no_room(window: MainWindow) -> None:
    window.resize(600, 400)
    window.trouble.tell(Refused("disk_full"))
    line = window.frame.line
    assert line.saved.isVisible()
    assert line.place.isVisible()
    assert line.store.isHidden()


def test_a_bug_in_a_job_is_told_with_its_report(
    qtbot: QtBot, window: MainWindow, runner: Runner
) -> None:
    runner.read(window, lambda unit: 1 / 0, lambda _value: None)
    banner = window.frame.banners.fault
    qtbot.waitUntil(banner.isVisible)
    path = Path(banner.help.text().removeprefix("A report without personal data: "))
    assert "ZeroDivisionError" in path.read_text("utf-8")
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Takes over what nobody has caught, for one test."""
    before = sys.excepthook
    faults = Faults()
    faults.install()
    yield faults
    sys.excepthook = before


def test_a_bug_in_a_slot_is_reported_and_the_program_goes_on(qtbot: QtBot, faults: Faults) -> None:
    error = ValueError("a name that must not be written down")
    with qtbot.waitSignal(faults.reported) as told:
        sys.excepthook(type(error), error, None)
    text = Path(told.args[0]).read_text("utf-8")
    assert "ValueError" in text
    assert "a name" not in text


def test_a_report_that_cannot_be_written_is_no_second_bug(
    qtbot: QtBot, faults: Faults, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    error = ValueError()
    with qtbot.waitSignal(faults.reported) as told:
        sys.excepthook(type(error), error, None)
    assert told.args == [""]


def test_one_is_warned_once_before_leaving_what_is_not_saved(window: MainWindow) -> None:
    window.trouble.hold(window, 2)
    left: list[None] = []
    window.left.connect(lambda: left.append(None))
    for times in (0, 1):
        window.frame.table.named("sign_out").run()
        assert len(left) == times
    window.trouble.hold(window, 3)
    assert not window.close()
    (told,) = [toast for toast in window.findChildren(Toast) if "3" in toast.title.text()]
    assert told.title.text() == "3 visits are not saved."
    window.trouble.hold(window, 0)
    assert window.close()
