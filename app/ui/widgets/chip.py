"""The chip: one answer that a key or a click chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.chip_face import ChipFace
from app.ui.widgets.key_cap import spoken
from app.ui.widgets.paint import painter_on

ARROWS: Final = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Chip(QAbstractButton):
    """A check box in the shape of a key.

    `picked` names its code when it is clicked, `entered` that the keyboard came or went.
    A chip `led` by a group leaves its state to the group. One that only acts, such as a
    suggestion, is made with `setCheckable(False)`. Whoever sets its texts sets them again when
    the language changes.
    """

    picked = Signal(str)
    entered = Signal(bool)

    def __init__(self, code: str = "", parent: QWidget | None = None, led: bool = False) -> None:
        super().__init__(parent)
        self.code = code
        self._led = led
        self._face = ChipFace()
        self._full_name = self._spoken_mark = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        active().changed.connect(self._restyle)

    def set_texts(self, label: str, full_name: str = "", cap: str = "") -> None:
        """The words on it, the full name for tooltip and screen reader, and its key."""
        self._full_name = full_name
        self.setText(label)
        self.setToolTip(full_name)
        self._change(label=label, cap=cap)

    def set_mark(self, mark: str, spoken_mark: str = "") -> None:
        """A small word at the end, such as "1."; `spoken_mark` is how it is read out."""
        self._spoken_mark = spoken_mark
        self._change(mark=mark)

    def set_preset(self, preset: bool) -> None:
        """Checked as the usual answer that nobody chose."""
        self._change(preset=preset)

    def is_preset(self) -> bool:
        return self._face.preset and self.isChecked()

    def set_caps_faint(self, faint: bool) -> None:
        """Keys are not live, because a text field has the keyboard."""
        self._change(faint=faint)

    def set_tight(self, tight: bool) -> None:
        """A lower chip, for low screens."""
        self._change(tight=tight)

    def sizeHint(self) -> QSize:
        return self.face().size()

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(min(size.width(), active().chars(8)), size.height())

    def nextCheckState(self) -> None:
        if not self._led:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the group around it."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            self.face().paint(painter, self.rect(), self.layoutDirection())

    def face(self) -> ChipFace:
        """What it looks like at this moment."""
        return replace(
            self._face,
            cap=self._face.cap or (" " if self.isCheckable() else ""),
            checked=self.isChecked(),
            focused=self.hasFocus(),
            hovered=self.underMouse() and self.isEnabled(),
            down=self.isDown(),
            enabled=self.isEnabled(),
        )

    def _pick(self) -> None:
        self.picked.emit(self.code)

    def _change(self, **parts: str | bool) -> None:
        self._face = replace(self._face, **parts)  # type: ignore[arg-type]
        self._restyle()

    def _restyle(self) -> None:
        name = spoken(self._full_name or self.text(), self._face.cap)
        self.setAccessibleName(f"{name}, {self._spoken_mark}" if self._spoken_mark else name)
        usual = _("the usual answer, not chosen by anyone") if self.is_preset() else ""
        self.setAccessibleDescription(usual)
        self.updateGeometry()
        self.update()
