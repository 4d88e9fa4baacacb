"""An opened step of the path: its entries, and one of them or a new one in the form."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from app.domain.path.whole import Kept
from app.localization import _, current
from app.services.visits import new_id
from app.ui.clients.path import panel_words
from app.ui.clients.path.around import Around
from app.ui.clients.path.asked import form_of
from app.ui.clients.path.checking import checked, differences
from app.ui.clients.path.drafts import Draft, Drafts, Place
from app.ui.clients.path.form import NOT_YET, StepForm
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


class Panel(PanelView):
    """`closed` when it is put away, `stale` when somebody else was first with the entry.

    What is typed stays, for whom and for which entry it was typed.
    """

    closed = Signal()
    stale = Signal()

    def __init__(self, keeping: Keeping, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping, self._drafts = keeping, drafts
        self._client, self._around = UUID(int=0), Around()
        self._group = GROUPS[0]
        self.kind = self._group[0]
        self.form: StepForm | None = None
        self._kept: Kept[Any] | None = None
        self._new = new_id()
        self._refused: Refused | None = None
        self._saving = self._overtaken = False
        self.kinds.changed.connect(self._on_kind)
        self.entries.changed.connect(self._on_entry)
        self.close_link.clicked.connect(self.leave)
        self.save.clicked.connect(self.write)
        self.take_back.clicked.connect(self._take_back)
        self.conflict.acted.connect(self._take_stored)

    def open(self, client_id: UUID, around: Around, group: int) -> None:
        """Open a step of a client: its last entry, or a new one where there is none."""
        self.put_aside()
        self._client, self._around, self._group = client_id, around, GROUPS[group]
        self.kind = self._group[0]
        self._show(around.path.last(self.kind))
        self._begin()

    def begin_new(self, kind: type[Any]) -> None:
        """A new entry of a kind that belongs to the opened step."""
        self.put_aside()
        self.kind = kind
        self._show(None)
        self.kinds.set_current(kind.__name__)
        self._begin()

    def load(self, around: Around) -> None:
        """Something was read anew; what is typed stays."""
        self._around = around
        if self.form is None or self._saving:
            return
        if self.form.is_edited():
            self.form.load(around.today)
            self._show_conflict()
            self._retranslate()
        else:
            here = self._stored() if self._kept is not None else None
            self._show(here or around.path.last(self.kind))

    def leave(self) -> None:
        """Put the panel away."""
        self.put_aside()
        self.closed.emit()

    def put_aside(self) -> None:
        """The form goes; what is typed and not saved waits for whoever comes back to it."""
        if self.form is not None and self.form.is_edited() and not self._saving:
            draft = Draft(self.form.state(), self._kept, self._new)
            self._drafts.keep(self._place(), draft)
        self._drop_form()

    def write(self) -> None:
        """Record or change what stands in the form, if it is right."""
        step = self._checked()
        if step is None:
            self._point_out()
        elif not self._saving:
            self._saving = True
            self._enable()
            then = (self._on_kept, self._on_failed)
            if self._kept is None:
                self._keeping.record(self._client, step, self._new, *then)
            else:
                self._keeping.amend(self._client, self._kept, step, *then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.form is not None:
            self._retranslate()
            self._enable()

    def _show(self, kept: Kept[Any] | None) -> None:
        """Bring an entry, or a new one, into the form, with what was typed there before."""
        self._drop_form()
        self._kept, self._new, self._overtaken = kept, new_id(), False
        form = self.form = form_of(self.kind, self._around)
        form.load(self._around.today)
        form.put(kept.step if kept is not None else None)
        draft = self._drafts.take(self._place())
        if draft is not None:
            self._kept, self._new = draft.kept, draft.new
            form.restore(draft.state)
        form.edited.connect(self._enable)
        self.place.addWidget(form)
        form.show()
        self.conflict.hide()
        self._retranslate()
        self._enable()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._drafts.set_typing(False)

    def _begin(self) -> None:
        if self.form is not None:
            self.form.answers[0].begin()

    def _stored(self) -> Kept[Any] | None:
        """The entry in the form as it is stored."""
        own = self._kept.id if self._kept is not None else None
        return next((one for one in self._around.path.kept if one.id == own), None)

    def _place(self) -> Place:
        return Place(self._client, self.kind, self._kept.id if self._kept is not None else None)

    def _on_kind(self, name: str) -> None:
        self.put_aside()
        self.kind = next(kind for kind in self._group if kind.__name__ == name)
        self._show(self._around.path.last(self.kind))

    def _on_entry(self) -> None:
        code = next(iter(self.entries.chosen()), panel_words.NEW)
        self.put_aside()
        known = {str(one.id): one for one in self._around.path.of(self.kind)}
        self._show(known.get(code))

    def _checked(self) -> Any | None:
        """The step in the form, None where something is wrong, which is then told."""
        if self.form is None:
            return None
        own = self._kept.id if self._kept is not None else self._new
        step, refused = checked(self.form, self._around, own)
        self._tell(refused)
        return step

    def _tell(self, refused: Refused | None) -> None:
        self._refused = refused
        missing = refused is None or refused.code in NOT_YET
        if self.form is not None:
            self.form.show_error(refused)
        self.problem.setText(sentence(refused) if refused is not None else "")
        self.problem.set_tone("dim" if missing else "danger")

    def _point_out(self) -> None:
        """The keyboard on the answer that is wrong or missing."""
        if self.form is not None and self._refused is not None:
            answer = self.form.answer_about(self._refused)
            if answer is not None:
                answer.begin()

    def _enable(self) -> None:
        edited = self.form is not None and self.form.is_edited()
        step = self._checked()
        if not edited:
            self._tell(None)
        self.save.setEnabled(step is not None and edited and not self._saving)
        self.take_back.setVisible(self._kept is not None)
        self.take_back.setEnabled(not edited and not self._saving)
        self._drafts.set_typing(edited)

    def _take_back(self) -> None:
        if self._kept is not None and not self._saving:
            self._saving = True
            self._keeping.take_back(self._client, self._kept, self._on_gone, self._on_failed)

    def _on_kept(self, kept: Kept[Any]) -> None:
        self._saving = False
        self._around.path = self._around.path.with_step(kept)
        if self.form is not None:
            self._show(kept)

    def _on_gone(self, kept: Kept[Any]) -> None:
        self._saving = False
        self._around.path = self._around.path.without(kept.id)
        if self.form is not None:
            self._show(self._around.path.last(self.kind))

    def _on_failed(self, refused: Refused) -> None:
        """Nothing was kept: all that was typed stands there still."""
        self._saving = False
        self._enable()
        self._tell(refused)
        if refused.code in ("step_changed", "step_unknown"):
            self._overtaken = True
            self.stale.emit()

    def _show_conflict(self) -> None:
        """What is stored now, beside what is typed; saved once more, what is typed holds."""
        stored = self._stored()
        if not self._overtaken or self.form is None:
            return
        self._overtaken, self._kept = False, stored
        other = form_of(self.kind, self._around)
        other.load(self._around.today)
        other.put(stored.step if stored is not None else None)
        told = differences(self.form, other)
        code = "step_changed" if stored is not None else "step_unknown"
        self.conflict.set_content(
            sentence(Refused(code)),
            current().listing(f"{question}: {answer}" for question, answer in told),
            _("Take what is stored"),
        )
        other.deleteLater()
        self.conflict.show()
        self._enable()

    def _take_stored(self) -> None:
        self._show(self._stored())

    def _retranslate(self) -> None:
        panel_words.write(self, self._around, self._group, self._kept)
        entries = panel_words.entries(self._around, self._drafts, self._place())
        self.entries.set_chips(entries)
        self.entries.setVisible(bool(entries))
        chosen = str(self._kept.id) if self._kept is not None else panel_words.NEW
        self.entries.set_chosen((chosen,))
