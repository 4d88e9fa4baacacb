"""Handing visits over and taking them in from the menu."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services import visits
from app.services.handover import TakenIn, hand_over, take_in
from app.services.handover_reading import Progress
from app.services.unit import Changes, Desk
from app.store import handover_file
from app.store.handed_over import amount
from app.ui.language import switch
from app.ui.runner import Runner
from app.ui.shell.hand_over import HandOverDialog
from app.ui.shell.take_in import TakeInDialog
from app.ui.shell.window import MainWindow
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.toast import Toast
from tests.desks import CHEAP, FIRST, SetClock, file_desk, visit

NAME = "kotoportti-2026-11-24.kpv"
PASSWORD = "agreed by both"


@pytest.fixture
def handed(tmp_path: Path, clock: SetClock) -> Path:
    """What another town handed over: two visits."""
    file = tmp_path / "other.kpv"
    other = file_desk(tmp_path / "other", clock)
    with closing(other.store):
        for _ in range(2):
            with other.write() as unit:
                visits.record(unit, visit())
        hand_over(other, file, PASSWORD, cost=CHEAP)
    return file


def choose(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that asks for one."""
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(str(path))
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def handing_over(window: MainWindow, to: Path) -> HandOverDialog:
    window.frame.table.named("hand_over").run()
    choose(window, to)
    return next(one for one in window.findChildren(HandOverDialog) if one.isVisible())


def taking_in(window: MainWindow, source: Path) -> TakeInDialog:
    window.frame.table.named("take_in").run()
    choose(window, source)
    return next(one for one in window.findChildren(TakeInDialog) if one.isVisible())


def give(field: PasswordField, text: str, enter: bool = True) -> None:
    """Type into a field over what is in it."""
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)
    if enter:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def told(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.title.text(), one.detail.text()) for one in window.findChildren(Toast)]


def recorded(desk: Desk) -> int:
    with desk.read() as unit:
        return amount(unit.connection)


def test_visits_are_handed_over_under_a_password_typed_twice(
    qtbot: QtBot, window: MainWindow, here: Desk, tmp_path: Path
) -> None:
    with here.write() as unit:
        visits.record(unit, visit())
    dialog = handing_over(window, tmp_path / NAME)
    assert FIRST.login not in dialog.windowTitle()
    give(dialog.password.first, PASSWORD)
    assert not dialog.submit.isEnabled()
    assert not dialog.submit.busy
    give(dialog.password.again, PASSWORD)
    qtbot.waitUntil(lambda: told(window) != [])
    assert told(window) == [("Visits handed over", f"1 visit · {NAME}")]
    assert not any(one.isVisible() for one in window.findChildren(HandOverDialog))
    with handover_file.opened(tmp_path / NAME, PASSWORD) as file:
        assert len(list(file.lines())) == 2


def test_the_name_offered_holds_only_the_day(window: MainWindow) -> None:
    window.frame.table.named("hand_over").run()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    assert [Path(one).name for one in dialog.selectedFiles()] == [NAME]
    dialog.reject()


def test_another_file_is_not_written_over(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    letter = tmp_path / "letter.kpv"
    letter.write_text("dear all")
    dialog = handing_over(window, letter)
    give(dialog.password.first, PASSWORD)
    give(dialog.password.again, PASSWORD)
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.fact.text() == "Nothing was handed over."
    sentence = dialog.failure.help.text()
    assert sentence.startswith("letter.kpv is no hand-over file.")
    switch("sv")
    assert "letter.kpv" in dialog.failure.help.text()
    assert letter.read_text() == "dear all"
    dialog.leave.click()
    assert not dialog.isVisible()


def test_what_came_is_reported_and_the_tabs_hear_of_it(
    qtbot: QtBot, window: MainWindow, here: Desk, runner: Runner, handed: Path
) -> None:
    changed = QSignalSpy(runner.changed)
    dialog = taking_in(window, handed)
    assert not dialog.submit.isEnabled()
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.report.isVisible)
    assert dialog.report.text() == "New: 2 visits"
    assert not dialog.left_out.isVisible()
    assert not dialog.submit.isVisible()
    assert [changed.at(i)[0] for i in range(changed.count())] == [Changes.VISITS]
    assert recorded(here) == 2
    switch("fi")
    assert dialog.report.text() != "New: 2 visits"
    dialog.leave.click()
    assert not dialog.isVisible()


def test_a_second_time_says_that_nothing_has_changed(
    qtbot: QtBot, window: MainWindow, here: Desk, runner: Runner, handed: Path
) -> None:
    take_in(here, handed, PASSWORD)
    changed = QSignalSpy(runner.changed)
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.report.isVisible)
    assert dialog.report.text() == "Known already: 2 visits\nNothing has changed."
    assert changed.count() == 0
    dialog.reject()


def test_a_wrong_password_is_said_and_can_be_typed_over(
    qtbot: QtBot, window: MainWindow, here: Desk, handed: Path
) -> None:
    dialog = taking_in(window, handed)
    give(dialog.password, "another word")
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.fact.text() == "Nothing was taken in."
    assert dialog.failure.help.text().startswith("The password does not open this file.")
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.report.isVisible)
    assert not dialog.failure.isVisible()
    assert recorded(here) == 2
    dialog.reject()


def test_what_was_left_out_is_named(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    source = tmp_path / "later.kpv"
    other = file_desk(tmp_path / "other", SetClock())
    with closing(other.store):
        with other.write() as unit:
            made = visits.record(unit, visit())
        with other.store.write() as session:
            session.connection().exec_driver_sql("update visit set channel = 'by_owl'")
        hand_over(other, source, PASSWORD, cost=CHEAP)
    assert made.facts.channel != "by_owl"
    dialog = taking_in(window, source)
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.left_out.isVisible)
    assert dialog.left_out.fact.text() == "1 visit was not taken in."
    assert dialog.left_out.help.text().startswith("1 visit: “by_owl” is not known")
    dialog.reject()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Visits are taken in when this is set."""
    free = Event()

    def slow(desk: Desk, source: Path, password: str, *hears: Progress) -> TakenIn:
        free.wait(20)
        return take_in(desk, source, password, *hears)

    monkeypatch.setattr("app.ui.shell.take_in.take_in", slow)
    yield free
    free.set()


def test_it_stays_open_while_it_works_even_behind_the_curtain(
    qtbot: QtBot, window: MainWindow, handed: Path, held: Event
) -> None:
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    assert not dialog.leave.isEnabled()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    assert not dialog.isVisible()
    held.set()
    qtbot.waitUntil(lambda: not dialog.submit.busy)
    QTest.keyClick(window.curtain, Qt.Key.Key_F12)
    assert dialog.report.text() == "New: 2 visits"
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


@pytest.fixture
def held_half_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Visits come one by one, and after the first it waits until this is set."""
    free = Event()

    def slow(
        desk: Desk, source: Path, password: str, progress: Progress, checking: Progress
    ) -> TakenIn:
        def told(done: int, whole: int) -> None:
            progress(done, whole)
            free.wait(20)
            progress(done, whole)

        return take_in(desk, source, password, told, checking)

    monkeypatch.setattr("app.services.handover_reading.PART", 1)
    monkeypatch.setattr("app.ui.shell.take_in.take_in", slow)
    yield free
    free.set()


@pytest.mark.parametrize("by_key", [True, False])
def test_it_can_be_ended_on_the_way_and_brings_the_rest_later(
    qtbot: QtBot,
    window: MainWindow,
    here: Desk,
    runner: Runner,
    handed: Path,
    held_half_way: Event,
    by_key: bool,
) -> None:
    changed = QSignalSpy(runner.changed)
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    line = dialog.line
    qtbot.waitUntil(lambda: line.words.text() == "Taking in the visits")
    assert line.isVisible()
    assert (line.bar.value(), line.bar.maximum()) == (1, 2)
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        line.cancel.click()
    assert dialog.isVisible()
    held_half_way.set()
    qtbot.waitUntil(dialog.stopped.isVisible)
    assert dialog.stopped.fact.text() == "Stopped after 1 of 2 visits."
    assert dialog.stopped.help.text().startswith("These are taken in. Take the file in again")
    assert dialog.report.text() == "New: 1 visit"
    assert not line.isVisible()
    assert (recorded(here), changed.count()) == (1, 1)
    switch("sv")
    assert "1" in dialog.stopped.fact.text()
    assert dialog.stopped.fact.text() != "Stopped after 1 of 2 visits."
    switch("en")
    dialog.submit.click()
    qtbot.waitUntil(lambda: not dialog.submit.busy)
    assert dialog.report.text() == "New: 1 visit\nKnown already: 1 visit"
    assert not dialog.stopped.isVisible()
    assert (recorded(here), changed.count()) == (2, 2)
    dialog.leave.click()
    assert not dialog.isVisible()


def test_ended_while_the_file_is_checked_nothing_was_taken_in(
    qtbot: QtBot, window: MainWindow, here: Desk, handed: Path, held: Event
) -> None:
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    held.set()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.fact.text() == "Nothing was taken in."
    assert dialog.failure.help.text() == "Stopped."
    assert recorded(here) == 0
    dialog.reject()
    assert not dialog.isVisible()


def test_a_bug_on_the_way_does_not_hide_what_came(
    qtbot: QtBot,
    window: MainWindow,
    here: Desk,
    runner: Runner,
    handed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(
        desk: Desk, source: Path, password: str, progress: Progress, checking: Progress
    ) -> TakenIn:
        def told(done: int, whole: int) -> None:
            progress(done, whole)
            raise RuntimeError("a bug")

        return take_in(desk, source, password, told, checking)

    monkeypatch.setattr("app.services.handover_reading.PART", 1)
    monkeypatch.setattr("app.ui.shell.take_in.take_in", broken)
    changed = QSignalSpy(runner.changed)
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.fact.text() == "Only some visits were taken in."
    assert (recorded(here), changed.count()) == (1, 1)
    dialog.reject()


def test_a_bug_ends_the_waiting(
    qtbot: QtBot, window: MainWindow, handed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(desk: Desk, source: Path, password: str, *hears: Progress) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("app.ui.shell.take_in.take_in", broken)
    dialog = taking_in(window, handed)
    give(dialog.password, PASSWORD)
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.leave.isEnabled()
    dialog.leave.click()
    assert not dialog.isVisible()
