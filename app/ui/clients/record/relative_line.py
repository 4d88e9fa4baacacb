"""One person of the family, a guardian or a representative."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Relation, Relative
from app.domain.isolates import named
from app.localization import _, capital, current
from app.services.relatives import Kin
from app.ui.settings.services.choice_field import ChoiceField
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.words.clients import relation_word
from app.words.record import part_word


class RelativeLine(QWidget):
    """What the person is, who, and a telephone; `asked` carries a name to be looked for.

    `taken` carries the `Kin` who was chosen of those that were offered; they take the name's place.
    """

    changed = Signal()
    rebuilt = Signal()
    dropped = Signal()
    asked = Signal(str)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kin: Kin | None = None
        self._unknown: Relative | None = None
        self._offered: Sequence[Kin] = ()
        self.relation, self.name, self.phone = ChoiceField(), Field(), Field()
        self.drop, self.part = Link(ink="text"), Link()
        self.drop.set_icon("x")
        self.who, self.lead = Label("help", "dim"), Label("help", "dim")
        self.offers: list[Link] = []
        self._row, self._below, self._column = QHBoxLayout(), QWidget(), QVBoxLayout(self)
        self._flow = FlowLayout(self._below)
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self._show()

    def put(self, relative: Relative, kin: Kin | None) -> None:
        """Show a person; a client by the name of `kin`."""
        self.relation.put(relative.relation)
        self._kin, self._unknown = kin, relative if relative.client and not kin else None
        self.name.set_text(kin.name.whole if kin else relative.name)
        self.phone.set_text(relative.phone)
        self._show()

    def relative(self) -> Relative:
        """Who stands here."""
        relation = Relation(self.relation.code())
        if self._kin is not None:
            return Relative(relation, "", self.phone.text(), self._kin.id)
        client = self._unknown.client if self._unknown else None
        return Relative(relation, self.name.text(), self.phone.text(), client)

    def offer(self, found: Sequence[Kin]) -> None:
        """Clients who may be the person whose name is typed."""
        self._offered = found if self._kin is None and self.name.text().strip() else ()
        self._show()

    def tell(self, problem: str) -> None:
        """What is wrong with the line."""
        of_phone = bool(self.phone.text()) and bool(self.name.text().strip())
        self.phone.set_error(problem if of_phone else None)
        self.name.set_error(None if of_phone else problem)

    def stops(self) -> list[QWidget]:
        fields = [self.relation.choice, self.name.edit, self.phone.edit, self.drop]
        return [*fields, *self.offers, self.part]

    def retranslate(self) -> None:
        self.relation.set_items([(one, capital(relation_word(one))) for one in Relation])
        self.relation.set_label(_("Who"))
        self.name.set_label(part_word("names"))
        self.phone.set_label(part_word("phone"))
        self.drop.setToolTip(_("Take this person away"))
        self.drop.setAccessibleName(_("Take this person away"))
        self.part.set_texts(_("Another person"))
        self.lead.setText(_("Among the clients:"))
        self._show_words()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if event.type() == QEvent.Type.LanguageChange:  # type: ignore[attr-defined]
            self.retranslate()
