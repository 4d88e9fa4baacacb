"""The slips given out lately, at the start of the tab: by number, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from app.domain.errors import Refused
from app.localization import _, _n
from app.services.given import Given
from app.ui.referrals.given.slip_list import SlipList
from app.ui.referrals.search_card import SearchCard
from app.ui.widgets.banner import Banner
from app.words.sentences import sentence


class ListCard(SearchCard):
    """`typed` carries what was written for a number, once Enter is pressed."""

    typed = Signal(str)

    def __init__(self) -> None:
        self.list = SlipList()
        super().__init__("hash", self.list)
        self.moved = Banner("warning")
        self._lately: Sequence[Given] = ()
        self._moved: Sequence[Given] = ()
        self._today, self._only_moved = date.min, False
        self._refused: Refused | None = None
        self.head.addWidget(self.moved)
        self.moved.hide()
        self.field.entered.connect(self._on_entered)
        self.field.edited.connect(lambda _text: self.complain(None))
        self.moved.acted.connect(self._turn)
        self._retranslate()

    def show_slips(self, lately: Sequence[Given], moved: Sequence[Given], today: date) -> None:
        """A first page, and the slips whose place has moved since."""
        self._lately, self._moved, self._today = lately, moved, today
        self._only_moved = self._only_moved and bool(moved)
        self._show()

    def complain(self, refused: Refused | None) -> None:
        """Why there is no slip of the number that was typed."""
        self._refused = refused
        self.field.set_error(sentence(refused) if refused is not None else None)

    def _empty_field(self) -> None:
        self.field.set_text("")
        self.complain(None)

    def _on_entered(self) -> None:
        if typed := self.field.text().strip():
            self.typed.emit(typed)
        elif self.list.current() is not None:
            self.list.entered.emit()

    def _turn(self) -> None:
        self._only_moved = not self._only_moved
        self._show()

    def _show(self) -> None:
        here = self.list.current()
        shown = self._moved if self._only_moved else self._lately
        self.list.slips.show(shown, self._today, whole=self._only_moved)
        if here is not None:
            self.list.put_in_hand(here.number)
        self._show_any(bool(shown))
        self._tell_moved()

    def _tell_moved(self) -> None:
        count = len(self._moved)
        self.moved.setVisible(count > 0)
        self.moved.set_kind("warning", "map-pin")
        self.moved.set_content(
            _n("A place has moved since: {n} slip", "A place has moved since: {n} slips", count),
            _("Whoever has it goes to the old address."),
            _("Show all slips") if self._only_moved else _("Show them"),
        )

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Number of the slip, as J-3147-K"))
        self.empty.set_texts(_("No slip has been given out here yet."))
        self.list.retranslate()
        self._tell_moved()
        self.complain(self._refused)
