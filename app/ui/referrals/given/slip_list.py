"""The list of slips: the one that one comes to opens, Enter goes into it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from app.localization import _
from app.services.given import Given
from app.ui.referrals.given.model import GivenModel
from app.ui.referrals.given.rows import GivenRows
from app.ui.referrals.hits import STEPS
from app.ui.theme import active


class SlipList(QListView):
    """`opened` carries the `Given` that a person came to, `entered` says to go into it.

    `void_asked` wants the one in hand voided.
    """

    opened = Signal(object)
    entered = Signal()
    void_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slips = GivenModel()
        self.setModel(self.slips)
        self.setItemDelegate(GivenRows(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        active().changed.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def current(self) -> Given | None:
        """The slip in hand."""
        return self.slips.given(self.currentIndex().row())

    def put_in_hand(self, number: str) -> None:
        """Be on the slip of a number, on none where it is not listed; nobody is told."""
        row = self.slips.row(number)
        self.setCurrentIndex(self.slips.index(row) if row >= 0 else QModelIndex())

    def move_by(self, step: int) -> None:
        """So many slips down, or up."""
        last = len(self.slips.slips) - 1
        if last >= 0:
            here = self.currentIndex().row()
            row = max(0, min(here + step, last)) if here >= 0 else 0
            self.setCurrentIndex(self.slips.index(row))
            self.opened.emit(self.slips.slips[row])

    def retranslate(self) -> None:
        self.setAccessibleName(_("Slips given"))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.move_by(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.void_asked.emit()
        else:
            event.ignore()

    def _on_clicked(self, index: QModelIndex) -> None:
        if (one := self.slips.given(index.row())) is not None:
            self.opened.emit(one)
