"""Taking in the visits of a hand-over file from the window, and the report of what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import Refused
from app.handover_words import came_words
from app.localization import _, _n
from app.sentences import sentence
from app.services.handover import TakenIn, take_in
from app.services.unit import Changes
from app.ui.runner import Runner
from app.ui.shell.hand_over import file_kinds
from app.ui.shell.handover_dialog import HandoverDialog
from app.ui.sign_in.submit import Submit
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.password_field import PasswordField


class TakeInDialog(HandoverDialog):
    """Takes in the visits of the file at `source`; then it says what came and what did not."""

    def __init__(self, runner: Runner, source: Path, parent: QWidget) -> None:
        super().__init__(runner, source, Submit(_go, _going), parent)
        self.password, self.report = PasswordField(), Label(wraps=True)
        self.left_out = Banner("warning")
        self._taken: TakenIn | None = None
        for widget in (self.password, self.report, self.left_out):
            self.content.addWidget(widget)
        self.report.hide()
        self.left_out.hide()
        self.password.edited.connect(self._on_edited)
        self.password.entered.connect(self.start)
        self._retranslate()
        self._on_edited()
        self.password.setFocus()

    def job(self) -> Callable[[], TakenIn]:
        desk, source, password = self.runner.desk, self.path, self.password.text()
        return lambda: take_in(desk, source, password)

    def done_with(self, answer: TakenIn) -> None:
        self._taken = answer
        for widget in (self.password, self.submit, self.words):
            widget.hide()
        self.report.show()
        self.left_out.setVisible(bool(answer.not_taken))
        self._retranslate()
        self.leave.setFocus()
        self.fit()
        if answer.changed:
            self.runner.changed.emit(Changes.VISITS, self)

    def refused(self, refused: Refused) -> None:
        super().refused(refused)
        if refused.code == "handover_wrong_password":
            self.password.setFocus()
            self.password.edit.selectAll()

    def failed_words(self) -> str:
        return _("Nothing was taken in.")

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
        if not taken.changed:
            lines.append(_("Nothing has changed."))
        self.report.setText("\n".join(lines))
        number = sum(one.visits for one in taken.not_taken)
        fact = _n("{n} visit was not taken in.", "{n} visits were not taken in.", number)
        reasons = [f"{_visits(one.visits)}: {sentence(one.refused)}" for one in taken.not_taken]
        self.left_out.set_content(fact, "\n".join(reasons))


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
