"""What the window must notice wherever a key falls.

An idle desk, F12 in a dialog or a menu, Alt alone, typing to undo.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_Type = QEvent.Type
USED: Final = frozenset(
    {
        _Type.KeyPress,
        _Type.MouseButtonPress,
        _Type.MouseMove,
        _Type.Wheel,
        _Type.TouchBegin,
        _Type.TabletPress,
    }
)
NOTICED: Final = USED | {_Type.KeyRelease, _Type.ShortcutOverride}


class Watch(QObject):
    """`idle` after some minutes without a hand on the desk, `alt_tapped` when Alt was all.

    `hide_asked` when F12 falls where the window's own shortcuts do not reach.
    """

    idle = Signal()
    hide_asked = Signal()
    alt_tapped = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._alt = False
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.idle)
        application.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """How long the desk may be idle; 0 for ever."""
        self.timer.stop()
        self.timer.setInterval(minutes * 60_000)
        if minutes:
            self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in NOTICED:
            return False
        if kind in USED and self.timer.isActive():
            self.timer.start()
        if kind == _Type.ShortcutOverride:
            return _leaves_undo(watched, event)
        if kind == _Type.KeyPress and _is_f12(event) and _something_lies_over():
            self.hide_asked.emit()
            return True
        if kind in (_Type.KeyPress, _Type.KeyRelease, _Type.MouseButtonPress):
            self._notice_alt(event)
        return False

    def _notice_alt(self, event: QEvent) -> None:
        alone = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        if event.type() == _Type.KeyRelease and alone and self._alt:
            self._alt = False
            self.alt_tapped.emit()
        elif event.type() != _Type.KeyRelease:
            self._alt = alone


def _is_f12(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F12


def _something_lies_over() -> bool:
    """Whether a dialog or a menu has the keyboard instead of the window."""
    over = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return over is not None


def _leaves_undo(watched: QObject, event: QEvent) -> bool:
    """A field with no typing to undo leaves Ctrl+Z to the last act, which Qt's own does not."""
    if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)):
        return False
    if isinstance(watched, QLineEdit):
        typed = watched.isUndoAvailable()
    elif isinstance(watched, QPlainTextEdit):
        typed = watched.document().isUndoAvailable()
    else:
        return False
    if not typed:
        event.ignore()
    return not typed
