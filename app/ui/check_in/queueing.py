"""The waiting line and the store: who came, who is next, who has left."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.days import local, local_day
from app.domain.visit import Visit
from app.localization import _, current
from app.services import visits, waiting
from app.services.unit import Changes, Unit
from app.services.visits import UNDONE
from app.services.waiting import Waiter
from app.ui.check_in.waiting_card import WaitingCard
from app.ui.tab import Workplace


class Queueing(QObject):
    """Keeps the line in view; `serving` carries whoever was called to the desk."""

    serving = Signal(object)

    def __init__(self, card: WaitingCard, workplace: Workplace) -> None:
        super().__init__(card)
        self._card, self._location = card, workplace.location.code
        self._runner, self._undo = workplace.runner, workplace.undo
        self._line: Sequence[Waiter] = ()
        self._day: date | None = None
        card.arrived.connect(self.arrive)
        card.called.connect(self.call)
        card.left.connect(self._leave)
        card.removed.connect(self._remove)
        self._runner.changed.connect(self._on_changed)

    def open(self) -> None:
        """Close what earlier days left open, then show the line."""
        self._day = local_day(self._runner.desk.clock())
        self._runner.write(
            self, lambda unit: waiting.close_day(unit, self._location), lambda _closed: self.read()
        )

    def follow(self) -> None:
        """Show the line as time goes on; a desk that is never switched off begins a new one."""
        if local_day(self._runner.desk.clock()) == self._day:
            self.read()
        else:
            self.open()

    def read(self) -> None:
        """Show the line as it is now."""
        self._runner.read(
            self, lambda unit: waiting.line(unit, self._location), self._show, ticket="line"
        )

    def waiter(self, visit_id: UUID) -> Waiter | None:
        """The one of the line whose visit has this id."""
        return next((waiter for waiter in self._line if waiter.id == visit_id), None)

    def arrive(self) -> None:
        """Somebody came."""
        self._runner.write(self, lambda unit: waiting.arrive(unit, self._location), self._arrived)

    def call(self) -> None:
        """Serve whoever has waited longest."""
        self._runner.write(self, lambda unit: waiting.call(unit, self._location), self._called)

    def _arrived(self, waiter: Waiter) -> None:
        clock = current().clock_time(local(waiter.arrived_at))
        self._undo.push(_("Arrived {time}", time=clock), "", partial(self._remove, waiter))

    def _called(self, waiter: Waiter) -> None:
        clock = current().clock_time(local(waiter.arrived_at))
        self.serving.emit(waiter)
        detail = _("arrived {time}", time=clock)
        self._undo.push(_("Next in line"), detail, partial(self._back, waiter))

    def _back(self, waiter: Waiter) -> None:
        self._runner.write(self, lambda unit: waiting.back(unit, waiter.id))

    def _remove(self, waiter: Waiter) -> None:
        self._runner.write(self, lambda unit: waiting.forget(unit, waiter.id))

    def _leave(self, waiter: Waiter) -> None:
        self._runner.write(self, lambda unit: waiting.leave(unit, waiter.id), self._has_left)

    def _has_left(self, visit: Visit) -> None:
        def job(unit: Unit) -> Visit:
            return visits.void(unit, visit.id, UNDONE)

        undo = partial(self._runner.write, self, job)
        self._undo.push(_("Left the line"), _("Counted as a visit"), undo)

    def _on_changed(self, changes: Changes, _author: object) -> None:
        if changes & Changes.WAITING:
            self.read()

    def _show(self, line: Sequence[Waiter]) -> None:
        self._line = line
        self._card.show_line(line, self._runner.desk.clock())
