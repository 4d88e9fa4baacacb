"""First run: a new encrypted file, its first person, the location of this workstation."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.localization import _
from app.settings import Settings
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.location_field import LocationField
from app.ui.sign_in.path_field import PathField
from app.ui.sign_in.person_form import PersonForm
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.worker import Worker
from app.words.sentences import sentence

AT_FOLDER = frozenset({"network_drive", "folder_read_only", "file_exists", "key_file_exists"})


class NewFilePage(StepPage):
    """`created` brings the desk, the recovery code, the folder and the location."""

    created = Signal(object, str, object, str)

    def __init__(self, worker: Worker, doors: Doors, settings: Settings, folder: Path) -> None:
        super().__init__(worker, Submit(_create, _creating), _title, _lead)
        self._doors, self._workstation = doors, settings.workstation_id
        self.folder = PathField(_folder_label)
        self.folder.set_text(str(folder))
        self.location = LocationField(settings.location, usual=True)
        self.person = PersonForm()
        for widget in (self.folder, self.location, self.person):
            self.content.addWidget(widget)
        self.folder.changed.connect(self._on_changed)
        self.person.changed.connect(self._on_changed)
        self._restyle()
        self._retranslate()
        self._on_changed()

    def first_field(self) -> QWidget:
        return self.person.name

    def start(self) -> None:
        doors, workstation = self._doors, self._workstation
        folder, person = Path(self.folder.text().strip()).expanduser(), self.person.person()
        self.work(
            lambda: doors.create(folder, person, workstation),
            lambda made: self._created(made[0], made[1], folder),
        )

    def refuse(self, refused: Refused) -> None:
        if refused.code in AT_FOLDER:
            self.folder.set_error(sentence(refused))
            self.folder.setFocus()
        elif not self.person.refuse(refused):
            super().refuse(refused)

    def _created(self, desk: object, code: str, folder: Path) -> None:
        self.person.password.clear()
        self.created.emit(desk, code, folder, self.location.code())

    def _on_changed(self) -> None:
        self.submit.set_ready(bool(self.folder.text().strip()) and self.person.is_right())


def _title() -> str:
    return _("A new encrypted file")


def _lead() -> str:
    return _("You are its first person. Colleagues can be added later.")


def _folder_label() -> str:
    return _("Folder on this computer")


def _create() -> str:
    return _("Create the file")


def _creating() -> str:
    return _("Creating the file…")
