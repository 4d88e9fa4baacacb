from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import paths, settings
from app.domain.errors import Refused
from app.services.unit import Desk
from app.ui.sign_in import Doors, Place
from app.ui.sign_in.sign_in_page import SignInPage
from app.ui.sign_in.window import SignInWindow
from app.ui.worker import Worker
from tests.desks import FIRST, SetClock
from tests.ui.sign_in.hands import Entered, Opening, press, type_in

WRONG = "User name or password does not match."


def page_of(window: SignInWindow) -> SignInPage:
    page = window.page()
    assert isinstance(page, SignInPage)
    return page


@pytest.mark.usefixtures("at_hand")
def test_password_and_enter_are_enough(opened: Opening, entered: Entered) -> None:
    window = opened()
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    [(desk, location)] = entered
    assert desk.actor.login == FIRST.login
    assert location == "kruunupyy"
    assert page_of(window).password.text() == ""


@pytest.mark.usefixtures("at_hand")
def test_a_real_worker_signs_in_too(opened: Opening, entered: Entered, qtbot: QtBot) -> None:
    worker = Worker()
    window = opened(worker)
    type_in(FIRST.password)
    with qtbot.waitSignal(window.signed_in, timeout=20_000):
        press(Qt.Key.Key_Return, window)
    worker.finish()
    assert entered[0][0].actor.login == FIRST.login


@pytest.mark.usefixtures("at_hand")
def test_login_and_location_are_remembered_but_no_password(
    opened: Opening, entered: Entered
) -> None:
    window = opened()
    page = page_of(window)
    page.location.choice.setCurrentIndex(0)
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    known = settings.read()
    assert (known.login, known.location) == (FIRST.login, "pietarsaari")
    assert (known.data, known.server) == ("", "")
    assert entered[0][1] == "pietarsaari"
    kept = next(paths.settings_folder().iterdir()).read_text("utf-8")
    assert FIRST.password not in kept


@pytest.mark.usefixtures("at_hand")
@pytest.mark.parametrize(
    ("login", "password"),
    [(FIRST.login, "not the word"), ("nobody.here", FIRST.password)],
)
def test_wrong_never_says_which(
    opened: Opening, entered: Entered, login: str, password: str
) -> None:
    window = opened()
    page = page_of(window)
    page.login.set_text(login)
    type_in(password)
    press(Qt.Key.Key_Return, window)
    assert page.password.error() == WRONG
    assert (page.login.text(), page.password.text()) == (login, password)
    assert not page.login.error()
    assert page.password.edit.hasFocus()
    assert not entered


@pytest.mark.usefixtures("at_hand")
def test_the_error_goes_when_one_types_again(opened: Opening) -> None:
    window = opened()
    page = page_of(window)
    type_in("not the word")
    press(Qt.Key.Key_Return, window)
    type_in("i")
    assert page.password.error() == ""


@pytest.mark.usefixtures("at_hand")
def test_after_wrong_tries_the_button_counts_the_wait_down(
    opened: Opening, entered: Entered, clock: SetClock
) -> None:
    window = opened()
    page = page_of(window)
    type_in("not the word")
    for _try in range(2):
        press(Qt.Key.Key_Return, window)
    assert page.submit.isEnabled()
    press(Qt.Key.Key_Return, window)
    assert page.submit.text() == "Try again in 2 seconds"
    assert page.password.error() == WRONG
    assert not page.submit.isEnabled()
    assert page.password.text() == "not the word"
    page.password.edit.selectAll()
    type_in(FIRST.password)
    page.submit.second.timeout.emit()
    assert page.submit.text() == "Try again in 1 second"
    press(Qt.Key.Key_Return, window)
    assert not entered
    clock.forward(seconds=2)
    page.submit.second.timeout.emit()
    assert page.submit.text() == "Sign in"
    assert not page.submit.second.isActive()
    press(Qt.Key.Key_Return, window)
    assert entered


@pytest.mark.usefixtures("at_hand")
def test_another_window_does_not_shorten_the_wait(opened: Opening, clock: SetClock) -> None:
    first = opened()
    type_in("not the word")
    for _try in range(3):
        press(Qt.Key.Key_Return, first)
    first.close()
    clock.forward(seconds=1)
    second = opened()
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, second)
    assert page_of(second).submit.text() == "Try again in 1 second"


@pytest.mark.usefixtures("at_hand")
def test_enter_without_a_user_name_asks_for_it(opened: Opening, entered: Entered) -> None:
    window = opened()
    page = page_of(window)
    page.login.set_text("")
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    assert page.login.edit.hasFocus()
    assert not entered


@pytest.mark.usefixtures("at_hand")
def test_a_first_sign_in_begins_at_the_user_name(opened: Opening) -> None:
    page = page_of(opened())
    assert page.password.edit.hasFocus()
    page.login.set_text("")
    assert page.first_field() is page.login


@pytest.mark.usefixtures("at_hand")
def test_caps_lock_is_said_in_words(opened: Opening, qtbot: QtBot) -> None:
    page = page_of(opened())
    QTest.keyClick(page.password.edit, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert page.password.caps_line.isHidden()
    QTest.keyClicks(page.password.edit, "a")
    assert page.password.caps_line.isHidden()
    QTest.keyClicks(page.password.edit, "A")
    assert page.password.caps_line.isVisible()
    assert page.password.caps_line.words.text() == "Caps Lock is on"


@pytest.mark.usefixtures("at_hand")
def test_escape_does_nothing_here(opened: Opening) -> None:
    window = opened()
    type_in("half a wor")
    press(Qt.Key.Key_Escape, window)
    assert window.isVisible()
    assert page_of(window).password.text() == "half a wor"


class Held(Doors):
    """A door that opens when it is told to."""

    def __init__(self, clock: SetClock) -> None:
        super().__init__(clock)
        self.asked, self.free = Event(), Event()

    def sign_in(self, place: Place, login: str, password: str, workstation: UUID) -> Desk:
        self.asked.set()
        self.free.wait(20)
        raise Refused("sign_in_wrong")


@pytest.mark.usefixtures("at_hand")
def test_the_window_lives_while_the_door_is_slow(
    opened: Opening, clock: SetClock, qtbot: QtBot
) -> None:
    worker, doors = Worker(), Held(clock)
    window = opened(worker, doors)
    page = page_of(window)
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    assert doors.asked.wait(20)
    assert not page.submit.isEnabled()
    assert not page.other.isEnabled()
    assert page.submit.text() == "Sign in"
    qtbot.waitUntil(lambda: page.submit.text() == "Signing in…" and page.waiting.isVisible())
    doors.free.set()
    qtbot.waitUntil(lambda: page.password.error() == WRONG)
    assert page.submit.isEnabled()
    assert page.other.isEnabled()
    assert page.waiting.isHidden()
    worker.finish()


class Broken(Doors):
    def sign_in(self, place: Place, login: str, password: str, workstation: UUID) -> Desk:
        raise RuntimeError("a bug")


@pytest.mark.usefixtures("at_hand")
def test_a_bug_is_told_with_its_report_and_leaves_the_page_usable(
    opened: Opening, clock: SetClock, qtbot: QtBot
) -> None:
    worker = Worker()
    window = opened(worker, Broken(clock))
    page = page_of(window)
    type_in(FIRST.password)
    with qtbot.waitSignal(worker.broken) as told:
        press(Qt.Key.Key_Return, window)
    assert told.args[0] in page.notice.banner.fact.text()
    assert page.submit.isEnabled()
    assert page.password.text() == FIRST.password
    worker.finish()


def test_a_damaged_file_is_told_on_the_page(opened: Opening, at_hand: Path) -> None:
    (at_hand / "portti.kp.keys").write_bytes(b"{")
    window = opened()
    page = page_of(window)
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    assert page.notice.isVisible()
    assert page.notice.banner.fact.text() == "portti.kp.keys is damaged. Restore it from a backup."
    assert page.password.text() == FIRST.password


@pytest.mark.usefixtures("at_hand")
def test_the_eye_shows_the_password(opened: Opening) -> None:
    page = page_of(opened())
    type_in("half")
    page.password.eye.click()
    assert page.password.edit.displayText() == "half"
