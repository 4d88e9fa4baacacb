"""The list of clients found: arrows go over the heading, a click or Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QListView, QWidget

from app.domain.lookup import Found
from app.localization import _
from app.services.lookup import Answer
from app.ui.clients.lookup.model import HitsModel
from app.ui.clients.lookup.rows import HitRows
from app.ui.theme import active

PAGE = 6
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class Hits(QListView):
    """`opened` carries the `Found` that a person chose."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitsModel()
        self.setModel(self.hits)
        self.setItemDelegate(HitRows(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        active().changed.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def show_answer(self, answer: Answer | None, keep: bool = False) -> None:
        """Show what was found, None for no question; the first is at hand, or stays if `keep`."""
        here = self.current() if keep else None
        self.hits.show(answer.found if answer is not None else ())
        kept = self.hits.row_of(here.id) if here is not None else -1
        if kept < 0:
            self.scrollToTop()
        self._go(kept if kept >= 0 else next(iter(self._rows()), -1))

    def current(self) -> Found | None:
        """The client one is on."""
        return self.hits.found(self.currentIndex().row())

    def open_current(self) -> None:
        """Open the client one is on."""
        if (one := self.current()) is not None:
            self.opened.emit(one)

    def move_by(self, step: int) -> None:
        """So many clients down, or up."""
        rows = self._rows()
        if rows:
            at = self.currentIndex().row()
            place = rows.index(at) + step if at in rows else 0
            self._go(rows[max(0, min(place, len(rows) - 1))])

    def retranslate(self) -> None:
        self.setAccessibleName(_("Clients found"))
        self.hits.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            event.ignore()

    def _rows(self) -> list[int]:
        rows = range(len(self.hits.rows))
        return [row for row in rows if self.hits.found(row) is not None]

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self.hits.index(row) if row >= 0 else QModelIndex())

    def _on_clicked(self, index: QModelIndex) -> None:
        if (one := self.hits.found(index.row())) is not None:
            self.opened.emit(one)
