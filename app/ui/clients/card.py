"""The card of the client in hand: its head, and below it the parts, each by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.client import Client
from app.ui.clients.head import Head
from app.ui.clients.part import Part
from app.ui.tab import Workplace
from app.ui.theme import active


class ClientCard(QFrame):
    """`closed` when the card is put away.

    `parts` stand below each other in their order; a part that has nothing to show hides itself.
    """

    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.client: Client | None = None
        self.head = Head(workplace)
        self.parts: tuple[Part, ...] = (self.head,)
        self.area, self._inner = QScrollArea(), QWidget()
        self._column, self._outer = QVBoxLayout(self._inner), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def set_client(self, client: Client | None) -> None:
        """This client is in hand now; None for nobody."""
        self.client = client
        for part in self.parts:
            part.set_client(client)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        for part in self.parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._inner.setProperty("page", True)
        self.area.setWidget(self._inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.addWidget(self.area)

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (18, 14, 18, 14)))
        self._column.setSpacing(theme.space(12))
