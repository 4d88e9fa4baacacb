"""The start of the tab: typing asks the store, what was found can be opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.lookup import EVERYBODY, Found
from app.services.lookup import Answer
from app.services.unit import Changes
from app.ui.clients.lookup.hits import STEPS
from app.ui.clients.lookup.looking import Looking
from app.ui.clients.lookup.view import LookupView
from app.ui.runner import Runner


class LookupCard(LookupView):
    """Arrows and Enter reach the list while the keyboard stays in the field.

    `opened` carries the `Found` that a person chose, `new_wanted` what was searched for.
    """

    opened = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, runner: Runner, may_record: bool) -> None:
        super().__init__(runner, may_record)
        self.looking = Looking(runner, self)
        self._shown, self._open_first, self._stale = "", False, False
        self._connect()
        runner.changed.connect(self._on_changed)

    @property
    def searched(self) -> bool:
        """Whether something was looked for, so that a new client may be recorded."""
        return self.answer is not None

    def read(self, location: str) -> None:
        """What there is to narrow by at a location, and who is found now."""
        if self._may_record:
            self.filters.read(location)
        if self._stale:
            self._ask_anew()

    def begin(self) -> None:
        """The keyboard in the search, with what is typed there ready to be replaced."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def clear(self) -> None:
        """Nothing is searched for."""
        self.field.set_text("")
        self._open_first = False
        self.looking.clear()

    def wish_new(self) -> None:
        """A new client, with what was searched for."""
        if self.searched:
            self.looking.settle()
            self.new_wanted.emit(self.field.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that mean the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (step := STEPS.get(Qt.Key(event.key()))) is not None:
                self.hits.move_by(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.field.edit.installEventFilter(self)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.looking.asked.connect(self.waiting.start)
        self.looking.found.connect(self._show)
        self.looking.failed.connect(self._fail)
        self.filters.changed.connect(lambda: self.looking.narrow(self.filters.only))
        self.empty.acted.connect(self._search_everybody)
        self.hits.opened.connect(self._open)
        self.new.clicked.connect(self.wish_new)

    def _on_edited(self, text: str) -> None:
        self._open_first = False
        self.looking.type(text)

    def _on_entered(self) -> None:
        """Open the one at hand; where its answer is not there yet, then."""
        self._open_first = self.looking.pending
        if self._open_first:
            self.looking.ask_now()
        else:
            self.hits.open_current()

    def _open(self, found: Found) -> None:
        self.looking.settle()
        self.opened.emit(found)

    def _show(self, answer: Answer | None) -> None:
        self.waiting.stop()
        self.show_answer(answer, keep=self._shown == self.looking.text)
        self._shown = self.looking.text
        if self._open_first and answer is not None:
            self._open_first = False
            self.hits.open_current()

    def _fail(self) -> None:
        self.waiting.stop()
        self._open_first = False

    def _search_everybody(self) -> None:
        self.filters.clear()
        self.looking.narrow(EVERYBODY)

    def _on_changed(self, changes: Changes, _author: object) -> None:
        """Names may be others now, and somebody may not be known any more."""
        if changes & Changes.CLIENTS:
            self._stale = True
            if self.isVisible():
                self._ask_anew()

    def _ask_anew(self) -> None:
        self._stale = False
        if self.searched:
            self.looking.ask_now()
