import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app import settings
from app.services import backup, demo
from app.services.sign_in import create_file
from app.ui.sign_in.choose_page import CHOICES, ChoosePage
from app.ui.sign_in.code_page import CodePage
from app.ui.sign_in.new_file_page import NewFilePage
from app.ui.sign_in.open_page import OpenPage
from app.ui.sign_in.place import Place, demo_folder
from app.ui.sign_in.recover_page import RecoverPage
from app.ui.sign_in.sign_in_page import SignInPage
from app.ui.sign_in.window import SignInWindow
from tests.desks import CHEAP, FIRST, WORKSTATION, SetClock, file_desk
from tests.ui.sign_in.hands import Entered, Opening, press, tab_on, type_in

OTHER_CODE = "0000-0000-0000-0000-0000-0000-0000-0000"
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def fill_person() -> None:
    """From the name on, by the keyboard alone."""
    type_in("Henna Sandkvist")
    tab_on(2)
    type_in(FIRST.password)
    tab_on(2)
    type_in(FIRST.password)


def made(window: SignInWindow) -> CodePage:
    """The window at its recovery code, by the keyboard alone."""
    press(Qt.Key.Key_Return, window)
    fill_person()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, CodePage)
    return page


def test_begins_with_four_cards_the_usual_one_chosen(opened: Opening) -> None:
    page = opened().page()
    assert isinstance(page, ChoosePage)
    assert page.current() == "new_file"
    assert page.cards["new_file"].hasFocus()


@pytest.mark.parametrize(("key", "name"), list(zip(KEYS, CHOICES, strict=True)))
def test_a_digit_chooses_and_says_what_comes_next(opened: Opening, key: Qt.Key, name: str) -> None:
    window = opened()
    page = window.page()
    assert isinstance(page, ChoosePage)
    press(Qt.Key.Key_4 if key != Qt.Key.Key_4 else Qt.Key.Key_1, window)
    before = page.next_steps.text()
    press(key, window)
    assert page.current() == name
    assert page.next_steps.text() != before


def test_arrows_choose_too(opened: Opening) -> None:
    window = opened()
    press(Qt.Key.Key_Down, window)
    page = window.page()
    assert isinstance(page, ChoosePage)
    assert page.current() == "server"


def test_a_new_file_by_the_keyboard_alone(opened: Opening, entered: Entered, folder: Path) -> None:
    window = opened()
    page = made(window)
    assert (folder / "portti.kp").is_file()
    assert re.fullmatch(r"(\w{4}-){7}\w{4}", page.code)
    assert [group.text() for group in page.groups] == page.code.split("-")
    assert not page.submit.isEnabled()
    page.on_paper.setFocus()
    press(Qt.Key.Key_Space, window)
    press(Qt.Key.Key_Return, window)
    [(desk, location)] = entered
    assert (desk.actor.login, desk.actor.name) == (FIRST.login, FIRST.name)
    assert location == "kruunupyy"
    assert settings.read().login == FIRST.login


def test_another_folder_is_remembered(opened: Opening, entered: Entered, tmp_path: Path) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    page.folder.edit.selectAll()
    QTest.keyClicks(page.folder.edit, str(tmp_path / "elsewhere"))
    page.person.name.setFocus()
    fill_person()
    press(Qt.Key.Key_Return, window)
    code = window.page()
    assert isinstance(code, CodePage)
    code.on_paper.click()
    code.submit.click()
    assert settings.read().data == str(tmp_path / "elsewhere")
    assert window.place == Place(tmp_path / "elsewhere")
    assert entered


def test_the_file_cannot_be_made_until_all_is_right(opened: Opening) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    fill_person()
    assert page.submit.isEnabled()
    for field in (page.folder, page.person.name, page.person.login, page.person.password.again):
        text = field.text()
        field.edit.selectAll()
        QTest.keyClick(field.edit, Qt.Key.Key_Delete)
        assert not page.submit.isEnabled()
        QTest.keyClicks(field.edit, text)
        assert page.submit.isEnabled()


def test_the_user_name_follows_the_name_until_it_is_typed(opened: Opening) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    type_in("Henna")
    assert page.person.login.text() == "henna"
    page.person.login.edit.selectAll()
    QTest.keyClicks(page.person.login.edit, "hs")
    QTest.keyClicks(page.person.name.edit, " Sandkvist")
    assert page.person.login.text() == "hs"


def test_a_user_name_with_spaces_is_wrong_while_it_is_typed(opened: Opening) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    QTest.keyClicks(page.person.login.edit, "henna s")
    assert page.person.login.error().startswith("A user name has letters")


def test_back_keeps_what_was_typed(opened: Opening) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    fill_person()
    press(Qt.Key.Key_Escape, window)
    assert isinstance(window.page(), ChoosePage)
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    assert page.person.person().name == "Henna Sandkvist"
    assert page.person.is_right()


def test_a_folder_with_a_file_is_refused_at_the_folder(
    opened: Opening, clock: SetClock, folder: Path
) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    fill_person()
    file_desk(folder, clock).store.close()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    assert page.folder.error() == f"There is a database in {folder} already. Open that one."
    assert page.person.is_right()


def test_closing_without_the_paper_is_warned_of_once(opened: Opening, folder: Path) -> None:
    window = opened()
    page = made(window)
    window.close()
    assert window.isVisible()
    assert page.warning.isVisible()
    window.close()
    assert not window.isVisible()


def test_the_code_is_printed_by_the_dialog_of_the_system(opened: Opening, tmp_path: Path) -> None:
    page = made(opened())
    press(Qt.Key.Key_Return, page)
    dialog = page.window().findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isModal()
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "code.pdf"))
    dialog.done(QPrintDialog.DialogCode.Rejected)
    assert not (tmp_path / "code.pdf").exists()
    page.printing.click()
    dialog = page.window().findChildren(QPrintDialog)[-1]
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "code.pdf"))
    dialog.finished.emit(QPrintDialog.DialogCode.Accepted.value)
    dialog.close()
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_is_chosen_in_the_dialog_of_the_system(opened: Opening, tmp_path: Path) -> None:
    window = opened()
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, NewFilePage)
    page.folder.choose.click()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert page.folder.text() == str(tmp_path)


def test_escape_does_not_lose_the_code(opened: Opening) -> None:
    window = opened()
    page = made(window)
    press(Qt.Key.Key_Escape, window)
    assert window.page() is page


def test_help_and_back(opened: Opening) -> None:
    window = opened()
    first = window.page()
    press(Qt.Key.Key_F1, window)
    assert window.page() is not first
    press(Qt.Key.Key_Escape, window)
    assert window.page() is first


def test_close_ends_the_first_run(opened: Opening) -> None:
    window = opened()
    page = window.page()
    assert isinstance(page, ChoosePage)
    page.leave.click()
    assert not window.isVisible()


def test_the_examples_are_made_once_and_not_remembered(
    opened: Opening, entered: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "VISITS", 30)
    for _time in range(2):
        window = opened()
        press(Qt.Key.Key_4, window)
        press(Qt.Key.Key_Return, window)
    assert [desk.actor.login for desk, _location in entered] == ["demo", "demo"]
    assert window.place == Place(demo_folder())
    assert settings.read().data == ""


def test_a_folder_from_another_computer_leads_to_its_sign_in(
    opened: Opening, entered: Entered, clock: SetClock, tmp_path: Path
) -> None:
    file_desk(tmp_path / "old", clock).store.close()
    window = opened()
    press(Qt.Key.Key_3, window)
    press(Qt.Key.Key_Return, window)
    type_in(str(tmp_path / "nothing"))
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, OpenPage)
    assert page.folder.error() == "There is no database portti.kp here. Choose another folder."
    page.folder.edit.clear()
    type_in(str(tmp_path / "old" / "portti.kp"))
    press(Qt.Key.Key_Return, window)
    assert isinstance(window.page(), SignInPage)
    type_in(FIRST.password)
    press(Qt.Key.Key_Return, window)
    assert entered[0][0].actor.login == FIRST.login
    assert settings.read().data == str(tmp_path / "old")


def test_a_backup_is_restored_and_signed_in_to(
    opened: Opening, entered: Entered, clock: SetClock, tmp_path: Path, folder: Path
) -> None:
    old = file_desk(tmp_path / "old", clock)
    backup.back_up(old, tmp_path / "backup.zip")
    old.store.close()
    window = opened()
    press(Qt.Key.Key_3, window)
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, OpenPage)
    page.kind.segments["backup"].click()
    type_in(str(tmp_path / "backup.zip"))
    page.form.folder.set_text(str(folder))
    QTest.keyClicks(page.form.login.edit, FIRST.login)
    QTest.keyClicks(page.form.password.edit, "not the word")
    press(Qt.Key.Key_Return, window)
    assert page.form.password.error() == "User name or password does not match."
    page.form.password.edit.clear()
    QTest.keyClicks(page.form.password.edit, FIRST.password)
    press(Qt.Key.Key_Return, window)
    assert (folder / "portti.kp").is_file()
    assert entered[0][0].actor.login == FIRST.login


def test_a_backup_is_restored_with_the_printed_code(
    opened: Opening, entered: Entered, clock: SetClock, tmp_path: Path, folder: Path
) -> None:
    old, code = create_file(tmp_path / "old", FIRST, WORKSTATION, clock, CHEAP)
    backup.back_up(old, tmp_path / "backup.zip")
    old.store.close()
    window = opened()
    press(Qt.Key.Key_3, window)
    press(Qt.Key.Key_Return, window)
    page = window.page()
    assert isinstance(page, OpenPage)
    page.kind.segments["backup"].click()
    type_in(str(tmp_path / "backup.zip"))
    page.form.folder.set_text(str(folder))
    page.form.opener.segments["code"].click()
    assert not page.form.password.isVisible()
    QTest.keyClicks(page.form.code.edit, OTHER_CODE)
    QTest.keyClicks(page.form.new.first.edit, "another invented")
    assert not page.submit.isEnabled()
    QTest.keyClicks(page.form.new.again.edit, "another invented")
    press(Qt.Key.Key_Return, window)
    assert page.form.code.error() == "This recovery code belongs to another file."
    assert not (folder / "portti.kp").exists()
    page.form.code.edit.clear()
    QTest.keyClicks(page.form.code.edit, code.lower().replace("-", " "))
    press(Qt.Key.Key_Return, window)
    second = window.page()
    assert isinstance(second, CodePage)
    assert second.code != code
    assert page.form.new.text() == ""
    second.on_paper.click()
    second.submit.click()
    assert entered[0][0].actor.login == FIRST.login
    assert (folder / "portti.kp").is_file()


def test_the_printed_code_brings_a_new_password_and_a_new_code(
    opened: Opening, entered: Entered
) -> None:
    first = made(opened())
    first.on_paper.click()
    first.submit.click()
    entered.pop()[0].store.close()
    window = opened()
    page = window.page()
    assert isinstance(page, SignInPage)
    page.forget.click()
    recover = window.page()
    assert isinstance(recover, RecoverPage)
    type_in(first.code.lower().replace("-", " "))
    QTest.keyClicks(recover.password.first.edit, "another invented")
    QTest.keyClicks(recover.password.again.edit, "another invented")
    press(Qt.Key.Key_Return, window)
    second = window.page()
    assert isinstance(second, CodePage)
    assert second.code != first.code
    second.on_paper.click()
    second.submit.click()
    assert entered[0][0].actor.login == FIRST.login


@pytest.mark.usefixtures("at_hand")
def test_a_code_of_another_file_opens_nothing(opened: Opening, entered: Entered) -> None:
    window = opened()
    page = window.page()
    assert isinstance(page, SignInPage)
    page.forget.click()
    recover = window.page()
    assert isinstance(recover, RecoverPage)
    type_in(OTHER_CODE)
    QTest.keyClicks(recover.password.first.edit, "another invented")
    QTest.keyClicks(recover.password.again.edit, "another invented")
    press(Qt.Key.Key_Return, window)
    assert recover.code.error() == "This recovery code belongs to another file."
    for _try in range(2):
        press(Qt.Key.Key_Return, window)
    assert recover.submit.text() == "Try again in 2 seconds"
    assert not entered
