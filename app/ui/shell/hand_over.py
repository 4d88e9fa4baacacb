"""Handing visits over from the window: where to, under which password, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.days import local_day
from app.localization import _, _n, current
from app.services.handover import HandedOver, hand_over
from app.ui.runner import Runner
from app.ui.shell.handover_dialog import HandoverDialog
from app.ui.shell.undo import Undo
from app.ui.sign_in.new_password import NewPassword
from app.ui.sign_in.submit import Submit

SUFFIX = "kpv"


class AgreedPassword(NewPassword):
    """The password that both sides agree, typed twice; the help below may have several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for field in (self.first, self.again):
            self._row.setAlignment(field, Qt.AlignmentFlag.AlignTop)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.first.set_label(_("Agreed password"))


class HandOverDialog(HandoverDialog):
    """Hands all visits over in the file at `to` and closes; `made` carries what is in it."""

    made = Signal(object)

    def __init__(self, runner: Runner, to: Path, parent: QWidget) -> None:
        super().__init__(runner, to, Submit(_go, _going), parent)
        self.password = AgreedPassword()
        self.content.addWidget(self.password)
        self.password.changed.connect(self._check)
        for field in (self.password.first, self.password.again):
            field.entered.connect(self.start)
        self._retranslate()
        self._check()
        self.password.setFocus()

    def job(self) -> Callable[[], HandedOver]:
        desk, to, password = self.runner.desk, self.path, self.password.text()
        return lambda: hand_over(desk, to, password)

    def done_with(self, answer: HandedOver) -> None:
        self.made.emit(answer)
        self.accept()

    def failed_words(self) -> str:
        return _("Nothing was handed over.")

    def _check(self) -> None:
        self.submit.set_ready(self.password.is_right())

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(_("Hand over visits"))
        self.words.setText(
            _(
                "All visits go into this file, encrypted, without notes and names. Whoever takes "
                "them in needs the password: agree it by telephone, never beside the file."
            )
        )


def ask_where(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """Ask for a place and hand over there; the name that is offered holds only the day."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Hand over visits"), documents, file_kinds())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(f"kotoportti-{local_day(runner.desk.clock()).isoformat()}.{SUFFIX}")
    dialog.accepted.connect(lambda: _open(runner, undo, Path(dialog.selectedFiles()[0]), parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def file_kinds() -> str:
    """What a file dialog offers."""
    return _("Hand-over files (*.kpv);;All files (*)")


def _open(runner: Runner, undo: Undo, to: Path, parent: QWidget) -> None:
    dialog = HandOverDialog(runner, to, parent)
    dialog.made.connect(lambda made: undo.tell(_("Visits handed over"), _told(made, to)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _told(made: HandedOver, to: Path) -> str:
    return current().listing((_n("{n} visit", "{n} visits", made.visits), to.name))


def _go() -> str:
    return _("Hand over")


def _going() -> str:
    return _("Handing over…")
