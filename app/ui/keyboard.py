"""Keys by their place on the keyboard, whatever layout is switched on.

A clerk who has just typed an Arabic or Cyrillic name still has that layout on; the key caps of the
form mean places on a Finnish or Swedish keyboard. Where the platform does not tell the place, the
text of the key decides.
"""

import sys
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS: Final = ("1234567890", "QWERTYUIOPÅ", "ASDFGHJKLÖÄ", "ZXCVBNM,.")
PLUS, MINUS = "+", "-"
_LATIN: Final = 0xFF


def _runs(starts: tuple[int, int, int, int]) -> dict[int, str]:
    return {
        start + offset: cap
        for start, row in zip(starts, _ROWS, strict=True)
        for offset, cap in enumerate(row)
    }


# evdev key codes + 8 on X11 and Wayland, scan codes of set 1 on Windows, virtual key codes of
# macOS (which tells no scan codes); the Finnish plus stands right of zero, minus right of the dot.
_X11: Final = _runs((10, 24, 38, 52)) | {20: PLUS, 61: MINUS, 86: PLUS, 82: MINUS}
_WINDOWS: Final = _runs((0x02, 0x10, 0x1E, 0x2C)) | {
    0x0C: PLUS,
    0x35: MINUS,
    0x4E: PLUS,
    0x4A: MINUS,
}
_MAC_ROWS: Final = (
    (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D),
    (0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x10, 0x20, 0x22, 0x1F, 0x23, 0x21),
    (0x00, 0x01, 0x02, 0x03, 0x05, 0x04, 0x26, 0x28, 0x25, 0x29, 0x27),
    (0x06, 0x07, 0x08, 0x09, 0x0B, 0x2D, 0x2E, 0x2B, 0x2F),
)
_MAC: Final = {
    code: cap
    for codes, row in zip(_MAC_ROWS, _ROWS, strict=True)
    for code, cap in zip(codes, row, strict=True)
} | {0x18: PLUS, 0x2C: MINUS, 0x45: PLUS, 0x4E: MINUS}

_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def cap_of(event: QKeyEvent) -> str:
    """The cap of the key that was pressed ("9", "Å", "+"), "" for one that has none.

    A key held together with Ctrl, Alt or Meta is a shortcut and has no cap here; Shift is left to
    the caller.
    """
    if event.modifiers() & _MODIFIERS:
        return ""
    return _by_place(event) or _by_text(event)


def letter_of(event: QKeyEvent) -> str:
    """The letter or digit at the place of a key that the layout gives no Latin letter, else "".

    For Ctrl and a letter: a shortcut means its place while an Arabic or Cyrillic layout is on.
    """
    foreign = _LATIN < event.key() < Qt.Key.Key_Escape  # where the keys with names begin
    letter = _by_place(event) if foreign else ""
    return letter if letter.isascii() and letter.isalnum() else ""


def _by_place(event: QKeyEvent) -> str:
    if sys.platform == "darwin":
        code, table = event.nativeVirtualKey(), _MAC
        return table.get(code, "") if code or event.nativeScanCode() else ""
    table = _WINDOWS if sys.platform == "win32" else _X11
    return table.get(event.nativeScanCode(), "")


def _by_text(event: QKeyEvent) -> str:
    """The cap by the key's text; Shift with a digit is told by Qt's key code where it is one."""
    text = event.text().upper()
    if len(text) == 1 and text in _KNOWN:
        return text
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return _SHIFTED_DIGITS.get(text, "")


_KNOWN: Final = frozenset("".join(_ROWS) + PLUS + MINUS)
# What Shift and a digit type on a Finnish or Swedish keyboard.
_SHIFTED_DIGITS: Final[Mapping[str, str]] = dict(zip('!"#¤%&/()=', _ROWS[0], strict=True))
