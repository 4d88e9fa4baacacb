"""Services: the directory from which slips are made, and the one service that is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.directory import Organisation, Service
from app.domain.errors import Refused
from app.domain.place import Hours
from app.domain.service_check import check_hours, cleaned
from app.localization import _
from app.services.unit import Changes, Unit
from app.services.visits import new_id
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import OneOf, Panes, started
from app.ui.settings.services.book import Book, blank, read_book, read_history
from app.ui.settings.services.entry import Entry, restore_entry, save_entry
from app.ui.settings.services.facts_form import FactsForm
from app.ui.settings.services.history_view import HistoryView
from app.ui.settings.services.hours_editor import HoursEditor
from app.ui.settings.services.list_pane import ServiceList
from app.ui.settings.services.organisation_form import OrganisationForm
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segments, SegmentText
from app.words.directory import in_use
from app.words.sentences import sentence

LIST_UNITS = 14
FACTS, HOURS, ORGANISATION, HISTORY = "facts", "hours", "organisation", "history"
VIEWS = (FACTS, HOURS, ORGANISATION, HISTORY)


class ServicesPage(Page):
    """The list at the start; of the open service its facts, hours, organisation, or history."""

    icon = "folder-open"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._book, self._known = Book(), blank("")
        self.list, self.title, self.views = ServiceList(), Label("section", wraps=True), Segments()
        self.facts, self.hours, self.history = FactsForm(), HoursEditor(), HistoryView()
        self.organisation = OrganisationForm()
        self.stack, right = OneOf(), QWidget()
        self._right = QVBoxLayout(right)
        self._arrange()
        self.column.addWidget(Panes(self.list, right, LIST_UNITS), 1)
        self._connect()
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Services")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & (Changes.DIRECTORY | Changes.PLACES))

    def read(self) -> None:
        self.runner.read(self, read_book, self._show, ticket="services")

    def is_unsaved(self) -> bool:
        hours = self.hours.hours()
        if self._is_new_organisation() or self.organisation.is_unsaved():
            return True
        return hours is None or self._typed(hours) != self._known

    def is_right(self) -> bool:
        forms = self.facts.is_right() and self.organisation.is_right()
        return forms and bool(self.facts.name.texts()["fi"]) and self._hours_right()

    def write(self, then: Go) -> None:
        hours = self.hours.hours()
        assert hours is not None
        typed, names = self._typed(hours), self.facts.new_organisation()
        who = self.organisation.typed() if self.organisation.is_unsaved() else None
        if names:
            who = Organisation(str(new_id()), names)
            typed = replace(typed, organisation=who.id)
        self.begin()
        self._save(Entry(typed, who), then)

    def forget(self) -> None:
        self._put(self._known)

    def retranslate(self) -> None:
        self.lead.setText(
            _("Slips are made from what stands here. What nobody has checked is to be asked.")
        )
        self.views.set_items(
            [
                SegmentText(FACTS, _("What and where")),
                SegmentText(HOURS, _("Opening hours")),
                SegmentText(ORGANISATION, _("Organisation")),
                SegmentText(HISTORY, _("History")),
            ]
        )
        self._name()

    def _arrange(self) -> None:
        self._right.setContentsMargins(0, 0, 0, 0)
        for view in (self.facts, self.hours, self.organisation, self.history):
            self.stack.addWidget(view)
        self._right.addWidget(self.title)
        self._right.addLayout(started(self.views))
        self._right.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.list.asked.connect(self._ask)
        self.list.add.clicked.connect(lambda: self.leave_asked.emit(self._begin_new))
        self.views.changed.connect(self._turn)
        self.facts.edited.connect(self._on_edited)
        self.hours.edited.connect(self._on_edited)
        self.organisation.edited.connect(self._on_edited)
        self.history.wanted.connect(self._want)

    def _is_new(self) -> bool:
        return self._book.service(self._known.id) is None

    def _is_new_organisation(self) -> bool:
        """Whether names are typed for an organisation that is not known yet."""
        return any((self.facts.new_organisation() or {}).values())

    def _typed(self, hours: Hours) -> Service:
        typed = cleaned(replace(self.facts.typed(self._known), hours=hours))
        return replace(typed, hours=self._known.hours) if self._known.location else typed

    def _hours_right(self) -> bool:
        hours = self.hours.hours()
        try:
            if hours is not None:
                check_hours(hours)
        except Refused as refused:
            self.notice.tell(partial(sentence, refused))
            return False
        return hours is not None

    def _show(self, book: Book) -> None:
        self._book = book
        self.list.put(book)
        known = book.service(self._known.id) or next(iter(book.services), None)
        self._put(known or blank(str(new_id())))

    def _ask(self, service_id: str) -> None:
        self.list.set_key(self._known.id)
        service = self._book.service(service_id)
        if service is not None and service_id != self._known.id:
            self.leave_asked.emit(partial(self._put, service))

    def _begin_new(self) -> None:
        first = next(iter(self._book.organisations), "")
        self._put(replace(blank(str(new_id())), organisation=first))
        self._turn(FACTS)
        self.facts.name.setFocus()

    def _put(self, service: Service) -> None:
        """Show a service as it is known."""
        self._known = cleaned(service)
        self._fill(self._known)
        self.list.set_key(service.id)
        self.notice.tell(None)
        if self.views.current() == HISTORY:
            self._read_history()
        self.edited.emit()

    def _fill(self, service: Service) -> None:
        self.facts.put(service, self._book)
        self.hours.put(service.hours, self._book.today, service.location is not None)
        self._show_organisation(service.organisation)
        self._name()

    def _show_organisation(self, code: str) -> None:
        """The one that is chosen, with all that it offers."""
        known = self._book.organisations.get(code, Organisation("", {}))
        offered = [one for one in self._book.services if one.organisation == code]
        self.organisation.put(known, [in_use(one.name) for one in offered])

    def _turn(self, view: str) -> None:
        self.views.set_current(view)
        self.stack.setCurrentIndex(VIEWS.index(view))
        if view == HISTORY:
            self._read_history()

    def _read_history(self) -> None:
        self.history.put((), self._book)
        service, organisation = self._known.id, self._known.organisation
        self.runner.read(
            self,
            lambda unit: read_history(unit, service, organisation),
            lambda found: self.history.put(found, self._book),
            ticket="history",
        )

    def _want(self, before: Service | Organisation) -> None:
        """Fill the form with what was once, to be looked at and saved."""
        if isinstance(before, Organisation):
            self.organisation.fill(before)
            self._turn(ORGANISATION)
        else:
            self._fill(before)
            self._turn(FACTS)
        self._on_edited()

    def _name(self) -> None:
        self.title.setText(in_use(self._known.name) or _("New service"))

    def _on_edited(self) -> None:
        self.notice.tell(None)
        hours = self.hours.hours()
        if hours is not None:
            self.facts.state.mark(self._typed(hours))
        chosen = self.facts.organisation.code()
        if chosen != self.organisation.known.id and not self.organisation.is_unsaved():
            self._show_organisation(chosen)
        self.edited.emit()

    def _save(self, typed: Entry, then: Go) -> None:
        shown, book = self._book, self._book.with_service(typed.service)

        def write(unit: Unit, entry: Entry) -> Entry:
            return save_entry(unit, entry, shown) if entry is typed else restore_entry(unit, entry)

        title, name = _("Service changed"), typed.service.name
        if self._is_new():
            title = _("Service added")
        elif typed.organisation is not None and typed.service == self._known:
            title, name = _("Organisation changed"), typed.organisation.name
        book = book.with_organisation(typed.organisation) if typed.organisation else book
        kept = partial(self._keep, typed.service, book)
        self.keeper.save(self, write, typed, (title, in_use(name)), self.ends(kept, then))

    def _keep(self, typed: Service, book: Book) -> None:
        """What was typed is known now; what the store made of it is read with its news."""
        self._book = book
        self.list.put(book)
        self._put(typed)
