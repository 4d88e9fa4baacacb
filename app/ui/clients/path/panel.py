"""An opened step of the path: its entries, and one of them or a new one in the form."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.path.agreed import Agreed
from app.domain.path.assessment import Assessment
from app.domain.path.longer import Extension, Leave
from app.domain.path.notice import Notice
from app.domain.path.orientation import Orientation
from app.domain.path.plan import Plan
from app.domain.path.review import Review
from app.domain.path.training import Training
from app.domain.path.whole import Kept, Path
from app.ui.clients.path import panel_words
from app.ui.clients.path.around import Around
from app.ui.clients.path.drafts import Drafts, Place
from app.ui.clients.path.keeping import Keeping
from app.ui.clients.path.panel_view import PanelView
from app.words.sentences import sentence

# What each of the four steps opens: its own kind, and what belongs to it.
GROUPS: Final[tuple[tuple[type[Any], ...], ...]] = (
    (Assessment,),
    (Plan, Review, Agreed, Extension, Leave, Notice),
    (Orientation,),
    (Training,),
)
OVERTAKEN: Final = ("step_changed", "step_unknown")


class Panel(PanelView):
    """`closed` when it is put away, `stale` when somebody else was first with the entry.

    `refused` carries why an entry that is not in the form any more was not kept.
    What is typed stays, for whom and for which entry it was typed.
    """

    closed = Signal()
    stale = Signal()
    refused = Signal(str)

    def __init__(self, keeping: Keeping, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(drafts, parent)
        self._keeping, self._drafts = keeping, drafts
        self._around, self._group = Around(), GROUPS[0]
        self._saving = self._overtaken = False
        self.kinds.changed.connect(self._on_kind)
        self.entries.changed.connect(self._on_entry)
        self.entry.edited.connect(self._enable)
        self.left.connect(self.leave)
        self.entered.connect(self.write)
        self.take_back.clicked.connect(self._take_back)
        self.conflict.acted.connect(lambda: self._show(self.entry.stored(self._around)))

    @property
    def kind(self) -> type[Any]:
        """The kind of the entry in the form."""
        return self.entry.kind

    def open(self, client_id: UUID, around: Around, group: int) -> None:
        """Open a step of a client: its last entry, or a new one where there is none."""
        self.entry.put_aside()
        self._around, self._group = around, GROUPS[group]
        self.entry.client, self.entry.kind = client_id, self._group[0]
        self._show(around.path.last(self.kind))
        self.entry.begin()

    def begin_new(self, kind: type[Any]) -> None:
        """A new entry of a kind that belongs to the opened step."""
        self.entry.put_aside()
        self.entry.kind = kind
        self._show(None)
        self.entry.begin()

    def load(self, around: Around) -> None:
        """Something was read anew; what is typed stays."""
        self._around = around
        if self.entry.form is None or self._saving:
            return
        if not self.entry.is_edited():
            self._show(self.entry.stored(around) or around.path.last(self.kind))
            return
        self.entry.form.load(around.today)
        if self._overtaken:
            self._overtaken = False
            self.conflict.show_for(self.entry, around)
        self._retranslate()

    def leave(self) -> None:
        """Put the panel away."""
        self.entry.put_aside()
        self.closed.emit()

    def write(self) -> None:
        """Record or change what stands in the form, if it is right."""
        step, entry = self.entry.checked(self._around), self.entry
        if step is None:
            self.tell(entry.refused)
            entry.point_out()
        elif not self._saving:
            self._saving = True
            self._enable()
            place, path = entry.place(), self._around.path
            then = (
                lambda kept: self._on_done(place, path.with_step(kept), kept),
                lambda refused: self._on_failed(place, refused),
            )
            if entry.kept is None:
                self._keeping.record(entry.client, step, entry.new, *then)
            else:
                self._keeping.amend(entry.client, entry.kept, step, *then)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.entry.form is not None:
            self._retranslate()

    def _show(self, kept: Kept[Any] | None) -> None:
        """Bring an entry, or a new one, into the form."""
        self.entry.bring(self.entry.client, self.kind, self._around, kept)
        self._overtaken = False
        self.conflict.hide()
        self._retranslate()

    def _on_kind(self, name: str) -> None:
        self.entry.put_aside()
        self.entry.kind = next(kind for kind in self._group if kind.__name__ == name)
        self._show(self._around.path.last(self.kind))

    def _on_entry(self) -> None:
        code = next(iter(self.entries.chosen()), panel_words.NEW)
        self.entry.put_aside()
        known = {str(one.id): one for one in self._around.path.of(self.kind)}
        self._show(known.get(code))

    def _enable(self) -> None:
        edited, step = self.entry.is_edited(), self.entry.checked(self._around)
        self.tell(self.entry.refused if edited else None)
        self.save.setEnabled(step is not None and edited and not self._saving)
        self.take_back.setVisible(self.entry.kept is not None)
        self.take_back.setEnabled(not edited and not self._saving)

    def _take_back(self) -> None:
        entry, place = self.entry, self.entry.place()
        if entry.kept is not None and not self._saving:
            self._saving, rest = True, self._around.path.without(entry.kept.id)
            last = rest.last(self.kind)
            self._keeping.take_back(
                entry.client,
                entry.kept,
                lambda _old: self._on_done(place, rest, last),
                lambda refused: self._on_failed(place, refused),
            )

    def _on_done(self, place: Place, path: Path, then: Kept[Any] | None) -> None:
        """It is on disk; `then` is shown, unless something else is in hand meanwhile."""
        self._saving = False
        self._drafts.take(place)
        if self.entry.is_at(place):
            self._around.path = path
            self._show(then)
        else:
            self._enable()

    def _on_failed(self, place: Place, refused: Refused) -> None:
        """Nothing was kept: all that was typed stands there still, or waits where it was put."""
        self._saving = False
        self._enable()
        if not self.entry.is_at(place):
            self.refused.emit(sentence(refused))
            return
        self.tell(refused)
        if refused.code in OVERTAKEN:
            self._overtaken = True
            self.stale.emit()

    def _retranslate(self) -> None:
        kept, here = self.entry.kept, self.entry.place()
        panel_words.write(self, self._around, self._group, kept)
        self.kinds.set_current(self.kind.__name__)
        self.entries.set_chips(panel_words.entries(self._around, self._drafts, here))
        self.entries.setVisible(bool(self.entries.chips))
        self.entries.set_chosen((str(kept.id) if kept is not None else panel_words.NEW,))
        self._enable()
