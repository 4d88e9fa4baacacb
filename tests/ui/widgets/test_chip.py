"""A chip: what it says, how it shows its states, what a click does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT, Theme
from app.ui.widgets.chip import Chip
from tests.ui.conftest import Shown


@pytest.fixture
def chip(qtbot: QtBot) -> Chip:
    chip = Chip("kela")
    chip.set_texts("Kela, benefits", "Kela and benefits", "9")
    qtbot.addWidget(chip)
    return chip


def _middle_line(chip: Chip) -> set[str]:
    image = chip.grab().toImage()
    y = image.height() // 2
    return {image.pixelColor(x, y).name().upper() for x in range(image.width())}


def test_a_click_chooses_and_another_takes_it_back(chip: Chip, shown: Shown, qtbot: QtBot) -> None:
    shown(chip)
    with qtbot.waitSignal(chip.picked) as picked:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert picked.args == ["kela"]
    assert chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_space_chooses(chip: Chip, shown: Shown) -> None:
    shown(chip)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_a_screen_reader_hears_name_key_place_and_state(chip: Chip, screen_reader: None) -> None:
    chip.set_mark("1.", "main topic")
    chip.setChecked(True)
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.text(QAccessible.Text.Name) == "Kela and benefits, key 9, main topic"
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.state().checked


def test_the_usual_answer_is_read_out_as_such(chip: Chip) -> None:
    chip.setChecked(True)
    chip.set_preset(True)
    assert chip.is_preset()
    assert chip.accessibleDescription() == "the usual answer, not chosen by anyone"
    chip.set_preset(False)
    assert chip.accessibleDescription() == ""


def test_the_full_name_is_in_the_tip(chip: Chip) -> None:
    assert chip.toolTip() == "Kela and benefits"


def test_choosing_moves_nothing(chip: Chip) -> None:
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before
    chip.set_preset(True)
    assert chip.sizeHint() == before


def test_the_four_states_look_different(chip: Chip) -> None:
    free = _middle_line(chip)
    chip.setChecked(True)
    chosen = _middle_line(chip)
    chip.set_preset(True)
    preset = _middle_line(chip)
    assert LIGHT.surface in free
    assert {LIGHT.accent, LIGHT.accent_soft} <= chosen
    assert {LIGHT.dim, LIGHT.hover} <= preset
    assert LIGHT.accent not in free | preset


def test_focus_is_a_thick_line(chip: Chip, shown: Shown) -> None:
    shown(chip)
    chip.setFocus()
    image = chip.grab().toImage()
    top = [image.pixelColor(image.width() // 2, y).name().upper() for y in range(3)]
    assert top[:2] == [LIGHT.accent, LIGHT.accent]
    assert top[2] != LIGHT.accent


def test_heights_are_those_of_the_drawing(chip: Chip, theme: Theme) -> None:
    assert chip.sizeHint().height() == theme.units(1.78)
    chip.set_tight(True)
    assert chip.sizeHint().height() == theme.units(1.6)


def test_it_grows_with_the_text(chip: Chip, theme: Theme) -> None:
    small = chip.sizeHint()
    theme.set_text_size(200)
    large = chip.sizeHint()
    assert large.height() == pytest.approx(2 * small.height(), abs=3)
    assert large.width() == pytest.approx(2 * small.width(), rel=0.05)


def test_arrows_are_left_to_the_group(chip: Chip, shown: Shown) -> None:
    shown(chip)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Right)
    assert chip.hasFocus()
    assert not chip.isChecked()


def test_right_to_left_mirrors_the_whole_chip(chip: Chip) -> None:
    chip.setChecked(True)
    chip.set_mark("1.")
    chip.resize(220, chip.sizeHint().height())
    there = _accent_side(chip)
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert there == "left"
    assert _accent_side(chip) == "right"


def _accent_side(chip: Chip) -> str:
    image = chip.grab().toImage()
    y = image.height() // 4 + 1
    dots = [
        x
        for x in range(3, image.width() - 3)
        if image.pixelColor(x, y).name().upper() == LIGHT.accent
    ]
    return "left" if sum(dots) / len(dots) < image.width() / 2 else "right"
