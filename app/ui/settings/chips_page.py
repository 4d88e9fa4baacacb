"""Topics and outcomes: what stands on their chips, and which are offered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.reference import SHORT_LABEL_MAX, Item, Kind, Reference
from app.localization import _, _n, current
from app.services import chips
from app.services.unit import Changes
from app.ui.check_in.lists import OUTCOME_KEYS, SHIFT, TOPIC_KEYS
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go, Page
from app.ui.settings.panes import Form, ListPane, Panes, Tick, started
from app.ui.settings.swaps import ChipOf, swap_chip
from app.ui.settings.texts import Texts
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.ui.widgets.row_list import Row, RowList
from app.ui.widgets.segments import Segments, SegmentText


class ChipsPage(Page):
    """All entries of one of the two lists with their keys, and the one that is open."""

    icon = "text-cursor-input"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._reference: Reference | None = None
        self._open = ""
        self.kinds, self.rows = Segments(), RowList()
        self.name = Label("section", wraps=True)
        self.labels = Texts(("fi", "sv", "en"), lambda: _("On the chip"), _problem, _room)
        self.offered, self.about, self.delivered = (
            Tick(),
            Label("help", "dim", wraps=True),
            Link(),
        )
        self.list, self.form = ListPane(self.rows), Form()
        self.column.addLayout(started(self.kinds))
        self.form.add(self.name, self.labels, self.offered, self.about, started(self.delivered))
        self.form.column.addStretch(1)
        self.column.addWidget(Panes(self.list, self.form), 1)
        self._connect()
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Topics and outcomes")

    def concerns(self, changes: Changes) -> bool:
        return bool(changes & Changes.CHIPS)

    def read(self) -> None:
        self.runner.read(self, chips.reference, self._show, ticket="chips")

    def is_unsaved(self) -> bool:
        return self._reference is not None and self._typed() != self._known()

    def is_right(self) -> bool:
        return self.labels.is_right()

    def write(self, then: Go) -> None:
        typed = self._typed()
        self.begin()
        act = _("Chip changed"), typed.short[current().language]
        done = self.ends(partial(self._keep, typed), then)
        self.keeper.save(self, swap_chip, ChipOf(self._kind(), typed), act, done)

    def forget(self) -> None:
        self._put(self._open)

    def retranslate(self) -> None:
        self.lead.setText(
            _("The same at every location, on the same keys. A visit keeps what was recorded.")
        )
        self.kinds.set_items(
            [
                SegmentText(Kind.TOPIC, _("Topics")),
                SegmentText(Kind.OUTCOME, _("Outcomes")),
            ]
        )
        self.offered.setText(_("Offered in the form"))
        self.about.setText(_("Switched off, its key stays free: no other chip moves there."))
        self.delivered.set_texts(_("Labels as delivered"))
        self._show_rows()

    def _connect(self) -> None:
        self.kinds.changed.connect(self._ask_kind)
        self.rows.asked.connect(self._ask)
        self.labels.edited.connect(self.edited)
        self.offered.toggled.connect(self.edited)
        self.delivered.clicked.connect(self._deliver)

    def _kind(self) -> Kind:
        return Kind(self.kinds.current())

    def _known(self) -> Item:
        assert self._reference is not None
        return self._reference[self._kind()][self._open]

    def _typed(self) -> Item:
        return replace(self._known(), short=self.labels.texts(), active=self.offered.isChecked())

    def _show(self, reference: Reference) -> None:
        self._reference = reference
        self._show_rows()
        self._put(self._open or self.rows.keys()[0])

    def _show_rows(self) -> None:
        if self._reference is not None:
            keys = keys_of(self._kind())
            items = self._reference[self._kind()].values()
            self.rows.set_rows([_row(*pair) for pair in zip(items, keys, strict=False)])
            self.list.set_heading(self.kinds.segments[self._kind()].text())
            self._name()

    def _ask(self, code: str) -> None:
        self.rows.set_key(self._open)
        if code != self._open:
            self.leave_asked.emit(partial(self._put, code))

    def _ask_kind(self, kind: str) -> None:
        other = Kind.TOPIC if kind == Kind.OUTCOME else Kind.OUTCOME
        self.kinds.set_current(other)
        self.leave_asked.emit(partial(self._turn, kind))

    def _turn(self, kind: str) -> None:
        self.kinds.set_current(kind)
        self._open = ""
        self.rows.set_rows([])
        self._show_rows()
        self._put(self.rows.keys()[0])

    def _put(self, code: str) -> None:
        self._open = code
        self.rows.set_key(code)
        known = self._known()
        self.labels.put(known.short)
        self.offered.setChecked(known.active)
        self._name()
        self.edited.emit()

    def _name(self) -> None:
        if self._open:
            self.name.setText(self._known().name[current().language])

    def _deliver(self) -> None:
        self.labels.put(chips.bundled_reference()[self._kind()][self._open].short)
        self.edited.emit()

    def _keep(self, typed: Item) -> None:
        assert self._reference is not None
        entries = {**self._reference[self._kind()], typed.code: typed}
        items = {**self._reference.items, self._kind(): entries}
        self._reference = replace(self._reference, items=items)
        self._show_rows()


def keys_of(kind: Kind) -> list[str]:
    """The keys of the topics or the outcomes, in the order of the list."""
    if kind == Kind.TOPIC:
        return list(TOPIC_KEYS)
    return [SHIFT + key for key in OUTCOME_KEYS]


def _row(item: Item, key: str) -> Row:
    language = current().language
    detail = item.name[language]
    if not item.active:
        detail = current().listing([_("not offered"), detail])
    return Row(item.code, item.short[language], detail, cap=key, quiet=not item.active)


def _problem(label: str) -> str:
    if not label:
        return _("Write a label.")
    over = len(label) - SHORT_LABEL_MAX
    return _n("{n} character too many.", "{n} characters too many.", over) if over > 0 else ""


def _room(label: str) -> str:
    return _("{n} of {most} characters", n=len(label), most=SHORT_LABEL_MAX)
