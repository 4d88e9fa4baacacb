"""A field for a password, with an eye to see it and a word about Caps Lock."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.localization import _
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label


class CapsLine(QWidget):
    """The words that Caps Lock is on, with its sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("help", "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon("arrow-big-up", "warning"))
        row.addWidget(self.words, 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.words.setText(_("Caps Lock is on"))


class PasswordField(Field):
    """What is typed is hidden until the eye is pressed; Caps Lock is noticed by the letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = Link(ink="text")
        self.eye.set_icon("eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show_password)
        self.box.add_trailing(self.eye)
        self.edit.installEventFilter(self)
        self._retranslate()

    @cached_property
    def caps_line(self) -> CapsLine:
        """Hidden until Caps Lock is noticed; made with the first key."""
        line = CapsLine()
        line.hide()
        self._column.addWidget(line)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice_caps(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _notice_caps(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it, tells that Caps Lock is on."""
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_line.setVisible(self.caps_line.isHidden() and bool(self.text()))
        elif event.text().isalpha() and event.text().lower() != event.text().upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_line.setVisible(event.text().isupper() != shifted)

    def _show_password(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.edit.setEchoMode(modes.Normal if shown else modes.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self._retranslate()

    def _retranslate(self) -> None:
        tip = _("Hide the password") if self.eye.isChecked() else _("Show the password")
        self.eye.setToolTip(tip)
        self.eye.setAccessibleName(tip)
