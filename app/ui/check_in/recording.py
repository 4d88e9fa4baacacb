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
from app.services import drafts, visits
from app.services.drafts import Draft
from app.services.unit import Unit
from app.services.visits import UNDONE, NewVisit, new_id
from app.services.waiting import Waiter
from app.ui.check_in.amending import Amending
from app.ui.check_in.drafting import Drafting
from app.ui.check_in.form import Form
from app.ui.check_in.lists import Desk
from app.ui.check_in.sending import Sending
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
            check_facts(facts, self._desk.reference, self._desk.location)
            if back is not None:
                when_back_dated(back, self._runner.desk.clock())
        except Refused as refused:
            self._form.foot.complain(sentence(refused))
            return False
        return True

    def record(self, *, slip: bool = False) -> None:
        """Record what the form says; with `slip`, one is wanted for it."""
        if self.allowed():
            new = self._new()
            self._slip_for = new.id if slip else None
            self._empty()
            self._drafting.rest()
            self._sending.send(new)

    def finish(self) -> None:
        """The form goes; what stands in it stays, and what was refused waits on."""
        if self._holds_refused():
            self._sending.keep(self._new())
            self._empty()
        self._drafting.finish()

    def serve(self, waiter: Waiter) -> None:
        """The form is for this one of the waiting line from now on."""
        self._id = self._serving = waiter.id
        self._drafting.soon()

    def _new(self) -> NewVisit:
        facts, back = self._form.facts(), self._form.back_dated()
        code, came = self._workplace.location.code, self._came()
        return NewVisit(self._id, code, facts, back, *(came if back is None else ()))

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
            facts, back, visit_id = self._form.facts(), self._form.back_dated(), self._id
            self._empty()
            self._drafting.keep()
            self._undo.push(
                _("Form cleared"), self._brief(facts), partial(self._fill, facts, back, visit_id)
            )

    def _on_recorded(self, visit: Visit) -> None:
        if self._slip_for == visit.id:
            self._slip_for = None
            self.for_slip.emit(visit)
        clock = current().clock_time(local(self._runner.desk.clock()))
        title = _("Visit recorded {time}", time=clock)
        self._undo.push(title, self._brief(visit.facts), partial(self._take_back, visit))

    def _on_refused(self, new: NewVisit, refused: Refused) -> None:
        """Nothing was saved: the visit goes back into the form, or waits if that is in use."""
        self._slip_for = None
        if self._form.is_empty():
            self._sending.give_back(new)
            self._refused = new.id
            self._fill(new.facts, new.back_dated, new.id)
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

    def _take_back(self, visit: Visit) -> None:
        """Void the visit and, if the form is free, let it be done again."""

        def voided(_visit: Visit) -> None:
            self._undo.tell(_("Visit taken back"), self._brief(visit.facts))
            if self._form.is_empty():
                self._fill(visit.facts, back_date_of(visit), new_id())

        self._runner.write(self, lambda unit: visits.void(unit, visit.id, UNDONE), voided)

    def _fill(self, facts: Facts, back: BackDate | None, visit_id: UUID) -> None:
        if self._amending.visit is not None:
            self._amending.leave()
        self._id = visit_id
        self._form.put(facts, back)
        self._drafting.soon()

    def _empty(self) -> None:
        self._id = new_id()
        self._form.clear()

    def _keeping(self) -> Callable[[Unit], None]:
        """Keep what stands in the form, or stood there before an amendment took its place."""
        code = self._workplace.location.code
        facts, back = self._amending.kept or (self._form.facts(), self._form.back_dated())
        if facts == Facts(()) and back is None:
            return lambda unit: drafts.forget(unit, code)
        draft = Draft(self._id, code, facts, back)
        return lambda unit: drafts.save(unit, draft)

    def _bring_back(self, draft: Draft | None) -> None:
        if draft is not None and self._form.is_empty():
            self._fill(draft.facts, draft.back_dated, draft.id)
            self._undo.tell(_("Your unfinished visit is back"), self._brief(draft.facts))

    def _brief(self, facts: Facts) -> str:
        return Speech(self._desk.reference).brief(facts) if self._desk else ""
