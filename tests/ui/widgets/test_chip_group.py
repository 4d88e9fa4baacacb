"""A question answered by chips, through clicks and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.chip_group import ChipGroup, ChipText
from tests.ui.conftest import Shown

TEXTS = [ChipText(code, f"Topic {code}", f"Topic {code} in full", code) for code in "abcdefg"]


def _group(limit: int = 1, columns: int = 0, digits: bool = False) -> ChipGroup:
    group = ChipGroup(limit=limit, columns=columns, digits=digits)
    group.set_chips(TEXTS)
    return group


def _click(group: ChipGroup, code: str) -> None:
    QTest.mouseClick(group.chips[code], Qt.MouseButton.LeftButton)


def _press(key: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


def _checked(group: ChipGroup) -> list[str]:
    return [code for code, chip in group.chips.items() if chip.isChecked()]


def test_three_may_be_chosen_and_the_fourth_is_refused(shown: Shown, qtbot: QtBot) -> None:
    group = _group(limit=3)
    shown(group)
    for code in "cab":
        _click(group, code)
    with qtbot.assertNotEmitted(group.changed), qtbot.waitSignal(group.refused):
        _click(group, "d")
    assert group.chosen() == ("c", "a", "b")
    assert _checked(group) == ["a", "b", "c"]


def test_the_order_of_choice_stands_on_the_chips(shown: Shown) -> None:
    group = _group(limit=3)
    shown(group)
    _click(group, "c")
    _click(group, "a")
    assert group.chips["c"].face().mark == "1."
    assert group.chips["a"].accessibleName() == "Topic a in full, key a, number 2"
    _click(group, "c")
    assert group.chips["a"].face().mark == "1."
    assert group.chips["c"].face().mark == ""


def test_one_answer_replaces_the_other_and_goes_again(shown: Shown) -> None:
    group = _group()
    shown(group)
    _click(group, "a")
    _click(group, "b")
    assert _checked(group) == ["b"]
    _click(group, "b")
    assert group.chosen() == ()


def test_the_usual_answer_is_shown_and_gives_way(shown: Shown, qtbot: QtBot) -> None:
    group = _group()
    with qtbot.assertNotEmitted(group.changed):
        group.set_chosen(["a"], preset=True)
    assert group.chosen() == ("a",)
    assert group.chips["a"].is_preset()
    shown(group)
    with qtbot.waitSignal(group.changed):
        _click(group, "b")
    assert not group.is_preset()
    assert _checked(group) == ["b"]


def test_the_group_is_one_stop_of_the_tab_key(shown: Shown) -> None:
    page, group, after = QWidget(), _group(columns=3), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(group)
    column.addWidget(after)
    shown(page)
    group.chips["a"].setFocus()
    _press(Qt.Key.Key_Right)
    assert group.chips["b"].hasFocus()
    _press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert group.chips["b"].hasFocus()


def test_arrows_move_in_the_grid_and_space_chooses(shown: Shown) -> None:
    group = _group(columns=3)
    group.resize(group.sizeHint())
    shown(group)
    group.chips["b"].setFocus()
    _press(Qt.Key.Key_Down)
    assert group.chips["e"].hasFocus()
    _press(Qt.Key.Key_Down)
    assert group.chips["g"].hasFocus()
    _press(Qt.Key.Key_Up)
    assert group.chips["d"].hasFocus()
    _press(Qt.Key.Key_Space)
    assert group.chosen() == ("d",)
    _press(Qt.Key.Key_End)
    assert group.chips["g"].hasFocus()
    _press(Qt.Key.Key_Home)
    assert group.chips["a"].hasFocus()


def test_right_to_left_turns_the_arrows_round(shown: Shown) -> None:
    group = _group(columns=3)
    group.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(group)
    group.chips["a"].setFocus()
    _press(Qt.Key.Key_Left)
    assert group.chips["b"].hasFocus()
    assert group.chips["b"].x() < group.chips["a"].x()


def test_digits_choose_while_the_keyboard_is_here(shown: Shown) -> None:
    group = _group(digits=True)
    shown(group)
    group.chips["a"].setFocus()
    assert group.chips["c"].face().cap == "3"
    _press(Qt.Key.Key_3)
    assert group.chosen() == ("c",)
    group.chips["a"].clearFocus()
    assert group.chips["c"].face().cap == " "


def test_other_keys_pass_through(shown: Shown) -> None:
    group = _group()
    shown(group)
    group.chips["a"].setFocus()
    _press(Qt.Key.Key_3)
    _press(Qt.Key.Key_Return)
    assert group.chosen() == ()


def test_columns_are_of_one_width_within_its_bounds(shown: Shown, theme: Theme) -> None:
    group = _group(columns=3)
    shown(group)
    for width in (70, 90, 200):
        group.resize(theme.chars(width), 400)
        widths = {chip.width() for chip in group.chips.values()}
        assert len(widths) == 1
        assert theme.chars(20) <= widths.pop() <= theme.chars(36)
    assert group.chips["d"].y() > group.chips["c"].y()


def test_fewer_columns_where_they_do_not_fit(shown: Shown, theme: Theme) -> None:
    group = _group(columns=3)
    shown(group)
    group.resize(theme.chars(45), 400)
    assert group.chips["b"].y() == group.chips["a"].y() < group.chips["c"].y()


def test_new_words_keep_the_choice(qtbot: QtBot) -> None:
    group = _group()
    qtbot.addWidget(group)
    group.set_chosen(["b"])
    before = group.chips["b"]
    group.set_chips([text._replace(label=f"Ärende {text.code}") for text in TEXTS])
    assert group.chips["b"] is before
    assert group.chips["b"].text() == "Ärende b"
    assert _checked(group) == ["b"]


def test_an_answer_that_is_no_longer_offered_is_no_longer_chosen(qtbot: QtBot) -> None:
    group = _group()
    qtbot.addWidget(group)
    group.set_chosen(["b"])
    group.set_chips([text for text in TEXTS if text.code != "b"])
    assert group.chosen() == ()
    assert list(group.chips) == list("acdefg")


@pytest.mark.parametrize("faint", [True, False])
def test_faint_caps_reach_every_chip(qtbot: QtBot, faint: bool) -> None:
    group = _group()
    qtbot.addWidget(group)
    group.set_caps_faint(faint)
    assert {chip.face().faint for chip in group.chips.values()} == {faint}


def test_new_chips_count_at_once_in_the_height_of_the_group(shown: Shown) -> None:
    group = _group()
    shown(group)
    before = group.heightForWidth(200)
    group.set_chips([ChipText(code * 2, f"Topic {code}") for code in "abcdefghijklmnopqrst"])
    assert group.heightForWidth(200) > 2 * before
