"""One person of the family, a guardian or a representative."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Relation, Relative
from app.domain.isolates import named
from app.localization import _, capital, current
from app.services.relatives import Kin
from app.ui.clients.speech import born_and_number
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

    `taken` carries the `Kin` who was chosen of those that were offered; that client then stands
    in the place of the name.
    """

    changed = Signal()
    rebuilt = Signal()
    dropped = Signal()
    asked = Signal(str)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kin: Kin | None = None
        self._offered: Sequence[Kin] = ()
        self.relation, self.name, self.phone = ChoiceField(), Field(), Field()
        self.drop, self.release = Link(ink="text"), Link()
        self.drop.set_icon("x")
        self.lead, self.offers = Label("help", "dim"), list[Link]()
        self.below = QWidget()
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._flow = FlowLayout(self.below, centred=True)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def put(self, relative: Relative, kin: Kin | None) -> None:
        """Show a person; a client by the name of `kin`."""
        self.relation.put(relative.relation)
        self._kin = kin
        self.name.set_text(kin.name if kin else relative.name)
        self.phone.set_text(relative.phone)
        self.offer(())

    def relative(self) -> Relative:
        """Who stands here."""
        relation, phone = Relation(self.relation.code()), self.phone.text()
        if self._kin is not None:
            return Relative(relation, "", phone, self._kin.id)
        return Relative(relation, self.name.text(), phone)

    def offer(self, found: Sequence[Kin]) -> None:
        """Clients who may be the person whose name is typed."""
        self._offered = found if self._kin is None else ()
        for link in self.offers:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.offers = [self._offer(kin) for kin in self._offered]
        self._show()
        self.rebuilt.emit()

    def tell(self, problem: str) -> None:
        """What is wrong with the line."""
        of_name = not self.name.text().strip()
        self.name.set_error(problem if of_name else None)
        self.phone.set_error(None if of_name else problem)

    def stops(self) -> list[QWidget]:
        fields = [self.relation.choice, self.name.edit, self.phone.edit, self.drop]
        return [*fields, self.release, *self.offers]

    def retranslate(self) -> None:
        self.relation.set_items([(one, capital(relation_word(one))) for one in Relation])
        self.relation.set_label(_("Who"))
        self.name.set_label(part_word("names"))
        self.phone.set_label(part_word("phone"))
        self.drop.setToolTip(_("Take this person away"))
        self.drop.setAccessibleName(_("Take this person away"))
        self.release.set_texts(_("Not this client"))
        for kin, link in zip(self._offered, self.offers, strict=True):
            link.set_texts(_spoken(kin))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self.relation, 3, top)
        self._row.addWidget(self.name, 5, top)
        self._row.addWidget(self.phone, 4, top)
        self._row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignBottom)
        self._flow.addWidget(self.lead)
        self._flow.addWidget(self.release)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.below)
        self.relation.edited.connect(self.changed)
        self.phone.edited.connect(self.changed)
        self.name.edited.connect(self._on_name)
        self.drop.clicked.connect(self.dropped)
        self.release.clicked.connect(self._release)

    def _offer(self, kin: Kin) -> Link:
        link = Link(self.below)
        link.set_texts(_spoken(kin))
        self._flow.addWidget(link)
        link.show()
        link.clicked.connect(partial(self._take, kin))
        return link

    def _on_name(self, text: str) -> None:
        self.asked.emit(text)
        self.changed.emit()

    def _take(self, kin: Kin) -> None:
        self._kin = kin
        self.name.set_text(kin.name)
        self.offer(())
        self.taken.emit(kin)
        self.phone.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _release(self) -> None:
        self._kin = None
        self._show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        kin = self._kin
        self.name.edit.setReadOnly(kin is not None)
        self.release.setVisible(kin is not None)
        self.below.setVisible(kin is not None or bool(self.offers))
        about = born_and_number(kin.birth_year, kin.number) if kin else ""
        told = current().listing([_("A client"), about]) if kin else _("Among the clients:")
        self.lead.setText(told)

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(8))
        self._column.setSpacing(active().space(4))


def _spoken(kin: Kin) -> str:
    return current().listing([named(kin.name), born_and_number(kin.birth_year, kin.number)])
