"""A file from another computer: its folder, or a backup to put into a folder."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import paths
from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.path_field import PathField
from app.ui.sign_in.place import Place
from app.ui.sign_in.restore_form import RestoreForm
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.widgets.field import Field
from app.ui.widgets.segments import Segments, SegmentText
from app.ui.worker import Worker
from app.words.sentences import sentence


class OpenPage(StepPage):
    """`found` brings a folder to sign in to, `restored` a desk and its folder.

    `recovered` brings a desk, the new recovery code and the folder.
    """

    found = Signal(object)
    restored = Signal(object, object)
    recovered = Signal(object, str, object)

    def __init__(self, worker: Worker, doors: Doors, folder: Path, workstation: UUID) -> None:
        super().__init__(worker, Submit(_open, _restoring), _title, _lead)
        self._doors, self._workstation = doors, workstation
        self.kind, self.folder = Segments(), PathField(_folder_label)
        self.form = RestoreForm(folder)
        self.kind.changed.connect(self._on_kind)
        self.folder.changed.connect(self._on_changed)
        self.form.changed.connect(self._on_changed)
        for widget in (self.kind, self.folder, self.form):
            self.content.addWidget(widget)
        self._restyle()
        self._retranslate()
        self._on_kind()

    def first_field(self) -> QWidget:
        return self.form.backup if self._restores() else self.folder

    def start(self) -> None:
        if self._restores():
            self._start_restoring()
            return
        folder = _path(self.folder)
        if folder.name == paths.DATABASE_NAME:
            folder = folder.parent
        if Place(folder).is_there():
            self.found.emit(folder)
        else:
            refused = Refused("file_missing", name=paths.DATABASE_NAME)
            self.folder.set_error(sentence(refused))
            self.folder.setFocus()

    def refuse(self, refused: Refused) -> None:
        if not self.form.refuse(refused):
            super().refuse(refused)

    def _start_restoring(self) -> None:
        doors, workstation, form = self._doors, self._workstation, self.form
        backup, folder = _path(form.backup), _path(form.folder)
        if form.by_code():
            code, new = form.code.text(), form.new.text()
            self.work(
                lambda: doors.restore_with_code(backup, folder, code, new, workstation),
                lambda opened: self._recovered(*opened, folder),
            )
        else:
            login, password = form.login.text(), form.password.text()
            self.work(
                lambda: doors.restore(backup, folder, login, password, workstation),
                lambda desk: self._restored(desk, folder),
            )

    def _restored(self, desk: object, folder: Path) -> None:
        self.form.clear()
        self.restored.emit(desk, folder)

    def _recovered(self, desk: object, code: str, folder: Path) -> None:
        self.form.clear()
        self.recovered.emit(desk, code, folder)

    def _restores(self) -> bool:
        return self.kind.current() == "backup"

    def _on_kind(self) -> None:
        self.folder.setVisible(not self._restores())
        self.form.setVisible(self._restores())
        self.submit.set_words(_restore if self._restores() else _open, _restoring)
        self._on_changed()
        self.first_field().setFocus()

    def _on_changed(self) -> None:
        filled = self.form.is_filled() if self._restores() else bool(self.folder.text().strip())
        self.submit.set_ready(filled)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.kind.setAccessibleName(_("What there is"))
        self.kind.set_items(
            [
                SegmentText("folder", _("A folder with a database"), "folder-open"),
                SegmentText("backup", _("A backup"), "archive"),
            ]
        )


def _path(field: Field) -> Path:
    return Path(field.text().strip()).expanduser()


def _title() -> str:
    return _("Open a file or restore a backup")


def _lead() -> str:
    return _("Passwords and the recovery code are the same as on the other computer.")


def _folder_label() -> str:
    return _("Folder that holds {name}", name=paths.DATABASE_NAME)


def _open() -> str:
    return _("Open")


def _restore() -> str:
    return _("Restore and sign in")


def _restoring() -> str:
    return _("Restoring and checking…")
