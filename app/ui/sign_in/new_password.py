"""A new password, typed twice; the rule is said in words while one types."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.localization import _
from app.ui.sign_in.rules import password_progress, repeat_progress
from app.ui.theme import active
from app.ui.widgets.password_field import PasswordField


class NewPassword(QWidget):
    """Two fields side by side; `changed` with every change by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = PasswordField(), PasswordField()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for field in (self.first, self.again):
            self._row.addWidget(field, 1)
            field.edited.connect(self._on_edited)
        self.setFocusProxy(self.first)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def text(self) -> str:
        return self.first.text()

    def is_right(self) -> bool:
        """Whether it will do and stands there twice."""
        password = self.text()
        return password_progress(password)[0] and repeat_progress(password, self.again.text())[0]

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.again):
            field.edit.clear()
        self._tell_rules()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_edited(self) -> None:
        self._tell_rules()
        self.changed.emit()

    def _tell_rules(self) -> None:
        self.first.set_help(password_progress(self.text())[1])
        _right, words, error = repeat_progress(self.text(), self.again.text())
        self.again.set_help(words)
        self.again.set_error(error)

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        self.first.set_label(_("New password"))
        self.again.set_label(_("The password again"))
        self._tell_rules()
