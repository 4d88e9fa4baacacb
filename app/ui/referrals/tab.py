"""The Referrals tab: it joins the directory, the questions and the page to the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget

from app import settings
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.slip import Paper
from app.localization import N_, _, current
from app.services import phrases
from app.services.unit import Changes
from app.ui.action import Action
from app.ui.referrals import speech
from app.ui.referrals.columns import FORM, Columns
from app.ui.referrals.directory import Entry
from app.ui.referrals.directory_card import DirectoryCard
from app.ui.referrals.form import Form
from app.ui.referrals.left_column import LeftColumn
from app.ui.referrals.making import Making
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
        self.columns = Columns(self.left, self.form, page)
        super().__init__(self.columns, page.view, page.empty, self.form.area, self.directory.hits)
        self.desk: Desk | None = None
        self._stale = True
        self.making = Making(self.form, page, workplace)
        self.warming = Warming(self._runner, workplace.location.code, self)
        self._connect()

    def shown(self) -> None:
        if self._stale or (self.desk is not None and self.desk.today != self.today()):
            self.read()
        self.warming.begin()
        here = QApplication.focusWidget()
        if here is None or not self.columns.isAncestorOf(here):
            self.search()

    def panes(self) -> list[QWidget]:
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
        """The keyboard in the search."""
        self.bring(self.directory)
        self.directory.begin()

    def start_over(self) -> None:
        """An empty slip; the one before comes back by Undo."""
        before = self.making.clear()
        self.directory.search_all()
        self.responsible.begin()
        self.search()
        if before is not None:
            self._workplace.undo.push(_("Slip cleared"), "", lambda: self.making.put(before))

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

    def _take_authority(self, service: str) -> None:
        """The authority that is responsible, from the panel to the slip."""
        entry = self.desk.entry(service) if self.desk is not None else None
        if entry is not None:
            self.take(entry)

    def _connect(self) -> None:
        self.directory.taken.connect(self.take)
        self.responsible.slip_wanted.connect(self._take_authority)
        self.form.cleared.connect(self.start_over)
        self.form.answers.language.switched.connect(self._switch)
        taken = self.form.answers.services.codes
        self.making.changed.connect(lambda: self.directory.set_taken(taken()))
        self._runner.changed.connect(self._on_written)

    def _switch(self, code: str, on: bool) -> None:
        """A supervisor lets a draft be printed, or no longer."""
        self._runner.write(self, lambda unit: phrases.switch(unit, code, on))

    def _show(self, desk: Desk) -> None:
        self.desk = desk
        self.directory.load(desk)
        self.form.load(desk)
        self.making.follow()

    def _refused(self, refused: Refused) -> None:
        self._stale = True
        self._workplace.trouble.tell(refused, self.read)

    def _on_written(self, changes: Changes, _author: object) -> None:
        if changes & SHOWN_BY:
            self._stale = True
            if self.columns.isVisible():
                self.read()
