"""Taking in the visits of a hand-over file from the window, and the report of what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import Refused
from app.localization import _, _n
from app.services.handover import TakenIn, take_in
from app.services.unit import Changes
from app.ui.run import Run
from app.ui.runner import Runner
from app.ui.shell.hand_over import file_kinds
from app.ui.shell.handover_dialog import HandoverDialog
from app.ui.sign_in.submit import Submit
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.progress_line import ProgressLine
from app.words.handover import came_words, stopped_words
from app.words.sentences import sentence


class TakeInDialog(HandoverDialog):
    """Takes in the visits of the file at `source`; then it says what came and what did not.

    It can be ended on the way, and begun again. `checked` and `told` bring home how far it is.
    """

    checked = Signal(int, int)
    told = Signal(int, int)

    def __init__(self, runner: Runner, source: Path, parent: QWidget) -> None:
        super().__init__(runner, source, Submit(_go, _going), parent)
        self.password, self.report = PasswordField(), Label(wraps=True)
        self.left_out, self.stopped = Banner("warning"), Banner("warning")
        self.line = ProgressLine(_checking)
        self._runs: tuple[Run, ...] = ()
        self._taken: TakenIn | None = None
        self._some = False
        for widget in (self.password, self.line, self.report, self.left_out, self.stopped):
            self.content.addWidget(widget)
        self._forget_report()
        self.password.edited.connect(self._on_edited)
        self.password.entered.connect(self.start)
        self.line.cancelled.connect(self.stop)
        self.checked.connect(self._on_checked)
        self.told.connect(self._on_told)
        self._retranslate()
        self._on_edited()
        self.password.setFocus()

    def job(self) -> Callable[[], TakenIn]:
        self._forget_report()
        desk, source, password = self.runner.desk, self.path, self.password.text()
        self._runs = checking, taking = Run(self.checked.emit), Run(self.told.emit)
        return lambda: take_in(desk, source, password, taking.tell_or_end, checking.tell_or_end)

    def stop(self) -> None:
        for run in self._runs:
            run.stop()

    def done_with(self, answer: TakenIn) -> None:
        self._taken = answer
        self.line.hide()
        self.report.show()
        self.left_out.setVisible(bool(answer.not_taken))
        self.stopped.setVisible(answer.stopped is not None)
        if answer.stopped is None:
            for widget in (self.password, self.submit, self.words):
                widget.hide()
        self._retranslate()
        self.leave.setFocus()
        self.fit()
        if answer.changed:
            self.runner.changed.emit(Changes.VISITS, self)

    def refused(self, refused: Refused) -> None:
        self.line.hide()
        super().refused(refused)
        if refused.code == "handover_wrong_password":
            self.password.setFocus()
            self.password.edit.selectAll()
        if self._some:
            self.runner.changed.emit(Changes.VISITS, self)

    def failed_words(self) -> str:
        return _("Only some visits were taken in.") if self._some else _("Nothing was taken in.")

    def _forget_report(self) -> None:
        self._taken, self._some = None, False
        for widget in (self.report, self.left_out, self.stopped):
            widget.hide()

    def _on_checked(self, done: int, whole: int) -> None:
        self._show_progress(_checking, done, whole)

    def _on_told(self, done: int, whole: int) -> None:
        self._some = True
        self._show_progress(_taking, done, whole)

    def _show_progress(self, says: Callable[[], str], done: int, whole: int) -> None:
        first = self.line.isHidden()
        self.line.set_says(says)
        self.line.show_progress(done, whole)
        if first:
            self.fit()

    def _on_edited(self) -> None:
        self.submit.set_ready(bool(self.password.text()))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(_("Take in visits"))
        self.words.setText(
            _(
                "Visits that are here already do not come twice; what was amended or voided "
                "since is followed."
            )
        )
        self.password.set_label(_("Agreed password"))
        if self._taken is not None:
            self._tell(self._taken)

    def _tell(self, taken: TakenIn) -> None:
        lines = [
            _("{what}: {amount}", what=words, amount=_visits(taken.came[came]))
            for came, words in came_words().items()
            if taken.came[came]
        ]
        if not taken.changed and taken.stopped is None:
            lines.append(_("Nothing has changed."))
        self.report.setText("\n".join(lines))
        number = sum(one.visits for one in taken.not_taken)
        fact = _n("{n} visit was not taken in.", "{n} visits were not taken in.", number)
        reasons = [f"{_visits(one.visits)}: {sentence(one.refused)}" for one in taken.not_taken]
        self.left_out.set_content(fact, "\n".join(reasons))
        if taken.stopped is not None:
            self.stopped.set_content(*stopped_words(taken.done, taken.visits, taken.stopped))


def ask_which(runner: Runner, parent: QWidget) -> None:
    """Ask for a hand-over file and take it in."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Take in visits"), documents, file_kinds())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.accepted.connect(lambda: _open(runner, Path(dialog.selectedFiles()[0]), parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(runner: Runner, source: Path, parent: QWidget) -> None:
    dialog = TakeInDialog(runner, source, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _visits(n: int) -> str:
    return _n("{n} visit", "{n} visits", n)


def _go() -> str:
    return _("Take in")


def _going() -> str:
    return _("Taking in…")


def _checking() -> str:
    return _("Checking the file")


def _taking() -> str:
    return _("Taking in the visits")
