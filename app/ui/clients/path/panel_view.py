"""How an opened step is laid out: what it is, its entries, the form, and what ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button, Link
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segments


class PanelView(QFrame):
    """All parts of the panel; `place` holds the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.heading, self.may = Label("section"), Label("help", "dim", wraps=True)
        self.close_link, self.kinds = Link(), Segments()
        self.entries, self.conflict = ChipGroup(digits=True), Banner("warning")
        self.problem = Label("help", "dim", wraps=True)
        self.take_back, self.save = Link(), Button(filled=True)
        self.place = QVBoxLayout()
        self._head, self._foot, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()

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
        self._column.addWidget(self.entries)
        self._column.addLayout(self.place)
        self._column.addWidget(self.conflict)
        self._column.addLayout(self._foot)
        self.conflict.hide()

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (14, 10, 14, 12)))
        self._column.setSpacing(theme.space(10))
        self._foot.setSpacing(theme.space(12))
