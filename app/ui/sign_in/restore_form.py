"""A backup to put into a folder, and what opens it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.path_field import PathField
from app.ui.sign_in.rules import code_problem, is_code
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segments import Segments, SegmentText
from app.words.sentences import sentence

AT_BACKUP = frozenset({"not_a_backup", "backup_damaged", "schema_newer"})
AT_FOLDER = frozenset({"network_drive", "folder_read_only", "file_exists"})
AT_CODE = frozenset({"recovery_wrong", "recovery_mistyped"})


class RestoreForm(QWidget):
    """User name and password that were good when the backup was made, or the recovery code.

    With the code goes a new password. `changed` with every change by hand.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = PathField(_backup_label, _backup_kinds)
        self.folder = PathField(_target_label)
        self.folder.set_text(str(folder))
        self.opener = Segments()
        self.login, self.password = Field(), PasswordField()
        self.code, self.new = Field(), NewPassword()
        self.login.set_leading_icon("user")
        for field in (self.password, self.code):
            field.set_leading_icon("key-round")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.backup, self.folder, self.opener, *self._by_password(), *self._by_code()):
            self._column.addWidget(part)
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self._show_opener()

    def by_code(self) -> bool:
        """Whether the recovery code opens the backup."""
        return self.opener.current() == "code"

    def is_filled(self) -> bool:
        """Whether all is there that can be tried."""
        paths = self.backup.text().strip() and self.folder.text().strip()
        if self.by_code():
            return bool(paths) and is_code(self.code.text()) and self.new.is_right()
        return bool(paths and self.login.text().strip() and self.password.text())

    def refuse(self, refused: Refused) -> bool:
        """Say what was refused at its field; False for what belongs to none of them."""
        field: Field | None = self.backup if refused.code in AT_BACKUP else None
        field = self.folder if refused.code in AT_FOLDER else field
        field = self.code if refused.code in AT_CODE else field
        field = self.password if refused.code == "sign_in_wrong" else field
        if field is None:
            return False
        field.set_error(sentence(refused))
        field.setFocus()
        return True

    def clear(self) -> None:
        """Forget what is secret."""
        for field in (self.password, self.code):
            field.edit.clear()
        self.new.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _by_password(self) -> tuple[QWidget, ...]:
        return self.login, self.password

    def _by_code(self) -> tuple[QWidget, ...]:
        return self.code, self.new

    def _connect(self) -> None:
        self.opener.changed.connect(self._show_opener)
        for path in (self.backup, self.folder):
            path.changed.connect(self.changed)
        for field in (self.login, self.password):
            field.edited.connect(self._forgive)
        self.code.edited.connect(self._on_code)
        self.new.changed.connect(self.changed)

    def _show_opener(self) -> None:
        for part in self._by_password():
            part.setVisible(not self.by_code())
        for part in self._by_code():
            part.setVisible(self.by_code())
        self.changed.emit()

    def _forgive(self) -> None:
        self.password.set_error(None)
        self.changed.emit()

    def _on_code(self, typed: str) -> None:
        self.code.set_error(code_problem(typed) or None)
        self.changed.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        self.opener.setAccessibleName(_("What opens the backup"))
        self.opener.set_items(
            [
                SegmentText("password", _("A password"), "user"),
                SegmentText("code", _("The recovery code"), "key-round"),
            ]
        )
        self.login.set_label(_("User name"))
        self.password.set_label(_("Password when the backup was made"))
        self.code.set_label(_("Recovery code from the paper"))
        self.code.set_help(_("Capitals, spaces and hyphens make no difference."))
        self.code.set_error(code_problem(self.code.text()) or None)


def _backup_label() -> str:
    return _("Backup")


def _backup_kinds() -> str:
    return _("Backups (*.zip);;All files (*)")


def _target_label() -> str:
    return _("Folder on this computer to put it into")
