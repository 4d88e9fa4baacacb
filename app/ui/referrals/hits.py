"""The list of services: arrows go over the headings, a click or Enter takes a service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QListView, QWidget

from app.localization import _
from app.ui.referrals.directory import Entry, Filter
from app.ui.referrals.hits_model import HitsModel
from app.ui.referrals.hits_rows import HitRows
from app.ui.referrals.reading import Desk
from app.ui.theme import active

PAGE = 6
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class Hits(QListView):
    """`taken` carries the `Entry` that a person chose."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitsModel()
        self._asked = Filter()
        self.setModel(self.hits)
        self.setItemDelegate(HitRows(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        active().changed.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def show_found(self, desk: Desk, asked: Filter, moment: datetime) -> int:
        """Show what fits, how many; the same question leaves one on the service one was on."""
        here = self.current() if asked == self._asked else None
        self._asked = asked
        count = self.hits.show(desk, asked, moment)
        rows = range(len(self.hits.rows))
        entries = [row for row in rows if self.hits.entry(row) is not None]
        kept = [row for row in entries if here is not None and self.hits.rows[row] == here]
        self._go(next(iter(kept or entries), -1))
        if not kept:
            self.scrollToTop()
        return count

    def set_taken(self, services: Sequence[str]) -> None:
        self.hits.set_taken(services)

    def current(self) -> Entry | None:
        """The service one is on."""
        return self.hits.entry(self.currentIndex().row())

    def take(self) -> None:
        """Take the service one is on."""
        if (one := self.current()) is not None:
            self.taken.emit(one)

    def move_by(self, step: int) -> None:
        """So many services down, or up."""
        rows = [row for row in range(len(self.hits.rows)) if self.hits.entry(row) is not None]
        if rows:
            at = self.currentIndex().row()
            place = rows.index(at) + step if at in rows else 0
            self._go(rows[max(0, min(place, len(rows) - 1))])

    def retranslate(self) -> None:
        self.setAccessibleName(_("Services"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take()
        else:
            event.ignore()

    def _go(self, row: int) -> None:
        index = self.hits.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if row == 1 and self.hits.entry(0) is None:
            self.scrollToTop()

    def _on_clicked(self, index: QModelIndex) -> None:
        if (one := self.hits.entry(index.row())) is not None:
            self.taken.emit(one)
