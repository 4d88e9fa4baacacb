"""The list and the slip in hand, joined to the store: every act with its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.referral import IssuedSlip, Outcome
from app.domain.slip_number import read_number
from app.localization import _
from app.referral_words import void_words
from app.services import given, referrals
from app.services.given import Given
from app.services.unit import Changes, Unit
from app.ui.check_in.reason_popup import ReasonPopup
from app.ui.referrals.given import words
from app.ui.referrals.given.list_card import ListCard
from app.ui.referrals.given.slip_card import SlipCard
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace

Lists = tuple[list[Given], list[Given]]


class Life(QObject):
    """`opened` when a person went to a slip, `again_wanted` carries one that is to be made anew."""

    opened = Signal()
    again_wanted = Signal(object)

    def __init__(self, card: ListCard, slip: SlipCard, workplace: Workplace) -> None:
        super().__init__(slip)
        self._card, self._slip = card, slip
        self._runner, self._undo = workplace.runner, workplace.undo
        self._location = workplace.location.code
        self._stale = True
        self.reasons = ReasonPopup(slip)
        self._connect()

    def show(self) -> None:
        """The list comes into view."""
        if self._stale:
            self.read()

    def read(self) -> None:
        """Ask the store for the first page, and for the slip in hand as it is now."""
        self._stale = False
        location = self._location

        def lists(unit: Unit) -> Lists:
            return given.lately(unit, location), given.moved_since(unit, location)

        self._runner.read(self, lists, self._show_lists, self._fail, ticket="list")
        if self._slip.given is not None:
            self._reopen(self._slip.given.number)

    def on_written(self, changes: Changes, author: object, *, visible: bool) -> None:
        """Somebody has changed something; what was done here is shown already."""
        if changes & (Changes.REFERRALS | Changes.DIRECTORY) and author is not self:
            self._stale = True
            if visible:
                self.read()

    def find(self, typed: str) -> None:
        """Open the slip of a number that somebody typed, and go into it."""
        number = read_number(typed) or typed
        self._runner.read(
            self, lambda unit: given.one(unit, number), self._enter, self._refuse, ticket="slip"
        )

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

    def _connect(self) -> None:
        self._card.typed.connect(self.find)
        self._card.list.opened.connect(self._open)
        self._card.list.entered.connect(self._go_in)
        self._card.list.void_asked.connect(self.ask_void)
        self._card.list.slips.wanted.connect(self._read_on)
        self._slip.entered.connect(self._keep)
        self._slip.void_asked.connect(self.ask_void)
        self._slip.restore_asked.connect(self._restore)
        self._slip.again_asked.connect(lambda: self.again_wanted.emit(self._slip.given))

    def _open(self, one: Given) -> None:
        """Show a slip of the list at once, then with its visit."""
        self._slip.show_slip(one, self._today())
        self._reopen(one.number)

    def _reopen(self, number: str) -> None:
        self._runner.read(
            self, lambda unit: given.one(unit, number), self._put, self._fail, ticket="slip"
        )

    def _go_in(self) -> None:
        self.opened.emit()
        self._slip.begin()

    def _enter(self, one: Given) -> None:
        self._card.complain(None)
        self._card.list.put_in_hand(one.number)
        self._put(one)
        self._go_in()

    def _put(self, one: Given) -> None:
        self._slip.show_slip(one, self._today())
        self._card.list.slips.put(one)

    def _read_on(self, last: Given) -> None:
        location, pages = self._location, self._card.list.slips
        self._runner.read(
            self, lambda unit: given.lately(unit, location, last), pages.add, ticket="list"
        )

    def _show_lists(self, lists: Lists) -> None:
        self._card.show_slips(*lists, self._today())
        if self._slip.given is not None:
            self._card.list.put_in_hand(self._slip.given.number)

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
            self._card.list.slips.put(after)
            if self._slip.given is None or self._slip.given.number == number:
                self._slip.show_slip(after, self._today())
            then(before, after)

        self._runner.write(self, job, done, self._fail_change)

    def _fail_change(self, refused: Refused) -> None:
        """Nothing was kept: the slip is shown as it is, and the reason told."""
        if self._slip.given is not None:
            self._slip.show_slip(self._slip.given, self._today())
        self._runner.worker.refused.emit(refused)

    def _refuse(self, refused: Refused) -> None:
        if refused.code in STORE:
            self._fail(refused)
        else:
            self._card.complain(refused)

    def _fail(self, refused: Refused) -> None:
        self._stale = True
        self._runner.worker.refused.emit(refused)

    def _today(self) -> date:
        return local_day(self._runner.desk.clock())
