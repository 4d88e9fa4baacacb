"""Telephone, e-mail and address; and the Koto-AJ reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.client import Record
from app.domain.errors import Refused
from app.localization import _
from app.ui.clients.record.piece import Piece, Texts
from app.ui.theme import active
from app.ui.widgets.field import Field
from app.words.record import part_word
from app.words.sentences import sentence


class LinesPiece(Piece):
    """Fields of one line, each the value of its name in the record."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.lines = {name: Field() for name in names}
        for field in self.lines.values():
            field.edited.connect(self.changed)

    def put(self, record: Record, texts: Texts) -> None:
        for name, field in self.lines.items():
            field.set_text(getattr(record, name))

    def fields(self) -> dict[str, Any]:
        return {name: field.text() for name, field in self.lines.items()}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        for name, field in self.lines.items():
            problem = problems.get(name)
            field.set_error(sentence(problem) if problem else None)

    def stops(self) -> list[QWidget]:
        return [field.edit for field in self.lines.values()]


class ContactPiece(LinesPiece):
    """How the client is reached; the address is left out where an order keeps it back."""

    def __init__(self) -> None:
        super().__init__("phone", "email", "address")
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.addWidget(self.lines["phone"], 2)
        self._row.addWidget(self.lines["email"], 3)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.lines["address"])
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_address(self, shown: bool) -> None:
        """Whether there is an address to be typed."""
        self.lines["address"].setVisible(shown)

    def retranslate(self) -> None:
        for name, field in self.lines.items():
            field.set_label(part_word(name))

    def _restyle(self) -> None:
        self._row.setSpacing(active().space(12))
        self._column.setSpacing(active().space(8))


class KotoAjPiece(LinesPiece):
    """The reference in Koto-AJ."""

    def __init__(self) -> None:
        super().__init__("koto_aj")
        self.field = self.lines["koto_aj"]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        self.field.set_placeholder(_("As it stands in Koto-AJ"))
        self.field.edit.setAccessibleName(part_word("koto_aj"))

    def _restyle(self) -> None:
        self.field.box.setMaximumWidth(active().chars(44))
