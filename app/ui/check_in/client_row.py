"""The row of the client: nobody, or who it is and on what basis the visit is linked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.isolates import named
from app.domain.link import Agreed, Basis, Task, Way
from app.localization import _, current
from app.services.links import AtDesk
from app.ui.clients.speech import born_and_number, order
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.chip_group import ChipGroup, ChipText
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.links import consent_words, task_word, way_word


@dataclass(frozen=True, slots=True)
class Wish:
    """With whom a visit is to be linked, and on which basis; `anonymous` while there is none."""

    client: UUID
    basis: Basis = None
    anonymous: bool = False


class ClientRow(QWidget):
    """Shows the client of the visit in the form. `changed` follows what a person does.

    `asked` when a client is to be linked or unlinked, `note_asked` for a note; `wanted` carries the
    id of a client who stands in the form and is to be read. `turned` when the height is another.
    """

    changed = Signal()
    asked = Signal()
    note_asked = Signal()
    wanted = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client: UUID | None = None
        self.person: AtDesk | None = None
        self.icon, self.name, self.about = Icon("user-check", "text"), Label("strong"), Label()
        self.pill, self.note, self.link = Pill("success"), Link(), Link()
        self.basis, self.question = ChipGroup(), Label("body", "dim")
        self.below = QWidget()
        self._line, self._asking = QHBoxLayout(), QHBoxLayout(self.below)
        self._arrange()
        self.basis.changed.connect(self._on_chosen)
        self.link.clicked.connect(self.asked)
        self.note.clicked.connect(self.note_asked)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def wish(self, language: str | None) -> Wish | None:
        """With whom the visit is linked; a consent given now was asked for in this language."""
        if self.client is None:
            return None
        code = next(iter(self.basis.chosen()), "")
        if code in list(Task):
            return Wish(self.client, Task(code))
        if code:
            return Wish(self.client, Agreed(Way(code), language or current().language))
        known = self.person is None or self.person.consent is not None
        return Wish(self.client, anonymous=not known)

    def put(self, wish: Wish | None) -> None:
        """Show the client of a visit; nobody is told of a change."""
        self.client = wish.client if wish is not None else None
        basis = wish.basis if wish is not None else None
        code = basis.way if isinstance(basis, Agreed) else basis
        self.basis.set_chosen([str(code)] if code is not None else [])
        if self.person is not None and self.person.glance.id != self.client:
            self.person = None
        if self.client is not None and self.person is None:
            self.wanted.emit(self.client)
        self._show()

    def show_person(self, person: AtDesk | None) -> None:
        """Who stands in the form, as it was read; None for somebody who is not there."""
        self.person = person
        if person is None:
            self.client = None
        self._show()

    def choose(self, person: AtDesk) -> None:
        """Link with this client from now on, by hand."""
        self.client = person.glance.id
        self.basis.set_chosen(())
        self.show_person(person)
        self.changed.emit()
        if not self.below.isHidden():
            next(iter(self.basis.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self) -> None:
        """Nobody is linked, by hand."""
        self.put(None)
        self.changed.emit()

    def set_tight(self, tight: bool) -> None:
        self.basis.set_tight(tight)

    def retranslate(self) -> None:
        self.question.setText(_("Consent?"))
        ways = [ChipText(way, way_word(way)) for way in Way]
        self.basis.set_chips([*ways, *(ChipText(task, task_word(task)) for task in Task)])
        self.basis.setAccessibleName(_("On what basis the visit is linked"))
        self.note.set_texts(_("Add a note"), "Ctrl M")
        self._show()

    def _on_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """All that depends on who it is."""
        person, was = self.person, self.below.isHidden()
        somebody = self.client is not None
        for widget in (self.icon, self.name, self.about):
            widget.setVisible(somebody)
        self.link.set_texts(_("Remove the link") if somebody else _("Link a client"), "Ctrl L")
        self.name.setText(named(person.glance.name) if person is not None else "")
        self.about.setText(_told(person) if person is not None else "")
        self._show_basis(person)
        if self.below.isHidden() != was:
            self.turned.emit()

    def _show_basis(self, person: AtDesk | None) -> None:
        consent = person.consent if person is not None else None
        rests = consent is not None and not self.basis.chosen()
        self.pill.setVisible(rests)
        if consent is not None:
            self.pill.set_state("success", consent_words(consent))
        self.below.setVisible(person is not None and not rests)

    def _arrange(self) -> None:
        for widget in (self.icon, self.name, self.about, self.pill):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self._line.addWidget(self.note)
        self._line.addWidget(self.link)
        self._asking.setContentsMargins(0, 0, 0, 0)
        self._asking.addWidget(self.question, 0, Qt.AlignmentFlag.AlignVCenter)
        self._asking.addWidget(self.basis, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(self.below)
        self.below.hide()

    def _restyle(self) -> None:
        for line in (self._line, self._asking):
            line.setSpacing(active().space(8))


def _told(person: AtDesk) -> str:
    glance = person.glance
    about = born_and_number(glance.birth_year, glance.number)
    return current().listing([about, order(glance.protected_until)])
