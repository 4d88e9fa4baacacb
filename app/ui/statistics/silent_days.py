"""The open days on which nothing was recorded, by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.documents.sheet import Sheet, SheetRow
from app.documents.statistics.lists import Lists
from app.localization import _, capital, current
from app.ui.charts.hand_out import copy_sheet
from app.ui.charts.sheet_view import SheetView
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.popup import Popup

CHARS, MOST_ROWS = 52, 12


class SilentDays(Popup):
    """A list that one reads and copies; Esc closes it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, padding=12)
        self.title, self.why = Label("section"), Label("help", "dim", wraps=True)
        self.table = SheetView()
        self.table.copy_asked.connect(self.copy)
        for widget in (self.title, self.why, self.table):
            self.column.addWidget(widget)

    def open(self, days: Sequence[tuple[str, date]], lists: Lists, anchor: QWidget) -> None:
        """The days under `anchor`, with the keyboard in the list."""
        self.title.setText(_("Open days without entry"))
        self.why.setText(
            _(
                "Open by the opening hours, and no visit recorded. Record what is missing, "
                "or enter the day as closed in the settings."
            )
        )
        rows = [SheetRow((_day(day), lists.short(code))) for code, day in days]
        self.table.load(Sheet((_("Day"), _("Location")), tuple(rows), sums=False))
        self.table.setAccessibleName(self.title.text())
        height = active().units(1.4) * (min(len(rows), MOST_ROWS) + 1) + active().space(8)
        self.table.setFixedHeight(height)
        self.show_under(anchor, CHARS)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """The list to the clipboard."""
        copy_sheet(self.table.sheet(), self.title.text(), ())


def _day(day: date) -> str:
    words = current()
    return capital(f"{words.weekday(day)} {words.full_date(day)}")
