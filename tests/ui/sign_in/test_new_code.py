from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.services.recovery import renew
from app.services.unit import Desk
from app.ui.language import switch
from app.ui.sign_in.new_code import NewCodeDialog
from app.ui.worker import Worker
from tests.desks import FIRST, SetClock, file_desk
from tests.ui.conftest import Shown
from tests.ui.sign_in.hands import press
from tests.workers import DirectWorker

CODE = "ABCD-EF12-3456-7890-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture
def parent(shown: Shown) -> QWidget:
    """The window that the dialog belongs to."""
    return shown(QWidget())


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    desk = file_desk(tmp_path / "data", clock)
    yield desk
    desk.store.close()


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget, desk: Desk) -> NewCodeDialog:
    """The dialog for the first person of a file."""
    dialog = NewCodeDialog(DirectWorker(), lambda word: renew(desk, word), desk.clock, parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def ask(dialog: NewCodeDialog, password: str) -> None:
    dialog.ask.password.edit.selectAll()
    QTest.keyClicks(dialog.ask.password.edit, password)
    press(Qt.Key.Key_Return, dialog)


def test_password_enter_paper_enter(qtbot: QtBot, dialog: NewCodeDialog) -> None:
    with qtbot.waitSignal(dialog.made):
        ask(dialog, FIRST.password)
    page = dialog.code
    assert page is not None
    assert page.isVisible()
    assert "-".join(group.text() for group in page.groups) == page.code
    assert dialog.ask.password.text() == ""
    press(Qt.Key.Key_Escape, dialog)
    assert page.isVisible()
    page.on_paper.setFocus()
    press(Qt.Key.Key_Space, dialog)
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return, dialog)


def test_a_wrong_password_is_said_and_after_some_one_waits(dialog: NewCodeDialog) -> None:
    for _try in range(3):
        ask(dialog, "not the word")
    assert dialog.ask.password.error() == "This is not your password."
    assert dialog.ask.submit.text() == "Try again in 2 seconds"
    assert dialog.code is None
    switch("fi")
    assert dialog.ask.password.error() not in ("", "This is not your password.")
    switch("en")
    assert dialog.windowTitle() == "New recovery code"


def test_nothing_is_made_without_a_password(dialog: NewCodeDialog) -> None:
    press(Qt.Key.Key_Return, dialog)
    assert dialog.code is None
    assert dialog.ask.password.error() == ""
    press(Qt.Key.Key_Escape, dialog)
    assert not dialog.isVisible()


def test_closing_without_the_paper_is_warned_of_once(dialog: NewCodeDialog) -> None:
    ask(dialog, FIRST.password)
    dialog.close()
    assert dialog.isVisible()
    assert dialog.code is not None
    assert dialog.code.warning.isVisible()
    dialog.close()
    assert not dialog.isVisible()


def test_it_stays_while_the_code_is_made(qtbot: QtBot, parent: QWidget, clock: SetClock) -> None:
    worker = Worker()
    dialog = NewCodeDialog(worker, lambda _word: CODE, clock, parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    ask(dialog, "a word")
    dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.code is not None)
    worker.finish()


def test_another_refusal_is_told_on_the_page(
    qtbot: QtBot, parent: QWidget, clock: SetClock
) -> None:
    def refused(_word: str) -> str:
        raise Refused("disk_full")

    dialog = NewCodeDialog(DirectWorker(), refused, clock, parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    ask(dialog, "a word")
    assert dialog.ask.notice.banner.fact.text().startswith("The disk is full.")
