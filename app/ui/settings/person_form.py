"""One person of the staff: name, user name, roles, and a password for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.domain.roles import Role
from app.localization import _
from app.services.staff import Person
from app.ui.settings.panes import Form, Tick, beside, started
from app.ui.settings.role_choice import RoleChoice
from app.ui.settings.texts import one_line
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.rules import login_problem, suggested_login
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.words.sentences import sentence

NAME_MAX = 200


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """What is typed: the person's parts, and a password where one is given."""

    login: str
    name: str
    roles: frozenset[Role]
    active: bool
    password: str


class PersonForm(Form):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._others: Sequence[Person] = ()
        self._own_login = False
        self.name, self.login, self.roles = one_line(), one_line(), RoleChoice()
        self.gone, self.about_gone = Tick(), Label("help", "dim", wraps=True)
        self.renew, self.password = Link(), NewPassword()
        self.about_password = Label("help", "dim", wraps=True)
        self.add(beside(self.name, self.login), self.roles, self.gone, self.about_gone)
        self.add(started(self.renew), self.password, self.about_password)
        self.column.addStretch(1)
        self.name.edited.connect(self._on_name)
        self.login.edited.connect(self._on_login)
        self.roles.changed.connect(self._on_edited)
        self.gone.toggled.connect(self._on_gone)
        self.renew.clicked.connect(self._ask_password)
        self.password.changed.connect(self.edited)
        self.retranslate()

    def put(self, person: Person | None, everyone: Sequence[Person]) -> None:
        """Show a person, or a new one; `everyone` is known to keep one administrator."""
        self._person, self._own_login = person, False
        self._others = [one for one in everyone if person is None or one.id != person.id]
        self.name.set_text(person.name if person else "")
        self.login.set_text(person.login if person else "")
        self.login.setEnabled(person is None)
        self.roles.put(person.roles if person else (Role.CLERK,))
        self.gone.setChecked(person is not None and not person.active)
        self.gone.setVisible(person is not None)
        self.about_gone.setVisible(person is not None)
        self._show_password(person is None)
        self._check()

    def typed(self) -> TypedPerson:
        """What stands in the form, right or not."""
        return TypedPerson(
            self.login.text().strip(),
            clean_line(self.name.text()),
            self.roles.roles(),
            not self.gone.isChecked(),
            "" if self.password.isHidden() else self.password.text(),
        )

    def is_edited(self) -> bool:
        """Whether it says something else than what was put there."""
        typed, person = self.typed(), self._person
        if person is None:
            asked = typed.roles != {Role.CLERK}
            return bool(typed.login or typed.name or typed.password) or asked
        known = (person.name, person.roles, person.active)
        return bool(typed.password) or known != (typed.name, typed.roles, typed.active)

    def is_right(self) -> bool:
        """Whether all of it is filled in as it must be."""
        secret = self.password.isHidden() or self.password.is_right()
        return secret and not any(
            (self._name_problem(), self._login_problem(), self._roles_problem())
        )

    def retranslate(self) -> None:
        self.name.set_label(_("Name"))
        self.login.set_label(_("User name"))
        self.gone.setText(_("Has left"))
        self.about_gone.setText(
            _("Who has left cannot sign in. Nobody is deleted, so that the log keeps its sense.")
        )
        self.renew.set_texts(_("New password…"))
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_name(self, name: str) -> None:
        if self._person is None and not self._own_login:
            self.login.set_text(suggested_login(name))
        self._on_edited()

    def _on_login(self, login: str) -> None:
        self._own_login = bool(login)
        self._on_edited()

    def _on_gone(self, gone: bool) -> None:
        """Who returns needs a password, since the one before is no longer kept."""
        returns = self._person is not None and not self._person.active and not gone
        self._show_password(returns)
        self._on_edited()

    def _ask_password(self) -> None:
        self._show_password(True)
        self.password.setFocus()
        self.edited.emit()

    def _show_password(self, shown: bool) -> None:
        self.password.clear()
        self.password.setVisible(shown)
        self.about_password.setVisible(shown)
        stays = self._person is not None and self._person.active and not self.gone.isChecked()
        self.renew.setVisible(stays and not shown)

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        self.name.set_error(self._name_problem() if self.is_edited() else "")
        self.login.set_error(self._login_problem() if self.login.text() else "")
        self.login.set_help("" if self._person is None else _("A user name stays as it is."))
        self.roles.set_error(self._roles_problem())
        self.about_password.setText(
            _("Tell it to the person and nobody else; they can change it in the menu.")
        )

    def _name_problem(self) -> str:
        name = clean_line(self.name.text())
        if not name:
            return sentence(Refused("name_missing"))
        return sentence(Refused("name_too_long", most=NAME_MAX)) if len(name) > NAME_MAX else ""

    def _login_problem(self) -> str:
        if self._person is not None:
            return ""
        login = self.login.text().strip().casefold()
        if any(one.login == login for one in self._others):
            return sentence(Refused("login_taken", login=login))
        return login_problem(login)

    def _roles_problem(self) -> str:
        typed = self.typed()
        if not typed.roles:
            return sentence(Refused("roles_missing"))
        keeps = typed.active and Role.ADMINISTRATOR in typed.roles
        kept = any(one.active and Role.ADMINISTRATOR in one.roles for one in self._others)
        return "" if keeps or kept else sentence(Refused("last_administrator"))
