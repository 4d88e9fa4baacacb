"""What a piece of the record form is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.client import Record
from app.domain.errors import Refused
from app.ui.clients.record.lists import Lists

Texts = Mapping[str, str]


class Piece(QWidget):
    """Some fields of the record. `changed` follows what a person does, `rebuilt` new stops.

    What cannot be read as a value is no field of `fields`; `texts` keeps it as it was typed.
    """

    changed = Signal()
    rebuilt = Signal()

    def load(self, lists: Lists) -> None:
        """What may be chosen; what is chosen stays."""

    def put(self, record: Record, texts: Texts) -> None:
        """Show what a record says, with what was typed and cannot be read."""
        raise NotImplementedError

    def fields(self) -> dict[str, Any]:
        """The fields of the record, by their names."""
        raise NotImplementedError

    def texts(self) -> Texts:
        """What was typed as it stands, by the names of the fields."""
        return {}

    def problems(self) -> Mapping[str, Refused]:
        """What cannot be read, by the names of the fields."""
        return {}

    def tell(self, problems: Mapping[str, Refused]) -> None:
        """Show what is wrong with the fields of this piece."""

    def stops(self) -> list[QWidget]:
        """Where the Tab key goes, in the order of reading."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set all texts."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
