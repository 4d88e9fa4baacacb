"""A file from another computer: its folder, or a backup to put into a folder."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import paths
from app.domain.errors import Refused
from app.localization import _
from app.sentences import sentence
from app.ui.sign_in.doors import Doors
from app.ui.sign_in.path_field import PathField
from app.ui.sign_in.place import Place
from app.ui.sign_in.step_page import StepPage
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segments import Segments, SegmentText
from app.ui.worker import Worker

AT_BACKUP = frozenset({"not_a_backup", "backup_damaged", "schema_newer"})
AT_FOLDER = frozenset({"network_drive", "folder_read_only", "file_exists"})


class RestoreForm(QWidget):
    """A backup, and the user name and password that were good when it was made."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = PathField(_backup_label, _backup_kinds)
        self.folder = PathField(_target_label)
        self.folder.set_text(str(folder))
        self.login, self.password = Field(), PasswordField()
        self.login.set_leading_icon("user")
        self.password.set_leading_icon("key-round")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.backup, self.folder, self.login, self.password):
            self._column.addWidget(field)
        for field in (self.login, self.password):
            field.edited.connect(self._forgive)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def is_filled(self) -> bool:
        """Whether every field has something in it."""
        fields = (self.backup, self.folder, self.login, self.password)
        return all(field.text().strip() for field in fields)

    def refuse(self, refused: Refused) -> bool:
        """Say what was refused at its field; False for what belongs to none of them."""
        field: Field | None = self.backup if refused.code in AT_BACKUP else None
        field = self.folder if refused.code in AT_FOLDER else field
        field = self.password if refused.code == "sign_in_wrong" else field
        if field is None:
            return False
        field.set_error(sentence(refused))
        field.setFocus()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _forgive(self) -> None:
        self.password.set_error(None)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        self.login.set_label(_("User name"))
        self.password.set_label(_("Password when the backup was made"))


class OpenPage(StepPage):
    """`found` brings a folder to sign in to, `restored` a desk and its folder."""

    found = Signal(object)
    restored = Signal(object, object)

    def __init__(self, worker: Worker, doors: Doors, folder: Path, workstation: UUID) -> None:
        super().__init__(worker, Submit(_open, _restoring), _title, _lead)
        self._doors, self._workstation = doors, workstation
        self.kind, self.folder = Segments(), PathField(_folder_label)
        self.form = RestoreForm(folder)
        self.kind.changed.connect(self._on_kind)
        self.folder.changed.connect(self._on_changed)
        for field in (self.form.backup, self.form.folder):
            field.changed.connect(self._on_changed)
        for plain in (self.form.login, self.form.password):
            plain.edited.connect(self._on_changed)
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
        doors, workstation = self._doors, self._workstation
        backup, folder = _path(self.form.backup), _path(self.form.folder)
        login, password = self.form.login.text(), self.form.password.text()
        self.work(
            lambda: doors.restore(backup, folder, login, password, workstation),
            lambda desk: self.restored.emit(desk, folder),
        )

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


def _backup_label() -> str:
    return _("Backup")


def _backup_kinds() -> str:
    return _("Backups (*.zip);;All files (*)")


def _target_label() -> str:
    return _("Folder on this computer to put it into")


def _open() -> str:
    return _("Open")


def _restore() -> str:
    return _("Restore and sign in")


def _restoring() -> str:
    return _("Restoring and checking…")
