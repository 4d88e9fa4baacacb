"""Who this is: the first lines of the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.isolates import named
from app.ui.clients.part import Part
from app.ui.tab import Workplace
from app.ui.widgets.label import Label


class Head(Part):
    """The name."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.name = Label("name", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)

    def read(self) -> None:
        self._retranslate()

    def clear(self) -> None:
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.name.setText(named(self.client.record.name) if self.client is not None else "")
