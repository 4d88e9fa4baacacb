"""Languages and municipalities: which stand on the keys of a location, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.place import Ask, Location
from app.domain.reference import Kind, Reference
from app.localization import _, current
from app.services import chips, places
from app.services.chips import ORDERED, bundled_reference
from app.services.unit import Changes, Unit
from app.ui.check_in.lists import LANGUAGE_KEYS, MUNICIPALITY_KEYS, UNKNOWN
from app.ui.settings.here import Here
from app.ui.settings.keeper import Keeper
from app.ui.settings.order_list import OrderList
from app.ui.settings.page import Go
from app.ui.settings.panes import ListPane, started
from app.ui.settings.place_page import PlacePage
from app.ui.settings.rows import Row
from app.ui.settings.swaps import Order, swap_order
from app.ui.settings.two_ways import TwoWays
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.segments import Segments, SegmentText

KEYS = {Kind.LANGUAGE: LANGUAGE_KEYS, Kind.MUNICIPALITY: MUNICIPALITY_KEYS}
ASKS = {Kind.LANGUAGE: Ask.LANGUAGE, Kind.MUNICIPALITY: Ask.MUNICIPALITY}


@dataclass(frozen=True, slots=True)
class Known:
    """What the page reads: the locations, the lists, and what stands on the keys of each."""

    locations: Sequence[Location]
    reference: Reference
    orders: dict[tuple[str, Kind], tuple[str, ...]]


class KeysPage(PlacePage):
    """All entries, those with a key first; hands learn places, so only people move them."""

    icon = "list-ordered"

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper, here)
        self._known: Known | None = None
        self._codes: list[str] = []
        self._proposed: tuple[str, ...] = ()
        self.kinds, self.rows, self.proposal = Segments(), OrderList(), TwoWays("info")
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

    def _show(self, known: Known) -> None:
        self._known = known
        self.know(known.locations)
        asked = ASKS[self._kind()] in self.here.location().asks
        for widget in (self.list, self.up, self.down, self.propose, self.delivered):
            widget.setVisible(asked)
        self.none.setVisible(not asked)
        self._put(self._kept())

    def _kept(self) -> list[str]:
        """All entries as they are kept: those on keys, then the others."""
        assert self._known is not None
        return self._whole(self._known.orders[self.here.code, self._kind()])

    def _whole(self, first: Sequence[str]) -> list[str]:
        """These, then all others in the order of the list; "not known" has a key of its own."""
        assert self._known is not None
        entries = self._known.reference[self._kind()]
        known = [code for code in first if code in entries]
        return known + [code for code in entries if code not in known and code != UNKNOWN]

    def _put(self, codes: Sequence[str]) -> None:
        self._codes = list(codes)
        self.proposal.hide()
        self._show_rows()
        self.edited.emit()

    def _show_rows(self) -> None:
        if self._known is not None:
            keys = KEYS[self._kind()][: len(self._codes)].ljust(len(self._codes))
            self.rows.set_rows([self._row(*pair) for pair in zip(self._codes, keys, strict=True)])

    def _row(self, code: str, key: str) -> Row:
        assert self._known is not None
        item = self._known.reference[self._kind()][code]
        name, own = item.name[current().language], item.endonym
        title = name if own in ("", name) else current().listing([name, own])
        return Row(code, title, cap=key, quiet=key == " ")

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
        room = ORDERED[self._kind()]
        found = [code for code in common if code != UNKNOWN][:room]
        rest = [code for code in self._codes if code not in found]
        self._proposed = tuple((found + rest)[:room])
        if not found or list(self._proposed) == self._codes[:room]:
            self._proposed = ()
        self.proposal.ask(partial(self._proposal_words, len(found)))

    def _proposal_words(self, found: int) -> tuple[str, str, str, str]:
        if not found:
            return _("Nothing was recorded here in the last 90 days."), "", "", _("Close")
        if not self._proposed:
            return _("The keys are in the order of the last 90 days."), "", "", _("Close")
        assert self._known is not None
        kind, language = self._kind(), current().language
        names = [
            f"{key} {self._known.reference.short(kind, code, language)}"
            for key, code in zip(KEYS[kind], self._proposed, strict=False)
        ]
        fact = _("By the visits of the last 90 days the order would be this:")
        return fact, current().listing(names), _("Take this order"), _("Leave as it is")

    def _take_proposal(self) -> None:
        self._put(self._whole(self._proposed))
        self.rows.setFocus()

    def _deliver(self) -> None:
        self._put(self._whole(bundled_reference().default_order[self._kind()]))

    def _keep(self, order: Order) -> None:
        assert self._known is not None
        orders = {**self._known.orders, (order.location, order.kind): order.codes}
        self._known = Known(self._known.locations, self._known.reference, orders)


def _read(unit: Unit) -> Known:
    locations = places.locations(unit)
    orders = {
        (one.code, kind): chips.order(unit, one.code, kind) for one in locations for kind in KEYS
    }
    return Known(locations, chips.reference(unit), orders)
