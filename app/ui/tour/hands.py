"""Hands on the keyboard: keys go to where the keyboard is, as those of a person do."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE: Final = Qt.KeyboardModifier.NoModifier
_HELD: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_SIGNS: Final = {",": Qt.Key.Key_Comma}


def press(key: str, window: QWidget) -> None:
    """Press a key ("9", "Return", "Ctrl+K") in `window` or in what lies over it."""
    *held, name = key.split("+")
    if held or len(name) > 1:
        code = _SIGNS.get(name) or Qt.Key[f"Key_{name}"]
        modifiers = reduce(or_, (_HELD[one] for one in held), _NONE)
        QTest.keyClick(_target(window), code, modifiers)
    else:
        type_text(name, window)


def type_text(text: str, window: QWidget) -> None:
    """Type letter by letter, in any script."""
    for letter in text:
        code = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, _NONE, letter)
            QApplication.sendEvent(_target(window), event)


def _target(window: QWidget) -> QWidget:
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    focused: QWidget | None = front.focusWidget()
    return front if focused is None else focused
