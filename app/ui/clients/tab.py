"""The Clients tab: it joins the lookup, the card and what else is done with a client."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.client import Client, Glance, Why
from app.domain.errors import Refused
from app.domain.lookup import Found
from app.domain.roles import Right, rights_of
from app.localization import N_
from app.ui.action import Action
from app.ui.clients.card import ClientCard
from app.ui.clients.columns import Columns
from app.ui.clients.duplicates.shared import SharedNotice
from app.ui.clients.following import Following, Held
from app.ui.clients.glance import GlanceCard
from app.ui.clients.lookup.card import LookupCard
from app.ui.clients.merging.joining import Joining
from app.ui.clients.opening import Opening
from app.ui.clients.pages import Pages
from app.ui.clients.protection.ending import EndingNotice
from app.ui.clients.reason import ReasonQuestion
from app.ui.clients.recording import Recording
from app.ui.clients.verbs import actions_of, first_of, rest_of
from app.ui.tab import Tab, Workplace
from app.words.sentences import sentence


class ClientsTab(Tab):
    """One client in hand at a time. `referral_wanted` carries a `Client` to make a slip for.

    Pages beside the lookup are gone to with `go` and have a signal `closed`: then the card is
    there again, or nothing where nobody is in hand.
    """

    referral_wanted = Signal(object)
    name = "clients"
    caption = N_("Clients")
    icon = "users"
    number = 2

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self.may_keep = Right.KEEP_CLIENTS in rights_of(workplace.runner.desk.actor.roles)
        self.lookup = LookupCard(workplace.runner, self.may_keep)
        self.card = ClientCard(workplace, first_of(self), lambda: rest_of(self))
        self.glance = GlanceCard()
        self.reason = ReasonQuestion()
        self.pages = Pages(self.card, self.glance, self.reason)
        self.columns = Columns(self.lookup, self.pages)
        super().__init__(self.columns, self.pages, self.lookup)
        self.opening = Opening(workplace, self.may_keep, self)
        self.following = Following(workplace, self)
        self.recording = Recording(self)
        self.ending, self.shared = EndingNotice(workplace), SharedNotice(workplace)
        for notice in (self.ending, self.shared):
            self.lookup.add_notice(notice)
        self.joining = Joining(self)
        self._found: Found | None = None
        self._connect()

    def shown(self) -> None:
        self.lookup.read(self.workplace.location.code)
        if self.may_keep:
            self.ending.read()
            self.shared.read()
            self.recording.resume()
        here = QApplication.focusWidget()
        if here is None or not self.columns.isAncestorOf(here):
            self.search()

    def leave(self) -> None:
        self.lookup.looking.settle()
        self.recording.leave()

    def panes(self) -> list[QWidget]:
        return [self.lookup, self.pages]

    def bring(self, pane: QWidget) -> None:
        self.columns.bring(pane)

    def actions(self) -> list[Action]:
        return actions_of(self)

    @property
    def client(self) -> Client | None:
        """Who is in hand."""
        return self.card.client

    def search(self) -> None:
        """The keyboard in the search."""
        self.columns.bring(self.lookup)
        self.lookup.begin()

    def open_client(self, client_id: UUID) -> None:
        """Take a client into hand, from wherever it was pointed at."""
        self._found = None
        self.opening.open(client_id)

    def amend(self) -> None:
        """The record of who is in hand, in the form."""
        self.recording.amend()

    def refer(self) -> None:
        """A slip for who is in hand."""
        if self.client is not None:
            self.referral_wanted.emit(self.client)

    def go(self, page: QWidget) -> None:
        """A page beside the lookup comes into view."""
        self.pages.go(page)
        self.columns.bring(self.pages)

    def close_page(self) -> None:
        """The page is done with: the card again, or nothing where nobody is in hand."""
        self.go(self.card if self.client is not None else self.pages.nothing)

    def let_go(self) -> None:
        """Nobody is in hand any more."""
        self._forget()
        self.close_page()
        self.search()

    def _connect(self) -> None:
        self.lookup.opened.connect(self._open)
        for pointing in (self.ending, self.shared, self.card.history):
            pointing.open_wanted.connect(self.open_client)
        self.opening.opened.connect(self._show)
        self.opening.glanced.connect(self._show_glance)
        self.opening.reason_wanted.connect(self._ask_reason)
        self.reason.answered.connect(self._open_for)
        self._returning(self.reason.closed)
        self.following.moved.connect(self._open_anew)
        self.following.gone.connect(self._on_gone)
        for card in (self.card, self.glance):
            card.closed.connect(self.let_go)

    def _returning(self, closed: SignalInstance) -> None:
        """A page that is left by Esc gives the keyboard back to the search."""
        closed.connect(self.close_page)
        closed.connect(self.search)

    def _open(self, found: Found) -> None:
        if self.joining.takes(found):
            return
        self._found = found
        self.opening.open(found.id)

    def _open_for(self, why: Why) -> None:
        if self.reason.client_id is not None:
            self.opening.open(self.reason.client_id, why)

    def _open_anew(self) -> None:
        """Somebody else has changed the client in hand."""
        if self.client is not None:
            self.opening.open(self.client.id, self.opening.why)

    def _on_gone(self) -> None:
        self.let_go()
        self.workplace.undo.tell(sentence(Refused("client_unknown")))

    def _ask_reason(self, client_id: UUID) -> None:
        self._forget()
        self.reason.ask(client_id, self._found)
        self.go(self.reason)
        self.reason.begin()

    def _forget(self) -> None:
        self.following.held = None
        self.card.set_client(None)
        self.glance.show_glance(None)

    def _show(self, client: Client) -> None:
        self.following.held = Held(client.id, client.revision)
        moment = self.workplace.runner.desk.clock()
        self.card.open(client, moment, self.opening.why)
        self._turn_to(self.card)

    def _show_glance(self, glance: Glance) -> None:
        self.following.held = Held(glance.id)
        self.glance.show_glance(glance)
        self._turn_to(self.glance)

    def _turn_to(self, card: QWidget) -> None:
        """The keyboard stays in the search while that is in view, for the next one."""
        from_question = self.pages.currentWidget() is self.reason
        self.go(card)
        if from_question or self.columns.narrow:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
