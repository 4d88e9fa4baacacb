"""Values of which one is chosen: by keys, whole in as many lines as they need, read out whose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.option import Option


@pytest.fixture
def pair(shown: Callable[[QWidget], QWidget]) -> tuple[QWidget, Option, Option]:
    """Two values side by side in a window."""
    window, own, theirs = QWidget(), Option(), Option()
    row = QHBoxLayout(window)
    for option in (own, theirs):
        row.addWidget(option)
    own.set_texts("050 1", "Yours", "Telephone")
    theirs.set_texts("050 2", "Theirs", "Telephone")
    shown(window)
    own.setFocus()
    return window, own, theirs


def test_arrows_move_and_space_asks_without_choosing_by_itself(
    pair: tuple[QWidget, Option, Option],
) -> None:
    _window, own, theirs = pair
    picked: list[str] = []
    theirs.picked.connect(lambda: picked.append("theirs"))
    QTest.keyClick(own, Qt.Key.Key_Right)
    assert theirs.hasFocus()
    QTest.keyClick(theirs, Qt.Key.Key_Space)
    assert picked == ["theirs"]
    assert not theirs.isChecked()
    QTest.keyClick(theirs, Qt.Key.Key_Left)
    assert own.hasFocus()


def test_a_long_value_takes_more_lines(pair: tuple[QWidget, Option, Option]) -> None:
    _window, own, _theirs = pair
    low = own.heightForWidth(200)
    own.set_texts("Yusuf Haidari · former name: Yousef Heydari " * 4, "Yours", "Name")
    assert own.heightForWidth(200) > 2 * low
    assert own.heightForWidth(900) < own.heightForWidth(200)


def test_it_is_read_out_with_whose_it_is(pair: tuple[QWidget, Option, Option]) -> None:
    _window, own, theirs = pair
    assert own.accessibleName() == "Telephone: 050 1, Yours"
    assert theirs.accessibleName() == "Telephone: 050 2, Theirs"
    theirs.setChecked(True)
    assert theirs.isChecked()
