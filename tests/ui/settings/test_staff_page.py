import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import Refused
from app.domain.roles import Role
from app.services import staff
from app.services.sign_in import sign_in
from app.services.staff import Person
from app.store.accounts import FileAccounts
from app.ui.settings.staff_page import StaffPage
from app.ui.sign_in.new_code import NewCodeDialog
from tests.desks import FIRST, WORKSTATION, SetClock, colleague, server_desk
from tests.ui.settings.conftest import Opens
from tests.ui.settings.hands import Hands

WORD = "another word"


@pytest.fixture
def page(hands: Hands) -> StaffPage:
    colleague(hands.desk, "sven.oja", Role.CLERK)
    return hands.page(StaffPage)


def person(hands: Hands, login: str) -> Person | None:
    with hands.desk.read() as unit:
        return next((one for one in staff.everyone(unit) if one.login == login), None)


def key(hands: Hands, login: str) -> str:
    found = person(hands, login)
    assert found is not None
    return str(found.id)


def signs_in(hands: Hands, login: str, password: str) -> bool:
    accounts = hands.desk.accounts
    assert isinstance(accounts, FileAccounts)
    folder = accounts.database.parent
    try:
        sign_in(folder, login, password, WORKSTATION, hands.desk.clock).store.close()
    except Refused as refused:
        return refused.code not in ("sign_in_wrong", "person_left")
    return True


def add(hands: Hands, page: StaffPage, name: str) -> None:
    hands.click(page.add)
    hands.type(page.form.name, name)
    hands.click(page.form.roles.chips[Role.SUPERVISOR])
    hands.type(page.form.password.first, WORD)
    hands.type(page.form.password.again, WORD)


def test_a_new_person_signs_in(hands: Hands, page: StaffPage) -> None:
    add(hands, page, "Åsa Öst")
    hands.save()
    new = person(hands, "asa.ost")
    assert new is not None
    assert (new.name, new.roles, new.active) == (
        "Åsa Öst",
        frozenset({Role.CLERK, Role.SUPERVISOR}),
        True,
    )
    assert signs_in(hands, "asa.ost", WORD)
    assert page.rows.key() == str(new.id)
    hands.undo()
    taken_back = person(hands, "asa.ost")
    assert taken_back is not None
    assert not taken_back.active
    assert not signs_in(hands, "asa.ost", WORD)


def test_a_new_person_is_whole_before_it_is_saved(hands: Hands, page: StaffPage) -> None:
    add(hands, page, "Sven Oja")
    assert page.form.login.text() == "sven.oja"
    assert page.form.login.error() == "“sven.oja” is taken. Choose another user name."
    assert not hands.dialog.save.isEnabled()
    hands.type(page.form.login, "Sven 2")
    assert page.form.login.error().startswith("A user name has letters")
    hands.type(page.form.login, "sven.2")
    assert hands.dialog.save.isEnabled()
    hands.type(page.form.password.again, "another")
    assert not hands.dialog.save.isEnabled()
    hands.type(page.form.password.again, WORD)
    hands.click(page.form.roles.chips[Role.SUPERVISOR])
    hands.click(page.form.roles.chips[Role.CLERK])
    assert page.form.roles.error.text() == "Choose at least one role."
    assert not hands.dialog.save.isEnabled()
    assert person(hands, "sven.2") is None


def test_each_role_says_what_it_may_do(page: StaffPage) -> None:
    lines = {line.text() for line in page.form.roles.lines.values()}
    assert len(lines) == len(Role)
    assert all(lines)


def test_name_and_roles_change_and_come_back(hands: Hands, page: StaffPage) -> None:
    before = person(hands, "sven.oja")
    hands.click_row(page.rows, key(hands, "sven.oja"))
    assert not page.form.login.edit.isEnabled()
    hands.type(page.form.name, "Sven Ek")
    page.form.roles.chips[Role.AUDITOR].setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    after = person(hands, "sven.oja")
    assert after is not None
    assert (after.name, after.roles) == ("Sven Ek", frozenset({Role.CLERK, Role.AUDITOR}))
    hands.undo()
    assert person(hands, "sven.oja") == before


def test_who_leaves_cannot_sign_in_until_a_new_password(hands: Hands, page: StaffPage) -> None:
    assert signs_in(hands, "sven.oja", "invented word")
    hands.click_row(page.rows, key(hands, "sven.oja"))
    page.form.gone.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.save()
    assert not signs_in(hands, "sven.oja", "invented word")
    assert page.rows.keys()[-1] == key(hands, "sven.oja")
    assert page.rows.row_at(page.rows.count() - 1).detail == "has left"
    page.form.gone.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert not hands.dialog.save.isEnabled()
    hands.type(page.form.password.first, WORD)
    hands.type(page.form.password.again, WORD)
    hands.save()
    assert signs_in(hands, "sven.oja", WORD)


def test_a_forgotten_password_is_replaced(hands: Hands, page: StaffPage) -> None:
    hands.click_row(page.rows, key(hands, "sven.oja"))
    hands.click(page.form.renew)
    hands.type(page.form.password.first, WORD)
    hands.type(page.form.password.again, WORD)
    hands.save()
    assert hands.told().startswith("Person and password kept")
    assert not page.form.password.isVisible()
    assert signs_in(hands, "sven.oja", WORD)
    assert not signs_in(hands, "sven.oja", "invented word")


def test_a_new_recovery_code_is_made_here_too(hands: Hands, page: StaffPage) -> None:
    assert page.code.isVisible()
    hands.click(page.code)
    (dialog,) = hands.dialog.findChildren(NewCodeDialog)
    QTest.keyClicks(dialog.ask.password.edit, FIRST.password)
    hands.click(dialog.ask.submit)
    assert dialog.code is not None
    assert hands.told().startswith("New recovery code made")
    hands.click(dialog.code.on_paper)
    hands.click(dialog.code.submit)
    assert not dialog.isVisible()
    assert page.isVisible()


def test_on_a_server_there_is_no_recovery_code(opened: Opens, server_url: str) -> None:
    with server_desk(server_url, SetClock()) as desk:
        assert not opened(desk).page(StaffPage).code.isVisible()


def test_own_roles_change_only_after_a_warning(hands: Hands, page: StaffPage) -> None:
    own = person(hands, "henna.sandkvist")
    assert own is not None
    assert page.rows.key() == str(own.id)
    hands.click(page.form.roles.chips[Role.AUDITOR])
    hands.save()
    assert page.warning.isVisible()
    assert person(hands, own.login) == own
    hands.click(page.warning.other)
    assert not page.form.is_edited()
    hands.click(page.form.roles.chips[Role.AUDITOR])
    hands.save()
    hands.press(Qt.Key.Key_Return)
    changed = person(hands, own.login)
    assert changed is not None
    assert changed.roles == set(Role)


def test_somebody_stays_administrator(hands: Hands, page: StaffPage) -> None:
    hands.click(page.form.roles.chips[Role.ADMINISTRATOR])
    assert page.form.roles.error.text() == "Somebody must stay administrator."
    assert not hands.dialog.save.isEnabled()
    colleague(hands.desk, "second", Role.ADMINISTRATOR)
    page.forget()
    page.read()
    hands.click(page.form.roles.chips[Role.ADMINISTRATOR])
    assert not page.form.roles.error.isVisible()
    assert hands.dialog.save.isEnabled()
