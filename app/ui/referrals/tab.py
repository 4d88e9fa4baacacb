"""The Referrals tab: it joins the directory, the questions and the page to the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import settings
from app.domain.client import Client
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.slip import Paper
from app.domain.visit import Visit
from app.localization import N_, current
from app.services import phrases
from app.services.given import Given
from app.services.slips import Issued
from app.services.unit import Changes
from app.ui.action import Action
from app.ui.referrals import speech
from app.ui.referrals.beginning import Beginning
from app.ui.referrals.columns import FORM, PAGE, Columns
from app.ui.referrals.directory import Entry
from app.ui.referrals.directory_card import DirectoryCard
from app.ui.referrals.form import Form
from app.ui.referrals.given.life import Life
from app.ui.referrals.given.list_card import ListCard
from app.ui.referrals.given.slip_card import SlipCard
from app.ui.referrals.given.turners import Turners
from app.ui.referrals.left_column import LeftColumn
from app.ui.referrals.making import Making
from app.ui.referrals.modes import GIVEN, NEW, Either, Modes
from app.ui.referrals.preview import Preview
from app.ui.referrals.reading import Desk, read_desk
from app.ui.referrals.verbs import actions_of
from app.ui.referrals.warming import Warming
from app.ui.responsible.panel import ResponsiblePanel
from app.ui.tab import Tab, Workplace

SHOWN_BY = Changes.PLACES | Changes.CHIPS | Changes.SETTINGS | Changes.DIRECTORY


class ReferralsTab(Tab):
    """A paper for the visitor: chosen services, in the visitor's language. Reads when in view."""

    name = "referrals"
    caption = N_("Referrals")
    icon = "signpost"
    number = 4

    def __init__(self, workplace: Workplace) -> None:
        self._workplace, self._runner = workplace, workplace.runner
        self.directory = DirectoryCard(self._runner.desk.clock)
        self.form = Form(self.today, "sv" if current().language == "sv" else "fi")
        page = self.preview = Preview(Paper(settings.read().paper))
        self.responsible = ResponsiblePanel(self._runner)
        self.left = LeftColumn(self.directory, self.responsible)
        self.modes, self.slips, self.slip = Modes(), ListCard(), SlipCard()
        self._start, self._middle = Either(self.left, self.slips), Either(self.form, self.slip)
        self.columns = Columns(self.modes, self._start, self.left, self._middle, page)
        feet = (page.view, page.empty, self.form.area, self.slip.area, self.slip.empty)
        super().__init__(self.columns, *feet, self.directory.hits, self.slips.list)
        self.desk: Desk | None = None
        self._stale = True
        self._arriving: Visit | Client | None = None
        self.making = Making(self.form, page, workplace)
        self.beginning = Beginning(self.making, workplace)
        self.life = Life(self.slips, self.slip, workplace)
        self.turners = Turners(self.slip)
        self.warming = Warming(self._runner, workplace.location.code, self)
        self._connect()

    def shown(self) -> None:
        if self._stale or (self.desk is not None and self.desk.today != self.today()):
            self.read()
        self.warming.begin()
        if self.modes.given:
            self.life.show()
        here = QApplication.focusWidget()
        # Where the tab before had the keyboard Qt hands it to the first stop: the segments.
        found = here is not None and self.columns.isAncestorOf(here)
        if not found or here in self.modes.segments.values():
            self.search()

    def panes(self) -> list[QWidget]:
        if self.modes.given:
            return [self.slips, self.slip]
        return [self.directory, self.responsible, self.form, self.preview]

    def bring(self, pane: QWidget) -> None:
        self.left.bring(pane)
        self.columns.bring(pane)

    def actions(self) -> list[Action]:
        return actions_of(self)

    def read(self) -> None:
        """Ask the store for the directory and the languages."""
        code = self._workplace.location.code
        self._stale = False
        self._runner.read(
            self, lambda unit: read_desk(unit, code), self._show, self._refused, ticket="desk"
        )

    def search(self) -> None:
        """The keyboard in the search, or in the number of a slip given."""
        start = self.slips if self.modes.given else self.directory
        self.bring(start)
        start.begin()

    def start_over(self) -> None:
        """An empty slip; the one before comes back by Undo."""
        self.modes.go(NEW)
        self.beginning.empty()
        self._ask_anew()
        self.search()

    def turn(self) -> None:
        """The slips given, or back to the new one."""
        self.modes.go(NEW if self.modes.given else GIVEN)

    def take_visit(self, visit: Visit) -> None:
        """A slip for this visit; the tab comes to the front."""
        self._take(visit)

    def take_client(self, client: Client) -> None:
        """A slip for this client; the tab comes to the front."""
        self._take(client)

    def today(self) -> date:
        """The local day."""
        return local_day(self._runner.desk.clock())

    def take(self, entry: Entry) -> None:
        """A service from the directory, or why it cannot stand on a slip."""
        if entry.refusal is not None:
            self._workplace.undo.tell(speech.why_not(entry))
        else:
            self.columns.go(FORM)
            self.form.take(entry)

    def _take(self, whom: Visit | Client) -> None:
        self._arriving = whom
        self.modes.go(NEW)
        self._receive()
        self.wanted.emit()
        self.search()

    def _take_authority(self, service: str) -> None:
        """The authority that is responsible, from the panel to the slip."""
        entry = self.desk.entry(service) if self.desk is not None else None
        if entry is not None:
            self.take(entry)

    def _connect(self) -> None:
        self.directory.taken.connect(self.take)
        self.responsible.slip_wanted.connect(self._take_authority)
        self.form.cleared.connect(self.start_over)
        self.modes.turned.connect(self._on_mode)
        self.life.opened.connect(lambda: self.columns.go(FORM))
        self.life.again_wanted.connect(self._make_anew)
        self.life.reprinted.connect(self._print_again)
        self.form.answers.language.switched.connect(self._switch)
        taken = self.form.answers.services.codes
        self.making.changed.connect(lambda: self.directory.set_taken(taken()))
        self._runner.changed.connect(self._on_written)

    def _on_mode(self) -> None:
        given = self.modes.given
        for pane in (self._start, self._middle):
            pane.turn(given)
        self.columns.set_given(given)
        if given:
            self.life.show()
        self.search()

    def _ask_anew(self, municipality: str = "") -> None:
        """Nothing is searched for, and of nobody is it asked who is responsible."""
        self.directory.search_all()
        self.responsible.begin(municipality)

    def _receive(self) -> None:
        """Begin the slip for a visit or a client, once the directory is there."""
        if self._arriving is None or self.desk is None:
            return
        whom, self._arriving = self._arriving, None
        if isinstance(whom, Client):
            self.beginning.for_client(whom, self.desk)
            self._ask_anew(whom.record.municipality or "")
        elif self.beginning.for_visit(whom, self.desk):
            self._ask_anew()

    def _make_anew(self, one: Given) -> None:
        if self.desk is not None:
            self.modes.go(NEW)
            self.beginning.anew(one, self.desk)
            self.columns.go(FORM)
            self.form.begin()

    def _print_again(self, one: Given, issued: Issued) -> None:
        self.modes.go(NEW)
        self.beginning.again(one, issued)
        self.columns.go(PAGE)
        self.preview.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self, code: str, on: bool) -> None:
        """A supervisor lets a draft be printed, or no longer."""
        self._runner.write(self, lambda unit: phrases.switch(unit, code, on))

    def _show(self, desk: Desk) -> None:
        self.desk = desk
        self.directory.load(desk)
        self.form.load(desk)
        self.turners.load(desk)
        self.making.follow()
        self._receive()

    def _refused(self, refused: Refused) -> None:
        self._stale = True
        self._workplace.trouble.tell(refused, self.read)

    def _on_written(self, changes: Changes, author: object) -> None:
        seen = self.modes.given and self.columns.isVisible()
        self.life.on_written(changes, author, visible=seen)
        if changes & SHOWN_BY:
            self._stale = True
            if self.columns.isVisible():
                self.read()
