"""The directory at the start of the tab: search, filters, and what fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.localization import _
from app.ui.referrals.filters import Filters
from app.ui.referrals.hits import STEPS, Hits
from app.ui.referrals.reading import Desk
from app.ui.theme import active
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label


class DirectoryCard(QFrame):
    """Typing searches; arrows and Enter reach the list while the keyboard stays in the field.

    `clock` gives the moment. `taken` carries the chosen `Entry`.
    """

    taken = Signal(object)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._clock = clock
        self._desk: Desk | None = None
        self.field, self.filters, self.count = Field(), Filters(), Label("help", "dim")
        self.hits, self.empty = Hits(), EmptyState()
        self._row, self._head = QHBoxLayout(), QVBoxLayout()
        self._arrange()
        self._connect()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def load(self, desk: Desk) -> None:
        """What there is to search."""
        self._desk = desk
        self.filters.load(desk)
        self.show_found()

    def set_taken(self, services: Sequence[str]) -> None:
        """These are on the slip."""
        self.hits.set_taken(services)

    def begin(self) -> None:
        """The keyboard in the search, with what is typed there ready to be replaced."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def search_all(self) -> None:
        """Nothing typed, no filter."""
        self.field.set_text("")
        self.filters.clear()
        self.show_found()

    def show_found(self) -> None:
        """What fits now."""
        if self._desk is None:
            return
        asked = replace(self.filters.asked, typed=self.field.text())
        count = self.hits.show_found(self._desk, asked, self._clock())
        whole = len(self._desk.entries)
        self.count.setText(f"{count} / {whole}")
        self.hits.setVisible(count > 0)
        self.empty.setVisible(count == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that mean the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (step := STEPS.get(Qt.Key(event.key()))) is not None:
                self.hits.move_by(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.search_all()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self.field.edit.installEventFilter(self)
        self.field.edited.connect(self.show_found)
        self.field.entered.connect(self.hits.take)
        self.filters.changed.connect(self.show_found)
        self.hits.taken.connect(self.taken)
        self.empty.acted.connect(self.search_all)

    def _arrange(self) -> None:
        self.field.set_leading_icon("search")
        self.field.box.add_trailing(KeyCap("Ctrl F"))
        self._row.addWidget(self.filters, 1)
        self._row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.field)
        self._head.addLayout(self._row)
        line = QFrame()
        line.setProperty("line", "across")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(line)
        column.addWidget(self.hits, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.setFocusProxy(self.field)

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Search the directory"))
        self.empty.set_texts(
            _("Nothing fits. Try another language, or search without filters."),
            _("Search everything"),
        )
        self.hits.retranslate()
        self.show_found()

    def _restyle(self) -> None:
        theme = active()
        self._head.setContentsMargins(*(theme.space(n) for n in (10, 10, 10, 8)))
        self._head.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(8))
        self.count.setMinimumHeight(theme.units(1.6))
