from urllib.parse import urlsplit
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import settings
from app.domain.errors import Refused
from app.services.unit import Desk
from app.ui.sign_in import Doors, Place
from app.ui.sign_in.doors import NewPerson
from app.ui.sign_in.server_page import ServerPage
from tests.desks import FIRST, SetClock, file_desk
from tests.ui.sign_in.hands import Entered, Opening, press, tab_on, type_in


class Answering(Doors):
    """A server that answers every question with the same desk, or refuses it."""

    def __init__(self, clock: SetClock, answer: Desk | Refused) -> None:
        super().__init__(clock)
        self.answer = answer
        self.asked: list[tuple[str, ...]] = []

    def sign_in(self, place: Place, login: str, password: str, workstation: UUID) -> Desk:
        return self._answered(place.server, login, password)

    def set_up_server(
        self, address: str, owner: NewPerson, person: NewPerson, workstation: UUID
    ) -> Desk:
        return self._answered(address, owner.login, owner.password, person.login, person.name)

    def _answered(self, *asked: str) -> Desk:
        self.asked.append(asked)
        if isinstance(self.answer, Refused):
            raise self.answer
        return self.answer


@pytest.fixture
def desk(clock: SetClock, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An open desk; whoever enters it closes its store."""
    return file_desk(tmp_path_factory.mktemp("store"), clock)


def server_page(opened: Opening, doors: Doors) -> ServerPage:
    window = opened(doors=doors)
    press(Qt.Key.Key_2, window)
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, ServerPage)
    return page


def fill(page: ServerPage) -> None:
    type_in("server.example/kotoportti")
    tab_on(1)
    type_in(FIRST.login)
    tab_on(1)
    type_in(FIRST.password)


def test_a_person_connects_and_the_address_is_remembered(
    opened: Opening, entered: Entered, clock: SetClock, desk: Desk
) -> None:
    doors = Answering(clock, desk)
    page = server_page(opened, doors)
    fill(page)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    address = "postgresql://server.example/kotoportti"
    assert doors.asked == [(address, FIRST.login, FIRST.password)]
    assert entered == [(desk, "kruunupyy")]
    assert (settings.read().server, settings.read().data) == (address, "")


def test_the_first_person_is_asked_for_when_the_database_is_empty(
    opened: Opening, entered: Entered, clock: SetClock, desk: Desk
) -> None:
    doors = Answering(clock, desk)
    page = server_page(opened, doors)
    fill(page)
    page.empty.click()
    assert page.login.label.text() == "User name of the database's owner"
    assert not page.submit.isEnabled()
    QTest.keyClicks(page.person.name.edit, "Henna Sandkvist")
    QTest.keyClicks(page.person.password.first.edit, "another invented")
    QTest.keyClicks(page.person.password.again.edit, "another invented")
    page.submit.click()
    assert doors.asked[0][1:] == (FIRST.login, FIRST.password, FIRST.login, FIRST.name)
    assert entered


@pytest.mark.parametrize(
    ("code", "field"), [("server_away", "address"), ("sign_in_wrong", "password")]
)
def test_what_went_wrong_stands_at_its_field(
    opened: Opening, clock: SetClock, code: str, field: str
) -> None:
    page = server_page(opened, Answering(clock, Refused(code)))
    fill(page)
    page.submit.click()
    errors = {"address": page.address.error(), "password": page.password.error()}
    assert [name for name, error in errors.items() if error] == [field]
    assert page.password.text() == FIRST.password
    assert settings.read().server == ""


def test_an_empty_database_is_set_up_and_then_signed_in_to(
    opened: Opening, entered: Entered, clock: SetClock, server_url: str
) -> None:
    owner = urlsplit(server_url)
    page = server_page(opened, Doors(clock))
    type_in(server_url)
    QTest.keyClicks(page.login.edit, str(owner.username))
    QTest.keyClicks(page.password.edit, str(owner.password))
    page.empty.click()
    QTest.keyClicks(page.person.name.edit, FIRST.name)
    QTest.keyClicks(page.person.password.first.edit, FIRST.password)
    QTest.keyClicks(page.person.password.again.edit, FIRST.password)
    page.submit.click()
    entered.pop()[0].store.close()
    again = server_page(opened, Doors(clock))
    type_in(server_url)
    QTest.keyClicks(again.login.edit, FIRST.login)
    QTest.keyClicks(again.password.edit, FIRST.password)
    again.submit.click()
    assert entered[0][0].actor.name == FIRST.name


def test_an_address_that_is_none_is_told_at_once(opened: Opening, clock: SetClock) -> None:
    doors = Answering(clock, Refused("server_away"))
    page = server_page(opened, doors)
    fill(page)
    page.address.edit.clear()
    QTest.keyClicks(page.address.edit, "server.example:port/kotoportti")
    page.submit.click()
    assert page.address.error().startswith("The address of a server looks like")
    assert doors.asked == []
