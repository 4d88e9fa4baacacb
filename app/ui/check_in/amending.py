"""Amending and voiding a recorded visit in the same form, each with a reason and a way back."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.moment import BackDate
from app.domain.visit import Facts, Visit
from app.localization import _
from app.services import visits
from app.services.unit import Unit
from app.ui.check_in.form import Form
from app.ui.check_in.last_visits import LastVisits
from app.ui.check_in.reason_popup import TO_AMEND, TO_VOID, ReasonPopup
from app.ui.check_in.speech import clock_of, of_visit
from app.ui.runner import Runner
from app.ui.shell.undo import Undo


class Amending(QObject):
    """`visit` is the one that the form holds, None while it holds a new one.

    What stood in the form, `kept` until then, comes back when the amendment ends.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, form: Form, runner: Runner, undo: Undo) -> None:
        super().__init__(form)
        self.visit: Visit | None = None
        self.kept: tuple[Facts, BackDate | None] | None = None
        self._form, self._runner, self._undo = form, runner, undo
        self.reasons = ReasonPopup(form)

    def listen(self, visits: LastVisits) -> None:
        """Answer what this list of visits asks for."""
        visits.amend_asked.connect(self.begin)
        visits.void_asked.connect(lambda visit: self.ask_void(visit, visits.offer))
        visits.restore_asked.connect(self.restore)

    def begin(self, visit: Visit) -> None:
        """Put a recorded visit into the form."""
        if visit.void_reason is not None:
            return
        if self.visit is None:
            self.kept = self._form.facts(), self._form.back_dated()
        self.visit = visit
        self._form.put(visit.facts)
        self._form.foot.set_amending(True)
        self._form.show_amending(of_visit(visit))
        self.began.emit()

    def leave(self) -> None:
        """Leave the visit as it was."""
        self.visit = None
        self._form.foot.set_amending(False)
        self._form.show_amending(None)
        if self.kept is not None:
            self._form.put(*self.kept)
        self.kept = None
        self.ended.emit()

    def save(self, facts: Facts, back: BackDate | None) -> None:
        """Ask why, then put `facts` in the place of what was recorded."""
        visit = self.visit
        if visit is None:
            return
        if facts == visit.facts and back is None:
            self.leave()
            return
        self.reasons.ask(
            _("Why is this visit amended?"),
            _("Save changes"),
            TO_AMEND,
            self._form.foot.record,
            partial(self._save, visit, facts, back),
        )

    def ask_void(self, visit: Visit, anchor: QWidget) -> None:
        """Ask why, then take the visit out of every count."""
        if visit.void_reason is None:
            self.reasons.ask(
                _("Why void {visit}?", visit=of_visit(visit)),
                _("Void visit"),
                TO_VOID,
                anchor,
                partial(self._void, visit),
            )

    def restore(self, visit: Visit) -> None:
        """Let a voided visit count again."""

        def restored(_visit: Visit) -> None:
            self._undo.tell(_("Visit restored"), clock_of(visit))

        self._runner.write(self, lambda unit: visits.restore(unit, visit.id), restored)

    def _save(self, before: Visit, facts: Facts, back: BackDate | None, reason: str) -> None:
        def saved(_after: Visit) -> None:
            if self.visit is before:
                self.leave()
            undo = partial(self._amend_back, before)
            self._undo.push(_("Visit amended"), clock_of(before), undo)

        self._runner.write(
            self, lambda unit: visits.amend(unit, before.id, facts, reason, back), saved
        )

    def _amend_back(self, before: Visit) -> None:
        def taken_back(_visit: Visit) -> None:
            self._undo.tell(_("Amendment taken back"), clock_of(before))

        def job(unit: Unit) -> Visit:
            return visits.put_back(unit, before)

        self._runner.write(self, job, taken_back)

    def _void(self, visit: Visit, reason: str) -> None:
        def voided(_visit: Visit) -> None:
            self._undo.push(_("Visit voided"), clock_of(visit), partial(self.restore, visit))

        self._runner.write(self, lambda unit: visits.void(unit, visit.id, reason), voided)
