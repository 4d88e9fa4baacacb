"""Languages and municipalities: which stand on the keys of a location, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.place import Ask
from app.domain.reference import Kind
from app.localization import _, current
from app.services import chips, places
from app.services.chips import ORDERED, bundled_reference
from app.services.unit import Changes, Unit
from app.ui.settings.here import Here
from app.ui.settings.keeper import Keeper
from app.ui.settings.key_book import KEYS, KeyBook
from app.ui.settings.order_list import OrderList
from app.ui.settings.page import Go
from app.ui.settings.panes import ListPane, started
from app.ui.settings.place_page import PlacePage
from app.ui.settings.proposal import Proposal
from app.ui.settings.swaps import Order, swap_order
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.segments import Segments, SegmentText

ASKS = {Kind.LANGUAGE: Ask.LANGUAGE, Kind.MUNICIPALITY: Ask.MUNICIPALITY}


class KeysPage(PlacePage):
    """All entries, those with a key first; hands learn places, so only people move them."""

    icon = "list-ordered"

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper, here)
        self._known: KeyBook | None = None
        self._codes: list[str] = []
        self.kinds, self.rows, self.proposal = Segments(), OrderList(), Proposal()
        self.up, self.down = Button(), Button()
        self.propose, self.delivered = Button(), Button()
        self.none = EmptyState()
        self.list = ListPane(self.rows)
        self._tools = started(self.up, self.down, self.propose, self.delivered)
        self.column.addLayout(started(self.kinds))
        self.column.addWidget(self.proposal)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.none, 1)
        self.column.addLayout(self._tools)
        self._connect()
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Languages and municipalities")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & (Changes.PLACES | Changes.CHIPS))

    def read(self) -> None:
        self.runner.read(self, _read, self._show, ticket="keys")

    def is_unsaved(self) -> bool:
        return self._known is not None and self._codes != self._kept()

    def is_right(self) -> bool:
        return True

    def write(self, then: Go) -> None:
        kind, here = self._kind(), self.here
        order = Order(here.code, kind, tuple(self._codes[: ORDERED[kind]]))
        self.begin()
        place = here.location().name[current().language]
        act = _("Order of keys kept"), current().listing([place, self._kind_words()])
        done = self.ends(partial(self._keep, order), then)
        self.keeper.save(self, swap_order, order, act, done)

    def forget(self) -> None:
        self._put(self._kept())

    def retranslate(self) -> None:
        self.lead.setText(
            _("The first stand on keys, the others are found by typing. Nothing moves by itself.")
        )
        self.kinds.set_items(
            [
                SegmentText(Kind.LANGUAGE, _("Languages")),
                SegmentText(Kind.MUNICIPALITY, _("Municipalities")),
            ]
        )
        self.list.set_heading(_("Order on the keys"))
        self.up.set_texts(_("Up"), "Alt ↑")
        self.down.set_texts(_("Down"), "Alt ↓")
        self.propose.set_texts(_("From the last 90 days"))
        self.delivered.set_texts(_("As delivered"))
        self.none.set_texts(
            _("Language and municipality are not recorded at this location, so they have no keys.")
        )
        self._show_rows()

    def _connect(self) -> None:
        self.kinds.changed.connect(self._ask_kind)
        self.rows.moved.connect(self._move)
        self.up.clicked.connect(partial(self.rows.move_here, -1))
        self.down.clicked.connect(partial(self.rows.move_here, 1))
        self.propose.clicked.connect(self._ask_common)
        self.delivered.clicked.connect(self._deliver)
        self.proposal.acted.connect(self._take_proposal)
        self.proposal.left.connect(self.proposal.hide)

    def _kind(self) -> Kind:
        return Kind(self.kinds.current())

    def _kind_words(self) -> str:
        return self.kinds.segments[self._kind()].text()

    def _show(self, known: KeyBook) -> None:
        self._known = known
        self.know(known.locations)
        asked = ASKS[self._kind()] in self.here.location().asks
        for widget in (self.list, self.up, self.down, self.propose, self.delivered):
            widget.setVisible(asked)
        self.none.setVisible(not asked)
        self._put(self._kept())

    def _kept(self) -> list[str]:
        assert self._known is not None
        return self._known.kept(self.here.code, self._kind())

    def _put(self, codes: Sequence[str]) -> None:
        self._codes = list(codes)
        self.proposal.hide()
        self._show_rows()
        self.edited.emit()

    def _show_rows(self) -> None:
        if self._known is not None:
            self.rows.set_rows(self._known.rows(self._kind(), self._codes))

    def _move(self, old: int, new: int) -> None:
        code = self._codes.pop(old)
        self._codes.insert(new, code)
        self._show_rows()
        self.rows.set_key(code)
        self.rows.scrollToItem(self.rows.item(new))
        self.edited.emit()

    def _ask_kind(self, kind: str) -> None:
        other = Kind.LANGUAGE if kind == Kind.MUNICIPALITY else Kind.MUNICIPALITY
        self.kinds.set_current(other)
        self.leave_asked.emit(partial(self._turn, kind))

    def _turn(self, kind: str) -> None:
        self.kinds.set_current(kind)
        if self._known is not None:
            self._show(self._known)

    def _ask_common(self) -> None:
        code, kind = self.here.code, self._kind()
        job = partial(chips.common, location=code, kind=kind)
        self.runner.read(self, job, self._on_common, ticket="common")

    def _on_common(self, common: tuple[str, ...]) -> None:
        assert self._known is not None
        self.proposal.propose(self._known, self._kind(), self._codes, common)

    def _take_proposal(self) -> None:
        assert self._known is not None
        self._put(self._known.whole(self._kind(), self.proposal.order))
        self.rows.setFocus()

    def _deliver(self) -> None:
        assert self._known is not None
        order = bundled_reference().default_order[self._kind()]
        self._put(self._known.whole(self._kind(), order))

    def _keep(self, order: Order) -> None:
        assert self._known is not None
        self._known = self._known.with_order(order.location, order.kind, order.codes)


def _read(unit: Unit) -> KeyBook:
    locations = places.locations(unit)
    orders = {
        (one.code, kind): chips.order(unit, one.code, kind) for one in locations for kind in KEYS
    }
    return KeyBook(locations, chips.reference(unit), orders)
