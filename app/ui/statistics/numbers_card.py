"""The same numbers as a table: locations by stretches of time, with their sums."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.statistics.key_figures import open_days_line
from app.documents.statistics.lists import Lists
from app.documents.statistics.sheets import whole_sheet
from app.domain.overview import Overview
from app.localization import _
from app.ui.charts.hand_out import copy_sheet
from app.ui.charts.sheet_view import SheetView
from app.ui.statistics.pictures import notes
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label


class NumbersCard(Card):
    """As high as its rows; `copied` tells that they were handed out."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.note = SheetView(whole=True), Label("help", "dim", wraps=True)
        self._notes: tuple[str, ...] = ()
        self.content.addWidget(self.table)
        self.content.addWidget(self.note)
        self.content.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.linked.connect(self.copy)
        self.table.copy_asked.connect(self.copy)
        self._retranslate()

    def show_overview(self, overview: Overview, lists: Lists) -> None:
        """The numbers of a period."""
        self._notes = notes(overview, lists)
        self.table.load(whole_sheet(overview, lists))
        days = overview.romaniportti_days
        self.note.setVisible(days is not None)
        if days is not None:
            apart = _("Romaniportti is a line of its own and in no sum:")
            self.note.setText(f"{apart} {open_days_line(days, lists)}.")

    def copy(self) -> None:
        """The table to the clipboard."""
        copy_sheet(self.table.sheet(), self.heading.text(), self._notes)
        self.copied.emit("table")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_heading(_("The same numbers as a table"))
        self.set_link(_("Copy"))
        self.table.setAccessibleName(_("The same numbers as a table"))
