"""Key caps: sizes and how keys are named."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.theme import LIGHT, Theme
from app.ui.widgets.key_cap import ENTER, SHIFT, KeyCap, cap_size, spoken


@pytest.mark.parametrize(
    ("key", "words"),
    [("9", "Save, key 9"), (ENTER, "Save, key Enter"), (f"{SHIFT}2", "Save, key Shift 2")],
)
def test_a_key_is_named_in_words(key: str, words: str) -> None:
    assert spoken("Save", key) == words


@pytest.mark.parametrize("key", ["", " "])
def test_no_key_is_not_mentioned(key: str) -> None:
    assert spoken("Save", key) == "Save"


def test_short_keys_are_square_and_long_ones_wider(theme: Theme) -> None:
    for key in ("1", "Q", ENTER):
        assert cap_size(key).width() == cap_size(key).height() == round(1.05 * theme.u)
    assert cap_size("Ctrl M").width() > cap_size("F2").width() >= cap_size("1").width()


def _inks(image: QImage) -> set[str]:
    xs, ys = range(3, image.width() - 3), range(3, image.height() - 3)
    return {image.pixelColor(x, y).name().upper() for x in xs for y in ys}


@pytest.mark.parametrize("key", ["1", ENTER, f"{SHIFT}1", "Ctrl K"])
def test_every_kind_of_key_is_written_on_its_cap(qtbot: QtBot, key: str) -> None:
    cap = KeyCap(key)
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())
    assert len(_inks(cap.grab().toImage()) - {LIGHT.key}) > 0
    cap.set_text("")
    assert cap.sizeHint().isEmpty()
