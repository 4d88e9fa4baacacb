"""Who a client is, for those who do not keep the records: name, birth year, number, notices."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.client import Glance
from app.domain.isolates import named
from app.localization import _
from app.ui.clients import speech
from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill


class GlanceCard(QFrame):
    """`closed` by Esc."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.glance: Glance | None = None
        self.name, self.quiet = Label("name", wraps=True), Label("body", "dim")
        self.pill, self.rest = Pill("warning"), Label("help", "dim", wraps=True)
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.addWidget(self.name)
        self._row.addWidget(self.pill)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.quiet)
        self._column.addWidget(self.rest)
        self._column.addStretch(1)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_glance(self, glance: Glance | None) -> None:
        """This client; None for nobody."""
        self.glance = glance
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

    def _retranslate(self) -> None:
        one = self.glance
        self.rest.setText(_("The whole record is for those who keep the clients' records."))
        self.pill.setVisible(one is not None and one.protected_until is not None)
        if one is None:
            self.name.setText("")
            self.quiet.setText("")
            return
        self.name.setText(named(one.name))
        self.quiet.setText(speech.born_and_number(one.birth_year, one.number))
        self.pill.set_state("warning", speech.order(one.protected_until), "shield-check")
        self.setAccessibleName(one.name)
        self.setAccessibleDescription(self.quiet.text())

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(n) for n in (18, 14, 18, 14)))
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(10))
