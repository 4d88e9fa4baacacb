"""A forgotten password: the printed code lets its owner choose a new one."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.place import Place
from app.ui.sign_in.rules import code_problem, is_code
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.widgets.field import Field
from app.ui.widgets.label import Label
from app.ui.worker import Worker
from app.words.sentences import sentence


class RecoverPage(StepPage):
    """`recovered` brings the desk and the new code; on a server there is nothing to recover."""

    recovered = Signal(object, str)

    def __init__(self, worker: Worker, doors: Doors, place: Place, workstation: UUID) -> None:
        super().__init__(worker, Submit(_recover, _recovering), _title, _lead)
        self._doors, self._place, self._workstation = doors, place, workstation
        self.ask, self.where = Label(wraps=True), Label("help", "dim", wraps=True)
        self.code, self.password = Field(), NewPassword()
        self.code.set_leading_icon("key-round")
        for widget in (self.ask, self.code, self.password, self.where):
            self.content.addWidget(widget)
        for part in (self.code, self.password, self.submit, self.where):
            part.setVisible(not place.server)
        self.code.edited.connect(self._on_code)
        self.password.changed.connect(self._on_changed)
        self._restyle()
        self._retranslate()
        self._on_changed()

    def first_field(self) -> QWidget:
        return self.leave if self._place.server else self.code

    def start(self) -> None:
        doors, folder, workstation = self._doors, self._place.folder, self._workstation
        code, password = self.code.text(), self.password.text()
        self.work(
            lambda: doors.recover(folder, code, password, workstation),
            lambda opened: self._recovered(opened[0], opened[1]),
        )

    def refuse(self, refused: Refused) -> None:
        if refused.code in ("recovery_wrong", "recovery_mistyped"):
            self.submit.wait(refused)
            self.code.set_error(sentence(refused))
            self.code.setFocus()
        else:
            super().refuse(refused)

    def _recovered(self, desk: object, code: str) -> None:
        self.code.edit.clear()
        self.password.clear()
        self.recovered.emit(desk, code)

    def _on_code(self, typed: str) -> None:
        self.code.set_error(code_problem(typed) or None)
        self._on_changed()

    def _on_changed(self) -> None:
        self.submit.set_ready(is_code(self.code.text()) and self.password.is_right())

    def _retranslate(self) -> None:
        super()._retranslate()
        self.ask.setText(_server_words() if self._place.server else _file_words())
        self.code.set_label(_("Recovery code from the paper"))
        self.code.set_help(_("Capitals, spaces and hyphens make no difference."))
        self.code.set_error(code_problem(self.code.text()) or None)
        self.where.setText(_("Encrypted file {path}", path=self._place.shown()))


def _title() -> str:
    return _("Password forgotten")


def _lead() -> str:
    return ""


def _file_words() -> str:
    return _(
        "An administrator can give you a new password. The printed recovery code is for the "
        "person who had it made: with it they choose a new one here."
    )


def _server_words() -> str:
    return _("On a shared server, whoever looks after the database gives you a new password.")


def _recover() -> str:
    return _("Set the password and sign in")


def _recovering() -> str:
    return _("Opening the file…")
