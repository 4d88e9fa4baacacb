"""The card of the client in hand: its head, and below it the parts, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.client import Client, Why
from app.ui.clients import speech
from app.ui.clients.facts import Facts
from app.ui.clients.head import Actions, Head
from app.ui.clients.part import Part
from app.ui.clients.responsible import ResponsibleFor
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label


class ClientCard(QFrame):
    """`closed` when the card is put away, by Esc.

    `parts` stand below each other in their order; a part that has nothing to show hides itself.
    """

    closed = Signal()

    def __init__(self, workplace: Workplace, first: Actions, rest: Callable[[], Actions]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.client: Client | None = None
        self._opened: tuple[datetime, Why | None] | None = None
        self.head, self.facts = Head(workplace, first, rest), Facts(workplace)
        self.responsible, self.opened = ResponsibleFor(workplace), Label("help", "dim")
        self.parts: tuple[Part, ...] = (self.head, self.facts, self.responsible)
        self.facts.shown_sensitive.connect(lambda: self.responsible.count_in(self.facts.sensitive))
        self.area, self._inner = QScrollArea(), QWidget()
        self._column, self._outer = QVBoxLayout(self._inner), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

    def open(self, client: Client, moment: datetime, why: Why | None) -> None:
        """This client comes into hand, opened at an aware moment."""
        self._opened = (moment, why)
        self.set_client(client)
        self.area.verticalScrollBar().setValue(0)

    def set_client(self, client: Client | None) -> None:
        """This is the client in hand; None for nobody."""
        self.client = client
        for part in self.parts:
            part.set_client(client)
        self.setAccessibleName(client.record.name if client is not None else "")
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        for part in self.parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self.opened)
        self._inner.setProperty("page", True)
        self.area.setWidget(self._inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.addWidget(self.area)

    def _retranslate(self) -> None:
        self.opened.setText(speech.opened(*self._opened) if self._opened is not None else "")

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (18, 14, 18, 14)))
        self._column.setSpacing(theme.space(12))
