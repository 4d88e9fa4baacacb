"""The password that lifts the curtain."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.password_field import PasswordField
from app.words.sentences import sentence


class Unlock(QWidget):
    """`given` carries what was typed; `left` lets another person sign in."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PasswordField()
        self.field.set_leading_icon("key-round")
        self.submit = Submit(lambda: _("Go on"), lambda: _("Checking…"))
        self.other = Link()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.submit)
        self._column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        self.field.entered.connect(self._give)
        self.field.edited.connect(lambda: self.field.set_error(None))
        self.submit.clicked.connect(self._give)
        self.other.clicked.connect(self.left)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def busy(self) -> bool:
        return self.submit.busy

    def begin(self) -> None:
        """The password is being looked at."""
        self.submit.begin()

    def end(self) -> None:
        """It has been."""
        self.submit.end()

    def refuse(self, refused: Refused) -> None:
        """Say why not; after many wrong tries one has to wait."""
        self.submit.wait(refused)
        if refused.code == "sign_in_wrong":
            self.tell(_("The password does not match."))
        elif refused.code != "sign_in_wait":
            self.tell(sentence(refused))

    def tell(self, text: str) -> None:
        """A sentence below the field; what was typed stays, marked, to be typed over."""
        self.field.set_error(text)
        self.field.edit.selectAll()

    def clear(self) -> None:
        """Nothing typed, nothing told."""
        self.field.set_text("")
        self.field.set_error(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _give(self) -> None:
        if self.submit.isEnabled() and self.field.text():
            self.given.emit(self.field.text())

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(0, theme.space(16), 0, 0)
        self._column.setSpacing(theme.space(12))
        self.setFixedWidth(theme.chars(40))

    def _retranslate(self) -> None:
        self.field.set_label(_("Password"))
        self.other.set_texts(_("Sign out"))
