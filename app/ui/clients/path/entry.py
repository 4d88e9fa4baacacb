"""The entry in hand: its form, with what was typed there before, and whether it is right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.path.whole import Kept
from app.services.visits import new_id
from app.ui.clients.path.around import Around
from app.ui.clients.path.asked import form_of
from app.ui.clients.path.checking import checked
from app.ui.clients.path.drafts import Draft, Drafts, Place
from app.ui.clients.path.form import StepForm


class Entry(QWidget):
    """`kept` is the entry that is changed, None for a new one, which gets the id `new`.

    What is typed and not saved is put aside when the entry goes, and is there when it comes back.
    """

    edited = Signal()

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self.client = UUID(int=0)
        self.kind: type[Any] = type(None)
        self.kept: Kept[Any] | None = None
        self.new = new_id()
        self.form: StepForm | None = None
        self.refused: Refused | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def bring(
        self, client_id: UUID, kind: type[Any], around: Around, kept: Kept[Any] | None
    ) -> None:
        """An entry of a client, or a new one of its kind."""
        self.drop()
        self.client, self.kind, self.kept, self.new = client_id, kind, kept, new_id()
        form = self.form = form_of(kind, around)
        form.load(around.today)
        form.put(kept.step if kept is not None else None)
        draft = self._drafts.take(self.place())
        if draft is not None:
            self.kept, self.new = draft.kept, draft.new
            form.restore(draft.state)
        form.edited.connect(self.edited)
        self._column.addWidget(form)
        form.show()

    def put_aside(self) -> None:
        """The form goes; what is typed waits for whoever comes back to it."""
        if self.form is not None and self.form.is_edited():
            self._drafts.keep(self.place(), Draft(self.form.state(), self.kept, self.new))
        self.drop()

    def drop(self) -> None:
        """The form goes, and what is typed with it."""
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._drafts.set_typing(False)

    def place(self) -> Place:
        """Whose entry it is, and which."""
        return Place(self.client, self.kind, self.kept.id if self.kept is not None else None)

    def is_at(self, place: Place) -> bool:
        """Whether that entry is in the form."""
        return self.form is not None and self.place() == place

    def stored(self, around: Around) -> Kept[Any] | None:
        """The entry as it is stored now."""
        own = self.kept.id if self.kept is not None else None
        return next((one for one in around.path.kept if one.id == own), None)

    def is_edited(self) -> bool:
        return self.form is not None and self.form.is_edited()

    def checked(self, around: Around) -> Any | None:
        """The step in the form, None with `refused` where something is wrong or missing."""
        if self.form is None:
            return None
        own = self.kept.id if self.kept is not None else self.new
        step, self.refused = checked(self.form, around, own)
        self.form.show_error(self.refused)
        self._drafts.set_typing(self.is_edited())
        return step

    def begin(self) -> None:
        """The keyboard on the first answer."""
        if self.form is not None:
            self.form.answers[0].begin()

    def point_out(self) -> None:
        """The keyboard on the answer that is wrong or missing."""
        if self.form is not None and self.refused is not None:
            answer = self.form.answer_about(self.refused)
            if answer is not None:
                answer.begin()
