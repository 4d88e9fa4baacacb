"""A backup from the window: where to, how it goes, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.days import local_day
from app.domain.errors import Refused
from app.localization import _, _n, current
from app.services.backup import back_up
from app.services.unit import Changes
from app.store.backup_file import About
from app.ui.runner import Runner
from app.ui.shell.undo import Undo
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.waiting_line import WaitingLine
from app.words.sentences import sentence


class BackUpDialog(QDialog):
    """Makes a backup at `to` and closes when it is proved; `made` carries what it holds.

    Until then it stays open, and where none could be made it says why; `elsewhere` wants to choose
    another place.
    """

    made = Signal(object)
    elsewhere = Signal()

    def __init__(self, runner: Runner, to: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._runner, self._to, self.busy = runner, to, False
        self.name, self.words = Label("strong"), Label("help", "dim", wraps=True)
        self.failure, self.waiting = Banner("danger"), WaitingLine(self)
        self._why: Callable[[], str] | None = None
        self.failure.hide()
        self.leave, self.other = Button(), Button(filled=True)
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        self._arrange()
        self.leave.clicked.connect(self.reject)
        self.other.clicked.connect(self._go_elsewhere)
        runner.worker.broken.connect(self._on_broken)
        self._retranslate()

    def start(self) -> None:
        """Make it, on the worker: what is recorded meanwhile comes after it."""
        desk, to = self._runner.desk, self._to
        self._set_busy(True)
        self._runner.worker.run(self, lambda: back_up(desk, to), self._done, self._refused)

    def reject(self) -> None:
        """Esc and Close; not while the backup is made."""
        if not self.busy:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        theme = active()
        for widget in (self.name, self.words, self.failure):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave)
        self._foot.addWidget(self.other)
        self._column.addLayout(self._foot)
        self._column.setContentsMargins(*(theme.space(20),) * 4)
        self._column.setSpacing(theme.space(12))
        self._foot.setSpacing(theme.space(8))
        self.setMinimumWidth(min(theme.chars(64), self.screen().availableGeometry().width()))

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.leave.setEnabled(not busy)
        self.other.setVisible(not busy)
        self.words.setVisible(busy)
        if busy:
            self.waiting.start()
        else:
            self.waiting.stop()

    def _done(self, about: About) -> None:
        self._set_busy(False)
        self._runner.changed.emit(Changes.SETTINGS, self)
        self.made.emit(about)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._fail(partial(sentence, refused))

    def _on_broken(self, report: str) -> None:
        if self.busy:
            self._fail(lambda: _("Something went wrong. A report is in {path}", path=report))

    def _fail(self, why: Callable[[], str]) -> None:
        self._set_busy(False)
        self._why = why
        self._retranslate()
        self.failure.show()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.other.setFocus()

    def _go_elsewhere(self) -> None:
        self.accept()
        self.elsewhere.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(_("Back up"))
        self.name.setText(self._to.name)
        self.words.setText(_("A copy is made, opened again and counted."))
        if self._why is not None:
            self.failure.set_content(_("No backup was made."), self._why())
        self.leave.set_texts(_("Close"), "Esc")
        self.other.set_texts(_("Another place…"))


def ask_where(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """Ask for a place and make a backup there; the name that is offered holds only the day."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Back up"), documents, _("Backups (*.zip);;All files (*)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("zip")
    dialog.selectFile(f"kotoportti-{local_day(runner.desk.clock()).isoformat()}.zip")
    dialog.accepted.connect(lambda: _make(runner, undo, Path(dialog.selectedFiles()[0]), parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _make(runner: Runner, undo: Undo, to: Path, parent: QWidget) -> None:
    dialog = BackUpDialog(runner, to, parent)
    dialog.made.connect(lambda about: undo.tell(_("Backup made and checked"), _told(about, to)))
    dialog.elsewhere.connect(lambda: ask_where(runner, undo, parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.start()


def _told(about: About, to: Path) -> str:
    visits = _n("{n} visit", "{n} visits", about.counts.visits)
    return current().listing((visits, to.name))
