"""The start of the tab: one field, what was found, and the way to a new client."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lookup import Found
from app.localization import _, _n
from app.services.lookup import Answer
from app.ui.clients.lookup.hits import STEPS, Hits
from app.ui.clients.lookup.looking import Looking
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.field import Field
from app.ui.widgets.icon import Icon
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label
from app.ui.widgets.waiting_line import WaitingLine


class LookupCard(QFrame):
    """Typing searches; arrows and Enter reach the list while the keyboard stays in the field.

    `opened` carries the `Found` that a person chose, `new_wanted` what was searched for.
    """

    opened = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, runner: Runner, may_record: bool) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.looking = Looking(runner, self)
        self._answer: Answer | None = None
        self._searched, self._open_first, self._may_record = False, False, may_record
        self.field, self.count, self.logged = Field(), Label("help"), Label("help", "dim")
        self.eye, self.hits, self.empty = Icon("eye", size=0.8), Hits(), EmptyState()
        self.none, self.new = Label("body", "dim"), Button()
        self.waiting = WaitingLine(self)
        self._head, self._told, self._foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self.foot = QWidget()
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def searched(self) -> bool:
        """Whether something was looked for, so that a new client may be recorded."""
        return self._searched

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
        if self._searched:
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self.field.edit.installEventFilter(self)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.looking.asked.connect(self.waiting.start)
        self.looking.found.connect(self._show)
        self.looking.failed.connect(lambda _refused: self.waiting.stop())
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
        self._answer = answer
        self._searched = answer is not None
        self.hits.show_answer(answer)
        self._retranslate()
        if self._open_first and answer is not None:
            self._open_first = False
            self.hits.open_current()

    def _arrange(self) -> None:
        self.field.set_leading_icon("search")
        self.field.box.add_trailing(KeyCap("Ctrl F"))
        self._told.addWidget(self.count, 1)
        self._told.addWidget(self.eye)
        self._told.addWidget(self.logged)
        self._head.addWidget(self.field)
        self._head.addLayout(self._told)
        self._foot.addWidget(self.none, 1)
        self._foot.addWidget(self.new)
        self.foot.setLayout(self._foot)
        self.foot.setVisible(self._may_record)
        self.new.set_icon("user-plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(_line())
        column.addWidget(self.hits, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(_line())
        column.addWidget(self.foot)
        self.setFocusProxy(self.field)

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Name, birth date, number, telephone"))
        self.field.set_help(
            _("A name in any spelling or script, birth date, client number, telephone, Koto-AJ.")
        )
        self.count.setText(self._counted())
        self.logged.setText(_("the search is logged"))
        for widget in (self.eye, self.logged):
            widget.setVisible(self._answer is not None)
        found = self._answer is not None and bool(self._answer.found)
        self.hits.setVisible(found)
        self.empty.setVisible(not found)
        nobody = _("Nobody was found. Try another spelling, or the birth date.")
        first = _("Search first. A new client comes after that.")
        self.empty.set_texts(first if self._answer is None else nobody)
        self.none.setText(_("None of these?") if found else "")
        self.new.set_texts(_("New client"), "Ctrl N")
        self.new.setEnabled(self._searched)
        self.hits.retranslate()

    def _counted(self) -> str:
        if self._answer is None:
            return ""
        count = len(self._answer.found)
        if self._answer.more:
            return _("More than {n} hits", n=count)
        return _n("{n} hit", "{n} hits", count)

    def _restyle(self) -> None:
        theme = active()
        self._head.setContentsMargins(*(theme.space(n) for n in (12, 12, 12, 8)))
        self._head.setSpacing(theme.space(8))
        self._told.setSpacing(theme.space(6))
        self._foot.setContentsMargins(*(theme.space(n) for n in (14, 10, 12, 10)))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "across")
    return line
