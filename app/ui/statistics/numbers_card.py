"""The same numbers as a table: locations by stretches of time, with their sums."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.sheet import Sheet
from app.localization import _
from app.ui.charts.hand_out import Guard, at_once, copy_sheet
from app.ui.charts.sheet_view import SheetView
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label


class NumbersCard(Card):
    """As high as its rows. What is copied goes through `guard`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.note = SheetView(whole=True), Label("help", "dim", wraps=True)
        self._notes: tuple[str, ...] = ()
        self.guard: Guard = at_once
        self.content.addWidget(self.table)
        self.content.addWidget(self.note)
        self.content.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.linked.connect(self.copy)
        self.table.copy_asked.connect(self.copy)
        self._retranslate()

    def show_numbers(self, sheet: Sheet, note: str, notes: tuple[str, ...]) -> None:
        """The numbers, what is said below them, and what goes along with a copy."""
        self._notes = (*notes, note) if note else notes
        self.table.load(sheet)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def copy(self) -> None:
        """The table to the clipboard."""
        self.guard("table", self._put)

    def _put(self) -> None:
        copy_sheet(self.table.sheet(), self.heading.text(), self._notes)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_heading(_("The same numbers as a table"))
        self.set_link(_("Copy"))
        self.table.setAccessibleName(_("The same numbers as a table"))
