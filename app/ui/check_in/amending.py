"""Amending and voiding a recorded visit in the same form, each with a reason and a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.link import Link
from app.domain.moment import BackDate
from app.domain.visit import Facts, Visit
from app.localization import _
from app.services import links, visits
from app.services.links import Linked
from app.services.unit import Unit
from app.ui.check_in.client_row import Wish
from app.ui.check_in.form import Form
from app.ui.check_in.last_visits import LastVisits
from app.ui.check_in.reason_popup import TO_AMEND, TO_VOID, ReasonPopup
from app.ui.check_in.relinking import Relinking
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
        self.kept: tuple[Facts, BackDate | None, Wish | None] | None = None
        self._link: Link | None = None
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
            self.kept = self._form.facts(), self._form.back_dated(), self._form.wish()
        self.visit, self._link = visit, None
        self._form.put(visit.facts)
        self._form.foot.set_amending(True)
        self._form.show_amending(of_visit(visit))
        self._runner.read(
            self,
            lambda unit: links.of_visit(unit, visit.id),
            partial(self._show_link, visit),
            ticket="link",
        )
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
        """Ask why, then put `facts` in the place of what was recorded; a client needs no reason."""
        visit = self.visit
        if visit is None:
            return
        if facts == visit.facts and back is None:
            self._save_link(visit)
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

    def _show_link(self, visit: Visit, link: Link | None) -> None:
        if self.visit is visit and link is not None:
            self._link = link
            self._form.client.put(Wish(link.client, link.task))
            self._form.read_back()

    def _relink(self, before: Visit) -> Relinking | None:
        """What became of the client in the form; None where that is the one of before."""
        wish = self._form.wish()
        if wish is not None and wish.anonymous:
            wish = None
        link = self._link
        was = Wish(link.client, link.task) if link is not None else None
        return None if wish == was else Relinking(before.id, link, wish)

    def _save_link(self, before: Visit) -> None:
        relinking = self._relink(before)
        if relinking is None:
            self.leave()
            return

        def saved(linked: Linked | None) -> None:
            if self.visit is before:
                self.leave()
            undo = partial(self._link_back, before, partial(relinking.back, linked=linked))
            self._undo.push(relinking.done(), relinking.about(linked), undo)

        self._runner.write(self, relinking, saved)

    def _link_back(self, before: Visit, job: Callable[[Unit], None]) -> None:
        def taken_back(_none: None) -> None:
            self._undo.tell(_("Amendment taken back"), clock_of(before))

        self._runner.write(self, job, taken_back)

    def _save(self, before: Visit, facts: Facts, back: BackDate | None, reason: str) -> None:
        relinking = self._relink(before)

        def job(unit: Unit) -> Linked | None:
            linked = relinking(unit) if relinking is not None else None
            visits.amend(unit, before.id, facts, reason, back)
            return linked

        def undo(linked: Linked | None, unit: Unit) -> None:
            visits.put_back(unit, before)
            if relinking is not None:
                relinking.back(unit, linked=linked)

        def saved(linked: Linked | None) -> None:
            if self.visit is before:
                self.leave()
            back = partial(self._link_back, before, partial(undo, linked))
            self._undo.push(_("Visit amended"), clock_of(before), back)

        self._runner.write(self, job, saved)

    def _void(self, visit: Visit, reason: str) -> None:
        def voided(_visit: Visit) -> None:
            self._undo.push(_("Visit voided"), clock_of(visit), partial(self.restore, visit))

        self._runner.write(self, lambda unit: visits.void(unit, visit.id, reason), voided)
