"""Taking clients of a table in from the window: looked at first, then taken, then told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import Refused
from app.domain.table_lines import Came
from app.localization import _
from app.services.client_import import Imported, import_clients, write_report
from app.services.unit import Changes
from app.ui.run import Run
from app.ui.runner import Runner
from app.ui.shell.handover_dialog import HandoverDialog
from app.ui.shell.import_report import ImportReport
from app.ui.shell.import_undo import offer_undo
from app.ui.shell.undo import Undo
from app.ui.sign_in.submit import Submit
from app.ui.widgets.label import Label
from app.ui.widgets.progress_line import ProgressLine
from app.words.client_import import report_head, report_rows
from app.words.sentences import sentence

REPORT: Final = "kotoportti-import.csv"


class ImportDialog(HandoverDialog):
    """Looks through the table at `source` by itself; what it says is then taken in, or not.

    It can be ended on the way, and begun again. `told` brings home how far it is, `made` carries
    what was taken in.
    """

    told = Signal(int, int)
    made = Signal(object)

    def __init__(self, runner: Runner, source: Path, parent: QWidget) -> None:
        super().__init__(runner, source, Submit(_look, _looking), parent)
        self.report, self.saved = ImportReport(), Label("help", "dim", wraps=True)
        self.line = ProgressLine(_looking)
        self._run: Run | None = None
        self._imported: Imported | None = None
        self._dry, self._some = True, False
        for widget in (self.line, self.report, self.saved):
            self.content.addWidget(widget)
        self.saved.hide()
        self.line.cancelled.connect(self.stop)
        self.told.connect(self._on_told)
        self.report.left_out.acted.connect(self._ask_where)
        self._retranslate()

    def job(self) -> Callable[[], Imported]:
        for widget in (self.report, self.saved):
            widget.hide()
        self._imported, self._some = None, False
        self.line.set_says(_looking if self._dry else _taking)
        desk, source, dry = self.runner.desk, self.path, self._dry
        run = self._run = Run(self.told.emit)
        return lambda: import_clients(desk, source, dry=dry, progress=run.tell_or_end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    def done_with(self, answer: Imported) -> None:
        self._imported = answer
        self.line.hide()
        if not answer.dry and answer.stopped is None:
            self.submit.set_ready(False)
            self.submit.hide()
        elif answer.dry and answer.stopped is None:
            self._dry = False
            self.submit.set_words(_take, _taking)
            self.submit.set_ready(answer.came[Came.NEW] > 0)
        self._retranslate()
        (self.submit if self.submit.isEnabled() else self.leave).setFocus()
        self.fit()
        if answer.new:
            self.runner.changed.emit(Changes.CLIENTS, self)
            self.made.emit(answer)

    def refused(self, refused: Refused) -> None:
        self.line.hide()
        super().refused(refused)
        if self._some:
            self.runner.changed.emit(Changes.CLIENTS, self)

    def failed_words(self) -> str:
        if self._some:
            return _("Only some clients were taken in.")
        return _("Nobody was taken in.")

    def save(self, to: Path) -> None:
        """Write the whole report into a file."""
        imported = self._imported
        if imported is None:
            return
        head, rows = report_head(), list(report_rows(imported.told, dry=imported.dry))
        self.runner.worker.run(
            self,
            lambda: write_report(to, head, rows),
            lambda _nothing: self._tell_saved(_("Saved {name}", name=to.name)),
            self._not_saved,
        )

    def _not_saved(self, refused: Refused) -> None:
        self._tell_saved(sentence(refused))

    def _tell_saved(self, words: str) -> None:
        self.saved.setText(words)
        self.saved.show()
        self.fit()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save the report"), _documents(), "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(REPORT)
        dialog.accepted.connect(lambda: self.save(Path(dialog.selectedFiles()[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_told(self, done: int, whole: int) -> None:
        self._some = bool(done) and not self._dry
        first = self.line.isHidden()
        self.line.show_progress(done, whole)
        if first:
            self.fit()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(_("Import clients"))
        self.words.setText(
            _(
                "Who is here already stays as recorded. A line that cannot be taken is left out, "
                "all others come in whole."
            )
        )
        if self._imported is not None:
            self.report.tell(self._imported)


def ask_which(runner: Runner, undo: Undo, parent: QWidget) -> None:
    """Ask for a table of clients and look through it."""
    kinds = _("Tables (*.csv *.xlsx);;All files (*)")
    dialog = QFileDialog(parent, _("Import clients"), _documents(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.accepted.connect(lambda: _open(runner, undo, Path(dialog.selectedFiles()[0]), parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(runner: Runner, undo: Undo, source: Path, parent: QWidget) -> None:
    dialog = ImportDialog(runner, source, parent)
    dialog.made.connect(partial(offer_undo, runner, undo))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    dialog.start()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _look() -> str:
    return _("Look again")


def _looking() -> str:
    return _("Looking through the lines")


def _take() -> str:
    return _("Take in")


def _taking() -> str:
    return _("Taking in the clients")
