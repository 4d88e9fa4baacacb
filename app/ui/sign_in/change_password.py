"""Another password for the person signed in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.notice import Notice
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.password_field import PasswordField
from app.ui.worker import Worker
from app.words.sentences import sentence


class ChangePasswordDialog(QDialog):
    """`change` takes the old and the new password and runs on the worker; shown with `open()`.

    `changed` when it is done; the dialog then closes by itself.
    """

    changed = Signal()

    def __init__(self, worker: Worker, change: Callable[[str, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._worker, self._change = worker, change
        self.notice, self.old, self.new = Notice(), PasswordField(), NewPassword()
        self.cancel, self.submit = Button(), Submit(_change, _changing)
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        self._arrange()
        self.old.edited.connect(self._on_edited)
        self.new.changed.connect(self._on_changed)
        self.cancel.clicked.connect(self.reject)
        self.submit.clicked.connect(self._start)
        self.submit.setDefault(True)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self._on_changed()

    def reject(self) -> None:
        """Esc and Cancel; not while the password is being changed."""
        if not self.submit.busy:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        for widget in (self.notice, self.old, self.new):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.submit)
        self._column.addLayout(self._foot)

    def _start(self) -> None:
        old, new = self.old.text(), self.new.text()
        self.submit.begin()
        self.notice.tell(None)
        self._worker.run(self, lambda: self._change(old, new), self._done, self._refused)

    def _done(self, _nothing: None) -> None:
        self.submit.end()
        self.changed.emit()
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.submit.end()
        self.submit.wait(refused)
        if refused.code == "sign_in_wrong":
            self.old.set_error(_wrong())
            self.old.setFocus()
        elif refused.code != "sign_in_wait":
            self.notice.tell(lambda: sentence(refused))

    def _on_edited(self) -> None:
        self.old.set_error(None)
        self._on_changed()

    def _on_changed(self) -> None:
        self.submit.set_ready(bool(self.old.text()) and self.new.is_right())

    def _restyle(self) -> None:
        theme = active()
        side = theme.space(20)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(14))
        self._foot.setSpacing(theme.space(8))
        self.setMinimumWidth(min(theme.chars(64), self.screen().availableGeometry().width()))

    def _retranslate(self) -> None:
        self.setWindowTitle(_("Change password"))
        self.old.set_label(_("Password until now"))
        if self.old.error():
            self.old.set_error(_wrong())
        self.cancel.set_texts(_("Cancel"), "Esc")


def _wrong() -> str:
    return _("This is not your password.")


def _change() -> str:
    return _("Change the password")


def _changing() -> str:
    return _("Changing the password…")
