"""A page of the sign-in window: its keys, its work on the worker, what it says when that fails."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.localization import _
from app.ui.sign_in.languages import Languages
from app.ui.sign_in.notice import Notice
from app.ui.sign_in.submit import Submit
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.worker import Worker

if TYPE_CHECKING:
    from app.ui.widgets.waiting_line import WaitingLine

T = TypeVar("T")


class Page(QWidget):
    """What all pages share. A page adds its widgets to `column`, which scrolls where it must.

    Enter does what the filled button does, Esc goes one step `back`, F1 helps; `left` by a button
    where there may be no step back.
    """

    back = Signal()
    left = Signal()
    help = Signal()
    language = Signal(str)

    def __init__(self, worker: Worker, submit: Submit) -> None:
        super().__init__()
        self.worker, self.submit = worker, submit
        self.languages, self.notice = Languages(), Notice()
        self.languages.changed.connect(self.language)
        self.body = QWidget()
        self.body.setProperty("page", True)
        self.column = QVBoxLayout(self.body)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.area = _scrolling(self.body)
        self.frame.addWidget(self.area, 1)
        submit.clicked.connect(self._submit)
        worker.broken.connect(self._on_broken)
        active().changed.connect(self._restyle)

    @cached_property
    def waiting(self) -> WaitingLine:
        """The sign that the page works, made when it first does."""
        from app.ui.widgets.waiting_line import WaitingLine

        return WaitingLine(self)

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.submit

    def start(self) -> None:
        """What the filled button does."""

    def work(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `job` on the worker, then `done`; meanwhile nothing else can be begun here."""

        def finished(value: T) -> None:
            self._end()
            done(value)

        def failed(refused: Refused) -> None:
            self._end()
            self.refuse(refused)

        self.submit.begin()
        self.waiting.start()
        self.notice.tell(None)
        self.set_free(False)
        self.worker.run(self, job, finished, failed)

    def set_free(self, free: bool) -> None:
        """Whether the ways out of the page are open."""

    def refuse(self, refused: Refused) -> None:
        """Say what was refused; a page says at the field what belongs to a field."""
        self.submit.wait(refused)
        if refused.code != "sign_in_wait":
            from app.words.sentences import sentence

            self._tell(lambda: sentence(refused))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and not self.submit.busy:
            self.back.emit()
        elif event.key() == Qt.Key.Key_F1 and not self.submit.busy:
            self.help.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _enter(self) -> None:
        """Enter on a button presses that one, anywhere else the filled one."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Button | Link) and not focused.isCheckable():
            focused.click()
        else:
            self.submit.click()

    def _submit(self) -> None:
        self.start()

    def _on_broken(self, report: str) -> None:
        if self.submit.busy:
            self._end()
            self._tell(lambda: _broken(report))

    def _tell(self, words: Callable[[], str]) -> None:
        """What went wrong stands at the top, which may have been scrolled away."""
        self.notice.tell(words)
        self.area.verticalScrollBar().setValue(0)

    def _end(self) -> None:
        self.submit.end()
        self.waiting.stop()
        self.set_free(True)

    def _restyle(self) -> None:
        """Measures that follow the text size."""

    def _retranslate(self) -> None:
        """All words of the page."""


def _broken(report: str) -> str:
    return _(
        "Something in the program went wrong. A report without personal data is in {report}",
        report=report,
    )


def _scrolling(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(body)
    return area
