"""The lookup in place: a field and the clients it finds, over the form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.lookup import Found
from app.localization import _
from app.services.lookup import Answer
from app.ui.clients.lookup.hits import STEPS, Hits
from app.ui.clients.lookup.looking import Looking
from app.ui.clients.lookup.rows import TWO_LINES
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.ui.widgets.label import Label
from app.ui.widgets.popup import Popup

ROWS: Final = 5
WIDE_CHARS: Final = 56


class LinkPopup(Popup):
    """Typing searches; arrows and Enter reach the list. `picked` carries the `Found` chosen."""

    picked = Signal(object)

    def __init__(self, owner: QWidget, runner: Runner) -> None:
        super().__init__(owner)
        self.field, self.told, self.hits = Field(), Label("help", "dim", wraps=True), Hits()
        self.looking = Looking(runner, self)
        self._answer: Answer | None = None
        self._take_first = False
        for widget in (self.field, self.told, self.hits):
            self.column.addWidget(widget)
        self.field.set_leading_icon("search")
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.edit.installEventFilter(self)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.looking.found.connect(self._show)
        self.hits.opened.connect(self._take)
        self.closed.connect(self._forget)

    def open(self, anchor: QWidget) -> None:
        """Show it over the form, with the keyboard in its field."""
        self.field.set_text("")
        self._show(None)
        self.show_under(anchor, WIDE_CHARS)
        self.field.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the keyboard stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.hits.move_by(step)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _forget(self) -> None:
        self._take_first = False
        self.looking.clear()

    def _on_edited(self, text: str) -> None:
        self._take_first = False
        self.looking.type(text)

    def _on_entered(self) -> None:
        """Take the one at hand; where its answer is not there yet, then."""
        self._take_first = self.looking.pending
        if self._take_first:
            self.looking.ask_now()
        else:
            self.hits.open_current()

    def _take(self, found: Found) -> None:
        self.looking.settle()
        self.hide()
        self.picked.emit(found)

    def _show(self, answer: Answer | None) -> None:
        self._answer = answer
        self.hits.show_answer(answer)
        # The same height whatever is found, so that the field stays where the eye is.
        self.hits.setFixedHeight(active().units(TWO_LINES) * ROWS + active().space(2))
        self._retranslate()
        self.fit()
        if self._take_first and answer is not None:
            self._take_first = False
            self.hits.open_current()

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Name, birth date, number, telephone"))
        self.hits.retranslate()
        if self._answer is None:
            self.told.setText(_("Only where the client agrees, or a task asks for it."))
        elif self._answer.found:
            self.told.setText(_("the search is logged"))
        else:
            self.told.setText(
                _("Nobody was found. Try another spelling, or record without a name.")
            )
