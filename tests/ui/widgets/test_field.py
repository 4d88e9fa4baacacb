"""Fields: label, error, icons, and the password."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT, Theme
from app.ui.widgets.field import EditorField, Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.password_field import PasswordField
from tests.ui.conftest import Shown


@pytest.fixture
def field(shown: Shown) -> Field:
    field = Field()
    field.set_label("Date")
    shown(field)
    return field


@pytest.fixture
def password(shown: Shown) -> PasswordField:
    password = PasswordField()
    shown(password)
    password.edit.setFocus()
    return password


def _edge(field: EditorField) -> str:
    image = field.box.grab().toImage()
    return image.pixelColor(image.width() // 2, 0).name().upper()


def test_what_is_typed_is_told(field: Field, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited) as edited:
        QTest.keyClick(field.edit, Qt.Key.Key_7)
    assert edited.args == ["7"]
    assert field.text() == "7"
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_the_label_names_the_editor(field: Field) -> None:
    assert field.edit.accessibleName() == "Date"
    assert field.label.buddy() is field.edit


def test_placeholder_names_a_field_without_label(qtbot: QtBot) -> None:
    field = Field()
    qtbot.addWidget(field)
    field.set_placeholder("Search")
    assert field.edit.accessibleName() == "Search"


def test_an_error_is_shown_in_words_line_and_sign_and_goes_again(field: Field) -> None:
    field.set_help("As 1.9.2026")
    field.set_error("There is no such day.")
    field.edit.clearFocus()
    assert field.message.text() == field.edit.accessibleDescription() == "There is no such day."
    assert _edge(field) == LIGHT.danger
    sign = field.box.findChild(Icon)
    assert isinstance(sign, Icon)
    assert sign.isVisible()
    field.set_error(None)
    assert field.message.text() == "As 1.9.2026"
    assert not sign.isVisible()
    assert _edge(field) == LIGHT.edge


def test_focus_goes_to_the_editor_and_is_seen(field: Field, theme: Theme) -> None:
    field.setFocus()
    assert field.edit.hasFocus()
    assert _edge(field) == LIGHT.accent
    assert field.box.height() == theme.units(1.78)


def test_a_click_beside_the_text_also_goes_there(field: Field) -> None:
    field.edit.clearFocus()
    QTest.mouseClick(field.box, Qt.MouseButton.LeftButton)
    assert field.edit.hasFocus()


def test_a_list_of_choices_may_stand_in_the_box(shown: Shown) -> None:
    places = QComboBox()
    places.addItems(["Jakobstad", "Kronoby"])
    field = EditorField(places)
    field.set_label("Place")
    field.set_leading_icon("map-pin")
    shown(field)
    assert field.box.height() == field.box.sizeHint().height()
    assert places.accessibleName() == "Place"


def test_a_password_is_hidden_until_the_eye_is_pressed(password: PasswordField) -> None:
    assert password.edit.echoMode() == QLineEdit.EchoMode.Password
    assert password.eye.accessibleName() == "Show the password"
    QTest.mouseClick(password.eye, Qt.MouseButton.LeftButton)
    assert password.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert password.eye.accessibleName() == "Hide the password"


def test_caps_lock_is_noticed_by_the_letters(password: PasswordField) -> None:
    QTest.keyClicks(password.edit, "a")
    assert not password.caps_line.isVisible()
    QTest.keyClicks(password.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not password.caps_line.isVisible()
    QTest.keyClicks(password.edit, "A")
    assert password.caps_line.isVisible()
    assert password.caps_line.words.text() == "Caps Lock is on"
    QTest.keyClicks(password.edit, "1")
    assert password.caps_line.isVisible()
    QTest.keyClicks(password.edit, "b")
    assert not password.caps_line.isVisible()
