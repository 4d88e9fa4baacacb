"""The first person of a new store: name, user name, password."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.doors import NewPerson
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.rules import login_problem, suggested_login
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.words.sentences import sentence


class PersonForm(QWidget):
    """`changed` with every change by hand; the user name follows the name until it is typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.login, self.password = Field(), Field(), NewPassword()
        self.login.set_leading_icon("user")
        self._own_login = False
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.login, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.password)
        self.setFocusProxy(self.name)
        self.name.edited.connect(self._on_name)
        self.login.edited.connect(self._on_login)
        self.password.changed.connect(self.changed)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def is_right(self) -> bool:
        """Whether all of it is filled in as it must be."""
        named = bool(self.name.text().strip())
        return named and not login_problem(self.login.text()) and self.password.is_right()

    def person(self) -> NewPerson:
        """What was typed."""
        return NewPerson(self.login.text().strip(), self.name.text().strip(), self.password.text())

    def refuse(self, refused: Refused) -> bool:
        """Say what was refused at its field; False for what belongs to none of them."""
        field = {"name_missing": self.name, "name_too_long": self.name}.get(refused.code)
        if refused.code in ("login_not_valid", "login_taken", "login_too_long_here"):
            field = self.login
        if field is None:
            return False
        field.set_error(sentence(refused))
        field.setFocus()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_name(self, name: str) -> None:
        self.name.set_error(None)
        if not self._own_login:
            self.login.set_text(suggested_login(name))
            self._tell_login()
        self.changed.emit()

    def _on_login(self, login: str) -> None:
        self._own_login = bool(login)
        self._tell_login()
        self.changed.emit()

    def _tell_login(self) -> None:
        login = self.login.text()
        self.login.set_error(login_problem(login) if login else None)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(12))
        self._row.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        self.name.set_label(_("Your name"))
        self.login.set_label(_("User name"))
        self._tell_login()
