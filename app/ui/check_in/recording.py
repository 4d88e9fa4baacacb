"""From the form to the disk and back: recording, clearing, taking back, the unfinished form."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.days import local
from app.domain.errors import Refused
from app.domain.moment import BackDate, back_date_of, when_back_dated
from app.domain.visit import Facts, Visit, check_facts
from app.localization import _, current
from app.services import drafts, links, visits
from app.services.drafts import Draft
from app.services.links import Linked
from app.services.unit import Unit
from app.services.visits import UNDONE, NewVisit, new_id
from app.services.waiting import Waiter
from app.ui.check_in.amending import Amending
from app.ui.check_in.client_row import Wish
from app.ui.check_in.drafting import Drafting
from app.ui.check_in.form import Form
from app.ui.check_in.lists import Desk
from app.ui.check_in.sending import Entry, Sending
from app.ui.check_in.speech import Speech
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace
from app.words.sentences import sentence


class Recording(QObject):
    """Sends what the form says to the store; the form is free again at once.

    What the store refuses comes back into the form or, if that is in use by then, waits until it
    is tried again. The id of a visit is made when its form is begun, so that trying again never
    counts it twice. `for_slip` carries a recorded visit for which a slip is wanted.
    """

    for_slip = Signal(object)

    def __init__(self, form: Form, workplace: Workplace, amending: Amending) -> None:
        super().__init__(form)
        self._form, self._workplace, self._amending = form, workplace, amending
        self._runner, self._undo = workplace.runner, workplace.undo
        self._desk: Desk | None = None
        self._id = new_id()
        self._serving: UUID | None = None
        self._refused: UUID | None = None
        self._slip_for: UUID | None = None
        self._sending = Sending(workplace)
        self._drafting = Drafting(self._runner, self._keeping, self)
        self.waiter: Callable[[UUID], Waiter | None] = lambda _id: None
        form.changed.connect(self._drafting.soon)
        self._sending.recorded.connect(self._on_recorded)
        self._sending.refused.connect(self._on_refused)

    def begin(self, desk: Desk) -> None:
        """The form is ready at `desk`; the first time, what was left unfinished comes back."""
        first, self._desk = self._desk is None, desk
        if first:
            code = self._workplace.location.code
            self._runner.read(self, lambda unit: drafts.load(unit, code), self._bring_back)

    def allowed(self) -> bool:
        """Whether what the form says can be recorded; if not, its foot says why."""
        facts, back = self._form.facts(), self._form.back_dated()
        if self._desk is None:
            return False
        try:
            of_person = self._form.may_have_note()
            check_facts(facts, self._desk.reference, self._desk.location, of_person=of_person)
            if back is not None:
                when_back_dated(back, self._runner.desk.clock())
        except Refused as refused:
            self._form.foot.complain(sentence(refused))
            return False
        return True

    def record(self, *, slip: bool = False) -> None:
        """Record what the form says; with `slip`, one is wanted for it."""
        if self.allowed():
            entry = self._entry()
            self._slip_for = entry.new.id if slip else None
            self._empty()
            self._drafting.rest()
            self._sending.send(entry)

    def finish(self) -> None:
        """The form goes; what stands in it stays, and what was refused waits on."""
        if self._holds_refused():
            self._sending.keep(self._entry())
            self._empty()
        self._drafting.finish()

    def serve(self, waiter: Waiter) -> None:
        """The form is for this one of the waiting line from now on."""
        self._id = self._serving = waiter.id
        self._drafting.soon()

    def _entry(self) -> Entry:
        facts, back = self._form.facts(), self._form.back_dated()
        code, came = self._workplace.location.code, self._came()
        new = NewVisit(self._id, code, facts, back, *(came if back is None else ()))
        return Entry(new, self._form.wish())

    def _came(self) -> tuple[datetime | None, ...]:
        """When the one who is being served came and was called.

        Whoever went back to the line, or left it at another desk, keeps their id to themselves.
        """
        waiter = self.waiter(self._id)
        if waiter is not None and waiter.served_at is not None:
            return waiter.arrived_at, waiter.served_at
        if self._serving == self._id:
            self._id = new_id()
        return ()

    def clear(self) -> None:
        """Empty the form, with a way back."""
        if not self._form.is_empty():
            filled = self._form.facts(), self._form.back_dated(), self._form.wish()
            undo = partial(self._fill, self._id, *filled)
            self._empty()
            self._drafting.keep()
            self._undo.push(_("Form cleared"), self._brief(filled[0]), undo)

    def _on_recorded(self, entry: Entry, done: tuple[Visit, Linked | None]) -> None:
        visit, _linked = done
        if self._slip_for == visit.id:
            self._slip_for = None
            self.for_slip.emit(visit)
        clock = current().clock_time(local(self._runner.desk.clock()))
        title = _("Visit recorded {time}", time=clock)
        undo = partial(self._take_back, entry.wish, *done)
        self._undo.push(title, self._brief(visit.facts), undo)

    def _on_refused(self, entry: Entry, refused: Refused) -> None:
        """Nothing was saved: the visit goes back into the form, or waits if that is in use."""
        self._slip_for = None
        if self._form.is_empty():
            new = entry.new
            self._sending.give_back(entry)
            self._refused = new.id
            self._fill(new.id, new.facts, new.back_dated, entry.wish)
        if refused.code in STORE:
            self._workplace.trouble.tell(refused, self._try_again)
        else:
            self._undo.tell(_("Visit not recorded"), sentence(refused))

    def _try_again(self) -> None:
        """What was refused, and nothing that is only half chosen."""
        self._sending.again()
        if self._holds_refused():
            self.record()

    def _holds_refused(self) -> bool:
        """Whether the form holds a visit that was refused, as it was or changed since."""
        here = self._id == self._refused and self._amending.visit is None
        return here and bool(self._form.facts().topics)

    def _take_back(self, wish: Wish | None, visit: Visit, linked: Linked | None) -> None:
        """Void the visit and, if the form is free, let it be done again."""

        def job(unit: Unit) -> None:
            if linked is not None:
                links.put_back(unit, visit.id, linked, linked.replaced)
            visits.void(unit, visit.id, UNDONE)

        def voided(_none: None) -> None:
            self._undo.tell(_("Visit taken back"), self._brief(visit.facts))
            if self._form.is_empty():
                self._fill(new_id(), visit.facts, back_date_of(visit), wish)

        self._runner.write(self, job, voided)

    def _fill(self, visit_id: UUID, facts: Facts, back: BackDate | None, wish: Wish | None) -> None:
        if self._amending.visit is not None:
            self._amending.leave()
        self._id = visit_id
        self._form.put(facts, back, wish)
        self._drafting.soon()

    def _empty(self) -> None:
        self._id = new_id()
        self._form.clear()

    def _keeping(self) -> Callable[[Unit], None]:
        """Keep what stands in the form, or stood there before an amendment took its place."""
        code = self._workplace.location.code
        here = self._form.facts(), self._form.back_dated(), self._form.wish()
        facts, back, wish = self._amending.kept or here
        if facts == Facts(()) and back is None and wish is None:
            return lambda unit: drafts.forget(unit, code)
        draft = Draft(self._id, code, facts, back, wish.client if wish else None)
        return lambda unit: drafts.save(unit, draft)

    def _bring_back(self, draft: Draft | None) -> None:
        if draft is not None and self._form.is_empty():
            wish = Wish(draft.whose) if draft.whose else None
            self._fill(draft.id, draft.facts, draft.back_dated, wish)
            self._undo.tell(_("Your unfinished visit is back"), self._brief(draft.facts))

    def _brief(self, facts: Facts) -> str:
        return Speech(self._desk.reference).brief(facts) if self._desk else ""
