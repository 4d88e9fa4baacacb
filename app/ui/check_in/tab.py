"""The check-in tab: from the first key to the visit on disk, and back again by undo."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.days import local
from app.domain.errors import Refused
from app.domain.moment import BackDate, when_back_dated
from app.domain.visit import Facts, Visit, check_facts
from app.localization import N_, _, current
from app.sentences import sentence
from app.services import visits
from app.services.drafts import Draft
from app.services.today import Today, today
from app.services.unit import Changes
from app.services.visits import UNDONE, NewVisit, new_id
from app.ui.action import Action
from app.ui.check_in.amending import Amending
from app.ui.check_in.desk_reading import read_desk
from app.ui.check_in.drafting import Drafting
from app.ui.check_in.form import Form
from app.ui.check_in.lists import Desk
from app.ui.check_in.page import Page
from app.ui.check_in.speech import Speech
from app.ui.check_in.today_panel import TodayPanel
from app.ui.shell.trouble import STORE
from app.ui.tab import Tab, Workplace

TICK_MS = 15_000


class CheckInTab(Tab):
    """Counts visits at one location."""

    name = "check_in"
    caption = N_("Check-in")
    icon = "clipboard-pen"
    number = 1

    def __init__(self, workplace: Workplace) -> None:
        self._runner = workplace.runner
        clock = self._runner.desk.clock
        self.form, self.panel = Form(clock), TodayPanel()
        self.page = Page(self.form, self.panel)
        super().__init__(self.page, self.panel)
        self._undo, self._trouble = workplace.undo, workplace.trouble
        self._location, self._clock = workplace.location, clock
        self._desk: Desk | None = None
        self._id = new_id()
        self._unsaved: list[NewVisit] = []
        self._drafting = Drafting(self._runner, self._draft, self)
        self.amending = Amending(self.page, self._runner, self._undo)
        self._connect()
        self._reload(Changes.CHIPS | Changes.VISITS)
        self._drafting.bring_back(self._bring_back)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.foot.recorded.connect(self.record)
        self.form.foot.cleared.connect(self.clear)
        self.page.recorded.connect(self.record)
        self.page.escaped.connect(self.clear)
        self.amending.ended.connect(self.form.take_keyboard)
        self._runner.changed.connect(lambda changes, _author: self._reload(changes))
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start(TICK_MS)

    def shown(self) -> None:
        self.form.take_keyboard()

    def panes(self) -> list[QWidget]:
        return [self.form, self.panel.bars, self.panel.last]

    def actions(self) -> list[Action]:
        """The tab's actions; keys without Ctrl are answered by the page."""
        return [
            Action("visit.record", N_("Record visit"), self.record, "Ctrl+Return", "check"),
            Action("visit.clear", N_("Clear the form"), self.clear, "Esc", "x", window_wide=False),
            Action("visit.note", N_("Add a note"), self.note, "Ctrl+M", "text-cursor-input"),
            Action(
                "visit.time", N_("Record for another day"), self.form.ask_time, "Ctrl+T", "clock"
            ),
            Action("visit.amend", N_("Amend a visit"), self.amend, "Ctrl+E", "history"),
        ]

    def record(self) -> None:
        """Record what the form says, or save the amendment that it holds."""
        facts, back = self.form.facts(), self.form.back_dated()
        if self._desk is None or not self._may_be(facts, back):
            return
        if self.amending.visit is not None:
            self.amending.save(facts, back)
            return
        new = NewVisit(self._id, self._location.code, facts, back)
        self._empty()
        self._drafting.rest()
        self._send(new)

    def clear(self) -> None:
        """Empty the form, with a way back."""
        if self.amending.visit is not None:
            self.amending.leave()
        elif not self.form.is_empty():
            facts, back, visit_id = self.form.facts(), self.form.back_dated(), self._id
            self._empty()
            self._drafting.keep()
            detail = self._speech().brief(facts)
            self._undo.push(_("Form cleared"), detail, partial(self._fill, facts, back, visit_id))
        self.form.take_keyboard()

    def note(self) -> None:
        """Type a note, where this location keeps notes."""
        if self.form.note.isVisible():
            self.form.note.open()
        else:
            self.form.foot.complain(_("Notes are not kept for anonymous visits at this location."))

    def amend(self) -> None:
        """Amend the visit in focus, or the last one."""
        visit = self.panel.last.current() or self.panel.newest()
        if visit is not None:
            self.amending.begin(visit)

    def _may_be(self, facts: Facts, back: BackDate | None) -> bool:
        """Whether this can be recorded; if not, the foot says why."""
        assert self._desk is not None
        try:
            check_facts(facts, self._desk.reference, self._desk.location)
            if back is not None:
                when_back_dated(back, self._clock())
        except Refused as refused:
            self.form.foot.complain(sentence(refused))
            return False
        return True

    def _send(self, new: NewVisit) -> None:
        self._runner.write(
            self,
            lambda unit: visits.record(unit, new),
            self._on_recorded,
            partial(self._on_refused, new),
        )

    def _on_recorded(self, visit: Visit) -> None:
        title = _("Visit recorded {time}", time=current().clock_time(local(self._clock())))
        detail = self._speech().brief(visit.facts)
        self._undo.push(title, detail, partial(self._take_back, visit))

    def _on_refused(self, new: NewVisit, refused: Refused) -> None:
        """Nothing was saved: the visit goes back into the form, or waits if that is in use."""
        if self.form.is_empty():
            self._fill(new.facts, new.back_dated, new.id)
        else:
            self._unsaved.append(new)
        if refused.code in STORE:
            self._trouble.tell(refused, self._try_again)
        else:
            self._undo.tell(_("Visit not recorded"), sentence(refused))

    def _try_again(self) -> None:
        waiting, self._unsaved = self._unsaved, []
        for new in waiting:
            self._send(new)
        if not self.form.is_empty():
            self.record()

    def _take_back(self, visit: Visit) -> None:
        """Void the visit and, if the form is free, let it be done again."""

        def voided(_visit: Visit) -> None:
            self._undo.tell(_("Visit taken back"), self._speech().brief(visit.facts))
            if self.form.is_empty():
                self._fill(visit.facts, None, new_id())

        self._runner.write(self, lambda unit: visits.void(unit, visit.id, UNDONE), voided)

    def _fill(self, facts: Facts, back: BackDate | None, visit_id: UUID) -> None:
        self._id = visit_id
        self.form.put(facts, back)
        self._drafting.soon()

    def _empty(self) -> None:
        self._id = new_id()
        self.form.clear()

    def _draft(self) -> Draft | None:
        if self.form.is_empty() or self.amending.visit is not None:
            return None
        return Draft(self._id, self._location.code, self.form.facts(), self.form.back_dated())

    def _bring_back(self, draft: Draft) -> None:
        if self.form.is_empty():
            self._fill(draft.facts, draft.back_dated, draft.id)
            self._undo.tell(_("Your unfinished visit is back"), self._speech().brief(draft.facts))

    def _on_changed(self) -> None:
        if self.amending.visit is None:
            self._drafting.soon()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        within = new is not None and (new is self.page or self.page.isAncestorOf(new))
        self.form.show_keys_live(within and not isinstance(new, QLineEdit))

    def _tick(self) -> None:
        """The clock in the form goes on; a new hour or day is shown."""
        if self.form.is_empty():
            self.form.read_back()
        self._reload(Changes.VISITS)

    def _reload(self, changes: Changes) -> None:
        code = self._location.code
        if changes & (Changes.CHIPS | Changes.PLACES):
            self._runner.read(self, lambda unit: read_desk(unit, code), self._show_desk)
        if changes & (Changes.VISITS | Changes.CHIPS | Changes.PLACES):
            self._runner.read(
                self, lambda unit: today(unit, code), self._show_today, ticket="today"
            )

    def _show_desk(self, desk: Desk) -> None:
        self._desk = desk
        self.form.load(desk)

    def _show_today(self, today: Today) -> None:
        speech = self._speech()
        self.panel.show_today(today, speech, self._clock())
        self.form.repeats.set_repeats(today.repeats, speech)
        self.page.show_count(today.visits)

    def _speech(self) -> Speech:
        assert self._desk is not None
        return Speech(self._desk.reference)
