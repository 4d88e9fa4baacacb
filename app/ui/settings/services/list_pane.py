"""The list of services: search, what is shown, and what is to be noted of each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.localization import _, _n
from app.ui.settings.panes import ListPane
from app.ui.settings.services.book import Book, Shown
from app.ui.settings.services.choice_field import ChoiceField
from app.ui.settings.services.speech import row, shown_words
from app.ui.settings.texts import one_line
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.ui.widgets.row_list import RowList


class ServiceList(ListPane):
    """`asked` names the service that a person goes to."""

    asked = Signal(str)

    def __init__(self) -> None:
        self.add = Link()
        self.add.set_icon("file-plus-2")
        super().__init__(RowList(), self.add)
        self._book, self._key = Book(), ""
        self.typed, self.shown, self.count = one_line(), ChoiceField(), Label("help", "dim")
        self.typed.set_leading_icon("search")
        top = QWidget()
        self._top_column = QVBoxLayout(top)
        for widget in (self.typed, self.shown, self.count):
            self._top_column.addWidget(widget)
        self.content.insertWidget(0, top)
        self.typed.edited.connect(self._show_rows)
        self.typed.entered.connect(self._take_first)
        self.shown.edited.connect(self._show_rows)
        self.rows.asked.connect(self.asked)
        active().changed.connect(self._restyle_top)
        self._restyle_top()
        self._retranslate()

    def put(self, book: Book) -> None:
        """Show the services there are."""
        self._book = book
        self._show_rows()

    def set_key(self, service_id: str) -> None:
        """Put a service in hand without telling anyone."""
        self._key = service_id
        self.rows.set_key(service_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take_first(self) -> None:
        if self.rows.count():
            self.asked.emit(self.rows.keys()[0])

    def _show_rows(self) -> None:
        shown = Shown(self.shown.code() or Shown.ALL)
        found = self._book.listed(self.typed.text(), shown)
        self.rows.set_rows([row(one, self._book) for one in found])
        self.rows.set_key(self._key)
        self.count.setText(_n("{n} service", "{n} services", len(found)))

    def _restyle_top(self) -> None:
        theme = active()
        self._top_column.setContentsMargins(*[theme.space(8)] * 4)
        self._top_column.setSpacing(theme.space(6))

    def _retranslate(self) -> None:
        self.typed.set_placeholder(_("Search services"))
        self.shown.set_items(shown_words())
        self.shown.choice.setAccessibleName(_("Which services are listed"))
        self.add.set_texts(_("New service"))
        self._show_rows()
