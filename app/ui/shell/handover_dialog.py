"""What handing over and taking in look like: the file, how it goes, what failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.runner import Runner
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.waiting_line import WaitingLine
from app.words.sentences import sentence


class HandoverDialog(QDialog):
    """Works on a file, asking first what it needs, as a password; shown with `open()`.

    Whoever is one puts its fields into `content`, and says what is done and what then. While it
    works it stays open, and where it failed it says why and can be asked again.
    """

    def __init__(self, runner: Runner, path: Path, submit: Submit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.runner, self.path = runner, path
        self.name, self.words = Label("strong", wraps=True), Label("help", "dim", wraps=True)
        self.failure, self.waiting = Banner("danger"), WaitingLine(self)
        self._why: Refused | None = None
        self.failure.hide()
        self.leave, self.submit = Button(), submit
        self._column, self.content, self._foot = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._arrange()
        self.leave.clicked.connect(self.reject)
        submit.clicked.connect(self.start)

    def job(self) -> Callable[[], Any]:
        """What the worker is to do, with what is typed by now."""
        raise NotImplementedError

    def done_with(self, answer: Any) -> None:
        """What follows when it is done."""
        raise NotImplementedError

    def failed_words(self) -> str:
        """What did not happen when it failed."""
        raise NotImplementedError

    def start(self) -> None:
        """Do it, on the worker: what is recorded meanwhile comes after it."""
        if not self.submit.isEnabled():
            return
        self._why = None
        self.failure.hide()
        self._set_busy(True)
        self.runner.worker.run(self, self.job(), self._done, self.refused, broke=self.refused)

    def stop(self) -> None:
        """Esc while it works: what can be ended ends."""

    def reject(self) -> None:
        """Esc and Close; not while it works."""
        if self.submit.busy:
            self.stop()
        else:
            super().reject()

    def refused(self, refused: Refused) -> None:
        """It was not done."""
        self._set_busy(False)
        self._why = refused
        self._retranslate()
        self.failure.show()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def fit(self) -> None:
        """As high as what is in it."""
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _arrange(self) -> None:
        theme = active()
        for widget in (self.name, self.words):
            self._column.addWidget(widget)
        self._column.addLayout(self.content)
        self._column.addWidget(self.failure)
        self._column.addStretch(1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave)
        self._foot.addWidget(self.submit)
        self._column.addLayout(self._foot)
        self._column.setContentsMargins(*(theme.space(20),) * 4)
        self._column.setSpacing(theme.space(12))
        self.content.setSpacing(theme.space(8))
        self._foot.setSpacing(theme.space(8))
        self.setMinimumWidth(min(theme.chars(64), self.screen().availableGeometry().width()))

    def _set_busy(self, busy: bool) -> None:
        self.leave.setEnabled(not busy)
        if busy:
            self.submit.begin()
            self.waiting.start()
        else:
            self.submit.end()
            self.waiting.stop()

    def _done(self, answer: Any) -> None:
        self._set_busy(False)
        self.done_with(answer)

    def _retranslate(self) -> None:
        self.name.setText(self.path.name)
        if self._why is not None:
            self.failure.set_content(self.failed_words(), sentence(self._why))
        self.leave.set_texts(_("Close"), "Esc")
