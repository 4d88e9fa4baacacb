"""The record form: a new client, or one that is amended, in the place of the card."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.client import Client, ClientName
from app.domain.client_change import combined
from app.domain.errors import Refused
from app.domain.isolates import named
from app.localization import _
from app.services.amending import Clash
from app.ui.clients.record.filling import Draft, Filling, blank
from app.ui.clients.record.lists import Lists
from app.ui.clients.record.pieces import BLANK, Typed
from app.ui.clients.record.saving import Saving
from app.ui.clients.record.view import RecordView
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordForm(RecordView):
    """`recorded` carries the `Client`, `open_wanted` the id of a duplicate that was chosen.

    Leaving with something typed keeps it for Undo, which asks for the form again (`wanted`); the
    form itself keeps what is typed while other pages and tabs are in view.
    """

    recorded = Signal(object)
    closed = Signal()
    open_wanted = Signal(object)
    wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.runner)
        self.filling = Filling(workplace, self.pieces, self)
        self.saving = Saving(workplace, self)
        self._connect()
        self.retranslate()

    def begin_new(self, typed: str = "") -> None:
        """A new client; `typed` is what was looked for, of which the words are a name."""
        self.filling.put_away(_("Form put away"))
        self.filling.begin(blank(Typed(replace(BLANK, names=(_name_of(typed),)))))

    def begin_amend(self, client: Client) -> None:
        """A client who is in the store, as it was opened; what was typed about it stays."""
        if self.filling.is_typed() and self.filling.draft.id == client.id:
            return
        self.filling.put_away(_("Form put away"))
        typed = Typed(client.record)
        self.filling.begin(Draft(client.id, client, typed, typed))

    def leave(self) -> None:
        """One step back: from the choice to the form, from the form to what was there before."""
        if self.clash.clash is not None:
            self.end_clash()
            self.retranslate()
            self.pieces.names.begin(self.filling.seen is None)
        else:
            typed = self.filling.taken()
            self.filling.reset()
            self.closed.emit()
            # Only now, or the page that comes into view would hide what is told.
            self.filling.offer(_("Form left"), typed)

    def save(self) -> None:
        """Record what stands there, if it can be."""
        if self.saving.busy or not self.foot.save.isEnabled():
            return
        self.notice.tell(None)
        seen, clash = self.filling.seen, self.clash.clash
        if clash is not None:
            chosen = combined(clash.own, clash.now.record, self.clash.chosen())
            self.saving.amend(clash.now, chosen)
        elif seen is None:
            self.saving.record(self.pieces.record(), self.filling.draft.id)
        elif self.filling.is_typed():
            self.saving.amend(seen, self.pieces.record())
        else:
            self._done(seen)
        self.check()

    def check(self) -> None:
        """Show what is wrong and whether it can be saved."""
        wrong = self.pieces.check()
        reason = next(map(sentence, wrong.values()), "")
        if self.clash.clash is not None:
            reason = "" if self.clash.is_decided() else _("Choose in every line what stands.")
        able = self.filling.lists is not None and not reason and not self.saving.busy
        self.foot.say(reason, able)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts of the form itself."""
        seen = self.filling.seen
        name = named(seen.record.name) if seen else ""
        self.heading.setText(_("Amend {name}", name=name) if seen else _("New client"))
        self.lead.setText(
            _("Only what the desk needs: dates and references, no health, no conviction.")
        )
        back = _("Back to the form") if self.clash.clash else _("Leave")
        self.foot.set_texts(back, _("Save changes") if seen else _("Record client"))
        self.retranslate_rows()
        self.check()

    def _connect(self) -> None:
        self.filling.filled.connect(self._show)
        self.filling.wanted.connect(self.wanted)
        self.pieces.changed.connect(self._on_changed)
        self.clash.changed.connect(self.check)
        self.foot.saved.connect(self.save)
        self.foot.left.connect(self.leave)
        self.saving.saved.connect(self._done)
        self.saving.clashed.connect(self._ask)
        self.saving.refused.connect(self._refuse)

    def _show(self) -> None:
        self.notice.tell(None)
        self.end_clash()
        self.rows.show_row(self.pieces.municipality, not self.filling.hides)
        self.retranslate()
        self.order_stops()
        self.pieces.names.begin(self.filling.seen is None)

    def _on_changed(self) -> None:
        self.notice.tell(None)
        self.check()

    def _ask(self, clash: Clash) -> None:
        """Put the choice in the place of the form, once the names in both are known."""

        def show(lists: Lists) -> None:
            self.clash.ask(clash, lists.known())
            self.pages.setCurrentWidget(self.clash)
            self.retranslate()

        self.filling.read_lists((clash.own, clash.now.record), show)

    def _refuse(self, refused: Refused) -> None:
        if refused.code not in STORE:
            self.notice.tell(lambda: sentence(refused))
        self.check()

    def _done(self, client: Client) -> None:
        self.end_clash()
        self.filling.reset()
        self.recorded.emit(client)


def _name_of(text: str) -> ClientName:
    """What was looked for as a name: the last word is the family name."""
    words = [word for word in text.split() if not any(map(str.isdigit, word))]
    return ClientName(" ".join(words[:-1]) or "".join(words), words[-1] if len(words) > 1 else "")
