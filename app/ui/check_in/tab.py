"""The check-in tab: it joins the form, today, the day's list and the tally to the store."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from app.domain.visit import Visit
from app.localization import N_, _
from app.services.today import Today, day_list, today
from app.services.unit import Changes
from app.services.waiting import Waiter
from app.ui.action import Action
from app.ui.check_in.amending import Amending
from app.ui.check_in.day_page import DayPage
from app.ui.check_in.desk_reading import read_desk
from app.ui.check_in.for_slip import ForSlip
from app.ui.check_in.form import Form
from app.ui.check_in.linking import Linking
from app.ui.check_in.lists import Desk
from app.ui.check_in.page import Page
from app.ui.check_in.queueing import Queueing
from app.ui.check_in.recording import Recording
from app.ui.check_in.speech import Speech
from app.ui.check_in.tally_page import TallyPage
from app.ui.check_in.tallying import Tallying
from app.ui.check_in.today_panel import TodayPanel
from app.ui.tab import Tab, Workplace

TICK_MS = 15_000
SHOWN_BY = Changes.VISITS | Changes.CHIPS | Changes.PLACES


class CheckInTab(Tab):
    """Counts visits at one location."""

    name = "check_in"
    caption = N_("Check-in")
    icon = "clipboard-pen"
    number = 1

    def __init__(self, workplace: Workplace) -> None:
        self._runner, self._location = workplace.runner, workplace.location.code
        self._clock = self._runner.desk.clock
        self.form, self.panel = Form(self._clock), TodayPanel()
        self.page = Page(self.form, self.panel)
        self.tally, self.days = TallyPage(self._clock), DayPage(self._clock)
        self.pages = QStackedWidget()
        for page in (self.page, self.tally, self.days):
            self.pages.addWidget(page)
        super().__init__(self.pages, self.panel, self.form.area, self.tally.grid, self.days.list)
        self._desk: Desk | None = None
        self.amending = Amending(self.form, self._runner, workplace.undo)
        self.recording = Recording(self.form, workplace, self.amending)
        self.queueing = Queueing(self.panel.waiting, workplace)
        self.recording.waiter = self.queueing.waiter
        self.linking = Linking(self.form, workplace)
        self.tallying = Tallying(self.tally, workplace)
        self.for_slip = ForSlip(self.form, self.recording, self.amending, workplace, self._in_hand)
        self._connect()
        self._reload(SHOWN_BY)

    def _connect(self) -> None:
        self.form.foot.recorded.connect(self.record)
        self.form.foot.cleared.connect(self.clear)
        self.form.foot.slip_asked.connect(self.for_slip.make)
        self.page.recorded.connect(self.record)
        self.page.escaped.connect(self.clear)
        self.panel.day_asked.connect(self.show_day)
        self.days.day_changed.connect(self._ask_day)
        for leaving in (self.tally.left, self.days.left, self.amending.began, self.amending.ended):
            leaving.connect(self.show_form)
        for visits in (self.panel.last, self.days.list):
            self.amending.listen(visits)
        self.queueing.serving.connect(self._serve)
        self.page.arrived.connect(self.queueing.arrive)
        self.page.called.connect(self.call_next)
        self._runner.changed.connect(self._on_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start(TICK_MS)

    def shown(self) -> None:
        if self.pages.currentWidget() is self.page:
            self.form.take_keyboard()

    def leave(self) -> None:
        self.recording.finish()
        self.tallying.finish()

    def panes(self) -> list[QWidget]:
        return [self.form, self.panel.bars, self.panel.last]

    def actions(self) -> list[Action]:
        """The tab's actions; keys without Ctrl are answered by the page."""
        return [
            Action("visit.record", N_("Record visit"), self.record, "Ctrl+Return", "check"),
            Action("visit.slip", N_("Make a slip"), self.for_slip.make, "Ctrl+H", "signpost"),
            Action("visit.clear", N_("Clear the form"), self.clear, "Esc", "x", window_wide=False),
            Action("visit.link", N_("Link a client"), self.link, "Ctrl+L", "user-check"),
            Action("visit.note", N_("Add a note"), self.note, "Ctrl+M", "text-cursor-input"),
            Action("visit.time", N_("Record for another day"), self.ask_time, "Ctrl+T", "clock"),
            Action("visit.tally", N_("A day's paper list"), self.show_tally, "Ctrl+D", "hash"),
            Action("visit.amend", N_("Amend a visit"), self.amend, "Ctrl+E", "history"),
            Action(
                "visit.day", N_("The day's list"), self.show_day, "Ctrl+Shift+L", "list-ordered"
            ),
        ]

    def call_next(self) -> None:
        """Serve the next in line, once the visit in the form is recorded."""
        if self.form.is_empty():
            self.queueing.call()
        else:
            self.form.foot.complain(_("Record this visit first, then call the next."))

    def record(self) -> None:
        """Record what is in view: a new visit, an amendment, or a day's list."""
        if self.pages.currentWidget() is self.tally:
            self.tally.finish()
        elif self.amending.visit is None:
            self.recording.record()
        elif self.recording.allowed():
            self.amending.save(self.form.facts(), self.form.back_dated())

    def clear(self) -> None:
        """Empty the form, or leave an amendment."""
        if self.amending.visit is not None:
            self.amending.leave()
        else:
            self.recording.clear()
        self.form.take_keyboard()

    def link(self) -> None:
        """Link the visit in the form with a client, or let go of the one who is there."""
        self.show_form()
        self.linking.ask()

    def note(self) -> None:
        """Type a note, where this location keeps notes."""
        self.show_form()
        if self.form.may_have_note():
            self.form.note.open()
        else:
            self.form.foot.complain(_("Notes are not kept for anonymous visits at this location."))

    def ask_time(self) -> None:
        """Ask for another day or time."""
        self.show_form()
        self.form.ask_time()

    def amend(self) -> None:
        """Amend the visit in focus, or the last one."""
        here = self.days.list if self.pages.currentWidget() is self.days else self.panel.last
        visit = here.current() or self.panel.newest()
        if visit is not None:
            self.amending.begin(visit)

    def show_form(self) -> None:
        self.pages.setCurrentWidget(self.page)
        self.form.take_keyboard()

    def show_tally(self) -> None:
        """A whole day's paper list."""
        self.pages.setCurrentWidget(self.tally)
        self.tally.open()

    def show_day(self) -> None:
        """All visits of today, and of the days before."""
        self.pages.setCurrentWidget(self.days)
        self.days.open()
        self.days.list.setFocus()

    def _in_hand(self) -> list[Visit]:
        """The visit in focus, or the last ones."""
        here = self.days.list if self.pages.currentWidget() is self.days else self.panel.last
        visit = here.current() if here.hasFocus() else None
        return [visit] if visit is not None else self.panel.counted()

    def _serve(self, waiter: Waiter) -> None:
        self.recording.serve(waiter)
        self.show_form()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        within = new is not None and (new is self.page or self.page.isAncestorOf(new))
        self.form.show_keys_live(within and not isinstance(new, QLineEdit))

    def _tick(self) -> None:
        """The clock in the form goes on; a new hour or day is shown."""
        if self.form.is_empty():
            self.form.read_back()
        self._reload(Changes.VISITS)
        if not self.panel.waiting.isHidden():
            self.queueing.follow()

    def _on_changed(self, changes: Changes, _author: object) -> None:
        self._reload(changes)

    def _reload(self, changes: Changes) -> None:
        code = self._location
        if changes & (Changes.CHIPS | Changes.PLACES):
            self._runner.read(self, lambda unit: read_desk(unit, code), self._show_desk)
        if changes & SHOWN_BY:
            self._runner.read(
                self, lambda unit: today(unit, code), self._show_today, ticket="today"
            )
            if self.pages.currentWidget() is self.days:
                self._ask_day(self.days.day)

    def _ask_day(self, day: date) -> None:
        code = self._location
        self._runner.read(
            self, lambda unit: day_list(unit, code, day), self._show_day, ticket="day"
        )

    def _show_desk(self, desk: Desk) -> None:
        self._desk = desk
        self.form.load(desk)
        self.tally.load(desk)
        self.recording.begin(desk)
        self.tallying.begin()
        line = desk.location.waiting_line
        if line and self.panel.waiting.isHidden():
            self.queueing.open()
        self.panel.waiting.setVisible(line)
        self.page.set_line(line)

    def _show_today(self, today: Today) -> None:
        speech = self._speech()
        self.panel.show_today(today, speech, self._clock())
        self.form.repeats.set_repeats(today.repeats, speech)
        self.page.show_count(today.visits)

    def _show_day(self, visits: list[Visit]) -> None:
        self.days.show_visits(visits, self._speech())

    def _speech(self) -> Speech:
        assert self._desk is not None
        return Speech(self._desk.reference)
