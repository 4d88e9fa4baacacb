"""The directory at the start of the tab: search, filters, and what fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.localization import _
from app.ui.referrals.filters import Filters
from app.ui.referrals.hits import Hits
from app.ui.referrals.reading import Desk
from app.ui.referrals.search_card import SearchCard
from app.ui.theme import active
from app.ui.widgets.label import Label

FIELD_CHARS = 28


class DirectoryCard(SearchCard):
    """Typing searches; Enter takes what one is on. Where it is wide, filters stand beside.

    `clock` gives the moment. `taken` carries the chosen `Entry`.
    """

    taken = Signal(object)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._desk: Desk | None = None
        self.hits, self.filters, self.count = Hits(), Filters(), Label("help", "dim")
        super().__init__("search", self.hits, self.count)
        self.head.addWidget(self.filters)
        self._connect()
        self._retranslate()

    def load(self, desk: Desk) -> None:
        """What there is to search."""
        self._desk = desk
        self.filters.load(desk)
        self.show_found()

    def set_taken(self, services: Sequence[str]) -> None:
        """These are on the slip."""
        self.hits.set_taken(services)

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
        self.count.setText(f"{count} / {len(self._desk.entries)}")
        self._show_any(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _empty_field(self) -> None:
        self.search_all()

    def _connect(self) -> None:
        self.field.edited.connect(self.show_found)
        self.field.entered.connect(self.hits.take)
        self.filters.changed.connect(self._on_narrowed)
        self.hits.taken.connect(self.taken)
        self.empty.acted.connect(self.search_all)

    def _on_narrowed(self) -> None:
        self._fit()
        self.show_found()

    def _fit(self) -> None:
        theme = active()
        room = self.width() - theme.space(28) - self.filters.sizeHint().width()
        wide = room > theme.chars(FIELD_CHARS)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.head.setDirection(beside if wide else below)
        self.head.setStretch(0, 1 if wide else 0)

    def _retranslate(self) -> None:
        self.field.set_placeholder(_("Search the directory"))
        self.empty.set_texts(
            _("Nothing fits. Try another language, or search without filters."),
            _("Search everything"),
        )
        self.hits.retranslate()
        self.show_found()

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()
