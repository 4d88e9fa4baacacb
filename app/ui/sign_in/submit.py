"""The filled button of a page: it shows that it works, and counts down while one has to wait."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.localization import _n
from app.ui.widgets.button import Button
from app.ui.widgets.key_cap import ENTER

PATIENCE_MS: Final = 100
Words = Callable[[], str]


class Submit(Button):
    """`idle` and `working` give its words in the language in use.

    It is enabled when the page is ready, nothing is under way and no wait is running.
    """

    def __init__(self, idle: Words, working: Words, parent: QWidget | None = None) -> None:
        super().__init__(filled=True, parent=parent)
        self._idle, self._working = idle, working
        self._ready, self.seconds, self.busy = True, 0, False
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.patience.timeout.connect(self._retranslate)
        self.second = QTimer(self, interval=1000)
        self.second.timeout.connect(self._count_down)
        self._retranslate()

    def set_words(self, idle: Words, working: Words) -> None:
        """Other words, for a page that can do two things."""
        self._idle, self._working = idle, working
        self._retranslate()

    def set_ready(self, ready: bool) -> None:
        """Whether the page is filled in."""
        self._ready = ready
        self._retranslate()

    def begin(self) -> None:
        """Work is under way; the words say so if it takes more than a moment."""
        self.busy = True
        self.patience.start()
        self._enable()

    def end(self) -> None:
        """Work is done."""
        self.busy = False
        self.patience.stop()
        self._retranslate()

    def wait(self, refused: Refused) -> None:
        """No try for as long as the refusal says, if it says so."""
        seconds = refused.values.get("seconds")
        if isinstance(seconds, int) and seconds > 0:
            self.seconds = seconds
            self.second.start()
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _count_down(self) -> None:
        self.seconds -= 1
        if self.seconds <= 0:
            self.second.stop()
        self._retranslate()

    def _retranslate(self) -> None:
        if self.seconds > 0:
            n = self.seconds
            self.set_texts(_n("Try again in {n} second", "Try again in {n} seconds", n))
        elif self.busy and not self.patience.isActive():
            self.set_texts(self._working())
        else:
            self.set_texts(self._idle(), ENTER)
        self._enable()

    def _enable(self) -> None:
        self.setEnabled(self._ready and not self.busy and self.seconds <= 0)
