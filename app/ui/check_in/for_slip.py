"""From a visit to its slip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Refused
from app.domain.roles import Right, rights_of
from app.domain.visit import Visit
from app.localization import _
from app.ui.check_in.amending import Amending
from app.ui.check_in.form import Form
from app.ui.check_in.recording import Recording
from app.ui.tab import Workplace
from app.words.sentences import sentence


class ForSlip(QObject):
    """`asked` carries the visit for which a slip is to be made.

    `in_hand` gives the visits to choose from, the nearest first: that in focus, then the last.
    """

    asked = Signal(object)

    def __init__(
        self,
        form: Form,
        recording: Recording,
        amending: Amending,
        workplace: Workplace,
        in_hand: Callable[[], list[Visit]],
    ) -> None:
        super().__init__(form)
        self._form, self._recording, self._amending = form, recording, amending
        self._workplace, self._in_hand = workplace, in_hand
        recording.for_slip.connect(self.asked)

    def make(self) -> None:
        """For the visit in the form, which is recorded first; where it is empty, one in hand."""
        if self._amending.visit is not None:
            self._form.foot.complain(_("Save the changes first, then make a slip."))
        elif not self._form.is_empty():
            self._recording.record(slip=True)
        else:
            self._make_for(self._in_hand())

    def of(self, visit: Visit) -> None:
        """For this visit, unless it does not count or belongs to somebody else."""
        if visit.void_reason is not None:
            self._workplace.undo.tell(sentence(Refused("visit_voided")))
        elif not self._may_mark(visit):
            self._workplace.undo.tell(sentence(Refused("not_your_visit")))
        else:
            self.asked.emit(visit)

    def _make_for(self, visits: list[Visit]) -> None:
        if not visits:
            self._form.foot.complain(_("Record a visit first, then make a slip for it."))
        else:
            own = (visit for visit in visits[1:] if self._may_mark(visit))
            first = visits[0]
            self.of(first if self._may_mark(first) else next(own, first))

    def _may_mark(self, visit: Visit) -> bool:
        """Whether the visit may be given its outcome."""
        actor = self._workplace.runner.desk.actor
        own = visit.recorded_by == actor.staff_id
        return own or Right.AMEND_OTHERS in rights_of(actor.roles)
