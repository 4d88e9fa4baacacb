"""The list of slips given and the one in hand, read from the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.days import local_day
from app.domain.errors import Refused
from app.services import given, slips_again
from app.services.given import Given
from app.services.unit import Changes, Unit
from app.ui.referrals.given.acts import Acts
from app.ui.referrals.given.list_card import ListCard
from app.ui.referrals.given.slip_card import SlipCard
from app.ui.shell.trouble import STORE
from app.ui.tab import Workplace

Lists = tuple[list[Given], list[Given]]


class Life(QObject):
    """`opened` when a person went to a slip, `again_wanted` carries one that is to be made anew.

    `reprinted` carries the slip in hand, and the same as it is to be printed again.
    """

    opened = Signal()
    again_wanted = Signal(object)
    reprinted = Signal(object, object)

    def __init__(self, card: ListCard, slip: SlipCard, workplace: Workplace) -> None:
        super().__init__(slip)
        self._card, self._slip = card, slip
        self._runner, self.acts = workplace.runner, Acts(slip, workplace)
        self._location = workplace.location.code
        self._stale = True
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
        if changes & (Changes.REFERRALS | Changes.DIRECTORY) and author not in (self, self.acts):
            self._stale = True
            if visible:
                self.read()

    def find(self, typed: str) -> None:
        """Open the slip of a number that somebody typed, and go into it."""
        self._runner.read(
            self, lambda unit: given.one(unit, typed), self._enter, self._refuse, ticket="slip"
        )

    def _connect(self) -> None:
        self._card.typed.connect(self.find)
        self._card.list.opened.connect(self._open)
        self._card.list.entered.connect(self._go_in)
        self._card.list.void_asked.connect(self.acts.ask_void)
        self._card.list.slips.wanted.connect(self._read_on)
        self.acts.done.connect(self._on_done)
        self._slip.again_asked.connect(lambda: self.again_wanted.emit(self._slip.given))
        self._slip.reprint_asked.connect(self._reprint)

    def _on_done(self, one: Given) -> None:
        """What is heard of needs no new slip: whose place has moved is asked again."""
        self._card.list.slips.put(one)
        if self._card.moved.isVisible():
            self.read()

    def _open(self, one: Given) -> None:
        """Show a slip of the list at once, then with its visit."""
        self._slip.show_slip(one, self._today())
        self._reopen(one.number)

    def _reopen(self, number: str) -> None:
        self._runner.read(
            self, lambda unit: given.one(unit, number), self._put, self._fail, ticket="slip"
        )

    def _reprint(self) -> None:
        one = self._slip.given
        if one is not None:
            self._runner.read(
                self,
                lambda unit: slips_again.once_more(unit, one.number),
                lambda issued: self.reprinted.emit(one, issued),
                self._runner.worker.refused.emit,
                ticket="again",
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
