"""The store is asked while one types, and the log hears of each search that came to rest."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import Refused
from app.domain.lookup import EVERYBODY, Only
from app.services import lookup
from app.services.lookup import Answer
from app.ui.runner import Runner

DELAY_MS: Final = 120
REST_MS: Final = 1500
Search = tuple[str, Only]


class Looking(QObject):
    """`asked` begins a question to the store, `found` carries its `Answer`, None for no question.

    A search is at rest when nothing was typed for a while, when a client is opened, or when the
    text goes. It is logged once, without its text. `failed` says that there is no answer.
    """

    asked = Signal()
    found = Signal(object)
    failed = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self.text, self.only = "", EVERYBODY
        self._asked: Search | None = None
        self._answered: Search | None = None
        self._logged: Search | None = None
        self.delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self.delay.timeout.connect(self._ask)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self.settle)

    @property
    def pending(self) -> bool:
        """Whether what stands there has no answer yet."""
        return bool(self.text) and self._answered != (self.text, self.only)

    def type(self, text: str) -> None:
        """Somebody types; the store is asked when the fingers rest."""
        self.text = text.strip()
        self.rest.stop()
        if not self.text:
            self.clear()
        elif self._asked != (self.text, self.only):
            self.delay.start()

    def narrow(self, only: Only) -> None:
        """Other clients are left out."""
        self.settle()
        self.only = only
        self.ask_now()

    def ask_now(self) -> None:
        """Do not wait for the fingers."""
        if self.text:
            self._ask()

    def clear(self) -> None:
        """There is no question any more."""
        self.settle()
        self.delay.stop()
        self.text, self._asked, self._answered, self._logged = "", None, None, None
        # What is on its way is overtaken.
        self._runner.read(self, lambda _unit: None, self.found.emit, ticket="lookup")

    def settle(self) -> None:
        """Log the search that was answered, unless that is done."""
        self.rest.stop()
        if self._answered is not None and self._answered != self._logged:
            self._logged = self._answered
            self._runner.read(self, lookup.settle, lambda _none: None)

    def _ask(self) -> None:
        self.delay.stop()
        text, only = asked = self.text, self.only
        self._asked = asked
        self.asked.emit()
        self._runner.read(
            self,
            lambda unit: lookup.look_up(unit, text, only=only),
            lambda answer: self._answer(asked, answer),
            self._refuse,
            ticket="lookup",
        )

    def _answer(self, asked: Search, answer: Answer) -> None:
        self._answered = asked
        self.rest.start()
        self.found.emit(answer)

    def _refuse(self, refused: Refused) -> None:
        self._asked = None
        self.failed.emit()
        self._runner.worker.refused.emit(refused)
