"""A shared server: its address, and either a person of it or its very first one."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app import paths
from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.doors import Doors, NewPerson, plain_address
from app.ui.sign_in.location_field import LocationField
from app.ui.sign_in.person_form import PersonForm
from app.ui.sign_in.place import Place
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.password_field import PasswordField
from app.ui.worker import Worker
from app.words.sentences import sentence

AT_ADDRESS = frozenset(
    {"address_not_understood", "database_missing", "server_away", "server_in_use", "server_too_old"}
)
AT_PASSWORD = frozenset({"sign_in_wrong", "owner_makes_no_roles"})


class ServerPage(StepPage):
    """`connected` brings the desk, the address and the location.

    With `empty` ticked the user name and password are the database owner's, and the first person
    is asked for below.
    """

    connected = Signal(object, str, str)

    def __init__(
        self, worker: Worker, doors: Doors, address: str, location: str, workstation: UUID
    ) -> None:
        super().__init__(worker, Submit(_connect, _connecting), _title, _lead)
        self._doors, self._workstation = doors, workstation
        self.address, self.login, self.password = Field(), Field(), PasswordField()
        self.location, self.person = LocationField(location, usual=True), PersonForm()
        self.empty, self._row = QCheckBox(), QHBoxLayout()
        self.address.set_leading_icon("server")
        self.address.set_text(address)
        self.login.set_leading_icon("user")
        self.password.set_leading_icon("key-round")
        self._arrange()
        self._restyle()
        self._retranslate()
        self._on_empty(False)

    def first_field(self) -> QWidget:
        return self.login if self.address.text() else self.address

    def start(self) -> None:
        doors, workstation = self._doors, self._workstation
        try:
            address = plain_address(self.address.text())
        except Refused as refused:
            self.refuse(refused)
            return
        login, password = self.login.text().strip(), self.password.text()
        person, empty = self.person.person(), self.empty.isChecked()

        def job() -> object:
            if empty:
                owner = NewPerson(login, "", password)
                return doors.set_up_server(address, owner, person, workstation)
            return doors.sign_in(Place(paths.data_folder(), address), login, password, workstation)

        self.work(job, lambda desk: self._connected(desk, address))

    def refuse(self, refused: Refused) -> None:
        if refused.code in AT_PASSWORD:
            self.password.set_error(sentence(refused))
            self.password.setFocus()
        elif refused.code in AT_ADDRESS:
            self.address.set_error(sentence(refused))
            self.address.setFocus()
        elif not self.person.refuse(refused):
            super().refuse(refused)

    def _connected(self, desk: object, address: str) -> None:
        self.password.edit.clear()
        self.person.password.clear()
        self.connected.emit(desk, address, self.location.code())

    def _arrange(self) -> None:
        self._row.addWidget(self.login, 1)
        self._row.addWidget(self.password, 1)
        self.content.addWidget(self.address)
        self.content.addLayout(self._row)
        for widget in (self.location, self.empty, self.person):
            self.content.addWidget(widget)
        self.empty.toggled.connect(self._on_empty)
        self.person.changed.connect(self._on_changed)
        for field in (self.address, self.login, self.password):
            field.edited.connect(self._on_edited)

    def _on_empty(self, empty: bool) -> None:
        self.person.setVisible(empty)
        self.submit.set_words(_set_up if empty else _connect, _connecting)
        self._name_fields()
        self._on_changed()

    def _on_edited(self) -> None:
        self.address.set_error(None)
        self.password.set_error(None)
        self._on_changed()

    def _on_changed(self) -> None:
        fields = (self.address, self.login, self.password)
        filled = all(field.text().strip() for field in fields)
        self.submit.set_ready(filled and (not self.empty.isChecked() or self.person.is_right()))

    def _name_fields(self) -> None:
        empty = self.empty.isChecked()
        self.login.set_label(_("User name of the database's owner") if empty else _("User name"))
        self.password.set_label(_("Password of the owner") if empty else _("Password"))

    def _restyle(self) -> None:
        super()._restyle()
        self._row.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.address.set_label(_("Address of the server"))
        self.address.set_help(_("For example: {address}", address="server.example/kotoportti"))
        self.empty.setText(_("The database is new and empty: I am its first person"))
        self._name_fields()


def _title() -> str:
    return _("A shared server")


def _lead() -> str:
    return _("Your IT unit gives you the address, the user name and the password.")


def _connect() -> str:
    return _("Connect")


def _set_up() -> str:
    return _("Set the database up")


def _connecting() -> str:
    return _("Connecting…")
