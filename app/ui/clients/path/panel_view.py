"""How an opened step is laid out: what it is, its entries, the form, and what ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.ui.clients.path.conflict import Conflict
from app.ui.clients.path.drafts import Drafts
from app.ui.clients.path.entry import Entry
from app.ui.clients.path.form import NOT_YET
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segments
from app.words.sentences import sentence


class PanelView(QFrame):
    """All parts of the panel; Esc and Ctrl+Enter are `left` and `entered`."""

    left = Signal()
    entered = Signal()

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.heading, self.may = Label("section"), Label("help", "dim", wraps=True)
        self.close_link, self.kinds = Link(), Segments()
        self.entries, self.conflict = ChipGroup(digits=True), Conflict()
        self.entry, self.problem = Entry(drafts), Label("help", "dim", wraps=True)
        self.take_back, self.save = Link(), Button(filled=True)
        self._head, self._foot, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._arrange()
        self.close_link.clicked.connect(self.left)
        self.save.clicked.connect(self.entered)
        active().changed.connect(self._restyle)
        self._restyle()

    def tell(self, refused: Refused | None) -> None:
        """What is wrong, beside the button; what is only missing is said quietly."""
        missing = refused is None or refused.code in NOT_YET
        self.problem.setText(sentence(refused) if refused is not None else "")
        self.problem.set_tone("dim" if missing else "danger")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self.close_link)
        switch = FlowLayout()
        switch.addWidget(self.kinds)
        self._foot.addWidget(self.take_back)
        self._foot.addWidget(self.problem, 1)
        self._foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(self._head)
        self._column.addWidget(self.may)
        self._column.addLayout(switch)
        for widget in (self.entries, self.entry, self.conflict):
            self._column.addWidget(widget)
        self._column.addLayout(self._foot)

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (14, 10, 14, 12)))
        self._column.setSpacing(theme.space(10))
        self._foot.setSpacing(theme.space(12))
