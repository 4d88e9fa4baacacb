"""The card of the client in hand: its head, and below it the parts, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QVBoxLayout, QWidget

from app.domain.client import Client, Why
from app.ui.clients import speech
from app.ui.clients.duplicates.alike import Alike
from app.ui.clients.facts import Facts
from app.ui.clients.head import Actions, Head
from app.ui.clients.history.history import History
from app.ui.clients.identity.box import IdentityBox
from app.ui.clients.merging.merged import Merged
from app.ui.clients.part import Part
from app.ui.clients.path.strip import PathStrip
from app.ui.clients.protection.box import ProtectionBox
from app.ui.clients.responsible import ResponsibleFor
from app.ui.settings.panes import Scroll
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label

_Step = QAbstractSlider.SliderAction
SCROLLS: Final = {
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
}


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
        self.path, self.history = PathStrip(workplace), History(workplace)
        self.identity, self.protection = IdentityBox(workplace), ProtectionBox(workplace)
        self.alike, self.merged = Alike(workplace), Merged(workplace)
        apart = self.identity, self.protection, self.merged
        self.parts: tuple[Part, ...] = (
            *(self.head, self.alike, self.facts, self.path, self.responsible, self.history),
            *apart,
        )
        self.head.add_pill(self.path.pill)
        self.facts.shown_sensitive.connect(lambda: self.responsible.count_in(self.facts.sensitive))
        self._inner = QWidget()
        self._column, self._outer = QVBoxLayout(self._inner), QVBoxLayout(self)
        self.area = Scroll(self._inner)
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

    def bring(self, part: Part) -> None:
        """The keyboard in a part, which comes into view."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, and what scrolls: not everything on the card can have the keyboard."""
        step = SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif step is not None:
            self.area.verticalScrollBar().triggerAction(step)
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
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.addWidget(self.area)

    def _retranslate(self) -> None:
        self.opened.setText(speech.opened(*self._opened) if self._opened is not None else "")

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (18, 14, 18, 14)))
        self._column.setSpacing(theme.space(12))
