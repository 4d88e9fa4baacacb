"""What is done with the slip in hand: every act with its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.referral import IssuedSlip, Outcome
from app.localization import _
from app.services import given, referrals
from app.services.given import Given
from app.services.unit import Unit
from app.ui.check_in.reason_popup import ReasonPopup
from app.ui.referrals.given import words
from app.ui.referrals.given.slip_card import SlipCard
from app.ui.tab import Workplace
from app.words.referrals import void_words


class Acts(QObject):
    """What came of a slip, voiding and restoring it; `done` carries the slip as it is then."""

    done = Signal(object)

    def __init__(self, slip: SlipCard, workplace: Workplace) -> None:
        super().__init__(slip)
        self._slip, self._runner, self._undo = slip, workplace.runner, workplace.undo
        self.reasons = ReasonPopup(slip)
        slip.entered.connect(self._keep)
        slip.void_asked.connect(self.ask_void)
        slip.restore_asked.connect(self._restore)

    def ask_void(self) -> None:
        """Ask why, then take the slip out of every count."""
        one = self._slip.given
        if one is None or one.slip.void_reason is not None:
            return
        if not one.may_change:
            self._runner.worker.refused.emit(Refused("not_your_slip"))
            return
        number, reasons = one.number, void_words()
        self.reasons.ask(
            _("Why is slip {number} void?", number=number),
            _("Void the slip"),
            list(reasons),
            self._slip.void if self._slip.void.isVisible() else self._slip,
            partial(self._void, number),
            reasons,
        )

    def _keep(self, part: int, outcome: Outcome) -> None:
        """What came of one service, without a name."""
        one = self._slip.given
        if one is None:
            return
        number = one.number

        def kept(before: IssuedSlip, after: Given) -> None:
            told = words.outcome_line(after.told[part - 1])
            back = partial(self._put_back, before, part)
            self._undo.push(_("Outcome kept"), f"{number} · {told}", back)

        self._change(number, lambda unit: referrals.enter(unit, number, outcome, part), kept)

    def _put_back(self, before: IssuedSlip, part: int) -> None:
        def job(unit: Unit) -> IssuedSlip:
            referrals.put_back(unit, before, part)
            return before

        self._change(before.number, job, self._telling(_("Outcome taken back")))

    def _void(self, number: str, reason: str) -> None:
        def voided(_before: IssuedSlip, _after: Given) -> None:
            self._undo.push(_("Slip voided"), number, partial(self._unvoid, number))

        self._change(number, lambda unit: referrals.void(unit, number, reason), voided)

    def _restore(self) -> None:
        if (one := self._slip.given) is not None:
            number, reason = one.number, one.slip.void_reason or ""

            def restored(_before: IssuedSlip, _after: Given) -> None:
                back = partial(self._void_again, number, reason)
                self._undo.push(_("Slip restored"), number, back)

            self._change(number, lambda unit: referrals.restore(unit, number), restored)

    def _void_again(self, number: str, reason: str) -> None:
        told = self._telling(_("Slip voided"))
        self._change(number, lambda unit: referrals.void(unit, number, reason), told)

    def _unvoid(self, number: str) -> None:
        told = self._telling(_("Slip restored"))
        self._change(number, lambda unit: referrals.restore(unit, number), told)

    def _telling(self, title: str) -> Callable[[IssuedSlip, Given], None]:
        return lambda _before, after: self._undo.tell(title, after.number)

    def _change(
        self,
        number: str,
        act: Callable[[Unit], IssuedSlip],
        then: Callable[[IssuedSlip, Given], None],
    ) -> None:
        """Do it in the store and show the slip as it is then."""

        def job(unit: Unit) -> tuple[IssuedSlip, Given]:
            return act(unit), given.one(unit, number)

        def done(both: tuple[IssuedSlip, Given]) -> None:
            before, after = both
            if self._slip.given is None or self._slip.given.number == number:
                self._slip.show_slip(after, self._today())
            self.done.emit(after)
            then(before, after)

        self._runner.write(self, job, done, self._fail_change)

    def _fail_change(self, refused: Refused) -> None:
        """Nothing was kept: the slip is shown as it is, and the reason told."""
        if self._slip.given is not None:
            self._slip.show_slip(self._slip.given, self._today())
        self._runner.worker.refused.emit(refused)

    def _today(self) -> date:
        return local_day(self._runner.desk.clock())
