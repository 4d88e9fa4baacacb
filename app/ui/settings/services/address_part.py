"""Where a service is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.directory import Address
from app.localization import _
from app.ui.settings.panes import beside
from app.ui.settings.services import speech
from app.ui.settings.services.choice_field import ChoiceField
from app.ui.settings.services.contact_part import text_problem
from app.ui.settings.texts import Texts, one_line
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.words.directory import in_use

BOTH = ("fi", "sv")


class AddressPart(QWidget):
    """`edited` with every change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._neighbours: Sequence[Mapping[str, str]] = ()
        self.street = Texts(BOTH, lambda: _("Street"), text_problem)
        self.entrance = Texts(BOTH, lambda: _("Entrance"), text_problem)
        self.spot = Texts(BOTH, lambda: _("Place"), text_problem)
        self.town, self.post = ChoiceField(), one_line()
        self.shared = Label("help", "dim", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for texts in (self.street, self.entrance, self.spot):
            texts.edited.connect(self.edited)
            self._column.addWidget(texts)
        self._column.addLayout(beside(self.post, self.town))
        self._column.addWidget(self.shared)
        for field in (self.town, self.post):
            field.edited.connect(self.edited)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, address: Address | None, neighbours: Sequence[Mapping[str, str]]) -> None:
        """Show an address; `neighbours` are the names of other services at the same place."""
        self._neighbours = neighbours
        shown = address or Address({}, {}, {}, "")
        self.street.put(shown.street)
        self.entrance.put(shown.entrance)
        self.spot.put(shown.place)
        self.town.put(shown.municipality)
        self.post.set_text(shown.postal_code)
        self._retranslate()

    def typed(self, known: Address | None) -> Address | None:
        """What stands there; None where neither a street nor a place is written."""
        texts = (self.street.texts(), self.spot.texts(), self.entrance.texts())
        if not any(any(each.values()) for each in texts):
            return None
        before = known or Address({}, {}, {}, "")
        street, place, entrance = texts
        return replace(
            before,
            street=street,
            place=place,
            entrance=entrance,
            municipality=self.town.code(),
            postal_code=self.post.text().strip(),
        )

    def is_right(self) -> bool:
        return all(texts.is_right() for texts in (self.street, self.entrance, self.spot))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))

    def _retranslate(self) -> None:
        self.town.set_label(_("Town"))
        self.town.set_items([("", "–"), *speech.towns()])
        self.post.set_label(_("Postal code"))
        names = ", ".join(map(in_use, self._neighbours))
        self.shared.setVisible(bool(names))
        self.shared.setText(
            _("Also at this place: {names}. They stay there when this one moves.", names=names)
        )
