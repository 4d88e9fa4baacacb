from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.services.unit import Desk
from app.ui.sign_in import Doors, Place
from app.ui.sign_in.change_password import ChangePasswordDialog
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, file_desk
from tests.workers import DirectWorker

NEW = "another invented"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window that the dialog belongs to."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def doors(clock: SetClock) -> Doors:
    return Doors(clock, CHEAP)


def dialog_for(parent: QWidget, doors: Doors, desk: Desk, folder: Path) -> ChangePasswordDialog:
    def change(old: str, new: str) -> None:
        doors.change_password(Place(folder), desk, old, new)

    dialog = ChangePasswordDialog(DirectWorker(), change, parent)
    dialog.open()
    return dialog


def fill(dialog: ChangePasswordDialog, old: str, new: str) -> None:
    QTest.keyClicks(dialog.old.edit, old)
    QTest.keyClicks(dialog.new.first.edit, new)
    QTest.keyClicks(dialog.new.again.edit, new)


def test_the_new_password_opens_the_file_and_the_old_one_does_not(
    parent: QWidget, doors: Doors, clock: SetClock, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = file_desk(tmp_path, clock)
    dialog = dialog_for(parent, doors, desk, tmp_path)
    fill(dialog, FIRST.password, NEW)
    with qtbot.waitSignals([dialog.changed, dialog.accepted]):
        QTest.keyClick(dialog.new.again.edit, Qt.Key.Key_Return)
    desk.store.close()
    doors.sign_in(Place(tmp_path), FIRST.login, NEW, WORKSTATION).store.close()
    with pytest.raises(Refused, match="sign_in_wrong"):
        doors.sign_in(Place(tmp_path), FIRST.login, FIRST.password, WORKSTATION)


def test_a_wrong_old_password_is_said_at_its_field(
    parent: QWidget, doors: Doors, clock: SetClock, tmp_path: Path
) -> None:
    desk = file_desk(tmp_path, clock)
    dialog = dialog_for(parent, doors, desk, tmp_path)
    fill(dialog, "not the word", NEW)
    dialog.submit.click()
    assert dialog.isVisible()
    assert dialog.old.error() == "This is not your password."
    assert dialog.new.text() == NEW
    desk.store.close()


def test_after_wrong_passwords_the_button_counts_the_wait_down(
    parent: QWidget, doors: Doors, clock: SetClock, tmp_path: Path
) -> None:
    desk = file_desk(tmp_path, clock)
    dialog = dialog_for(parent, doors, desk, tmp_path)
    fill(dialog, "not the word", NEW)
    for _try in range(3):
        dialog.submit.click()
    assert dialog.submit.text() == "Try again in 2 seconds"
    assert not dialog.submit.isEnabled()
    desk.store.close()


def test_it_cannot_be_changed_until_all_is_right(
    parent: QWidget, doors: Doors, clock: SetClock, tmp_path: Path
) -> None:
    desk = file_desk(tmp_path, clock)
    dialog = dialog_for(parent, doors, desk, tmp_path)
    fill(dialog, FIRST.password, "too short")
    assert not dialog.submit.isEnabled()
    QTest.keyClick(dialog.new.first.edit, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    desk.store.close()
