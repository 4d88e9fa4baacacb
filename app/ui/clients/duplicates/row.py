"""One who may be the same person: who it is, why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.isolates import named
from app.localization import _
from app.services.duplicates import Duplicate
from app.ui.clients.speech import born_and_number
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.pill import Pill
from app.words.duplicates import why_words


class DuplicateRow(QWidget):
    """`open_wanted`, `merge_wanted` and `apart_wanted` carry the `Duplicate`.

    Who may not merge is not offered it.
    """

    open_wanted = Signal(object)
    merge_wanted = Signal(object)
    apart_wanted = Signal(object)

    def __init__(self, duplicate: Duplicate, may_merge: bool) -> None:
        super().__init__()
        self.duplicate = duplicate
        self.name, self.quiet = Label("strong", wraps=True), Label("body", "dim")
        self.order, self.why = Pill("warning"), Label("help", "dim", wraps=True)
        self.open, self.merge, self.apart = Link(), Link(), Link()
        self._head, self._ways = FlowLayout(), FlowLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.quiet, self.order):
            self._head.addWidget(widget)
        for link in (self.open, self.merge, self.apart):
            self._ways.addWidget(link)
        self._column.addLayout(self._head)
        self._column.addWidget(self.why)
        self._column.addLayout(self._ways)
        self.order.setVisible(duplicate.is_protected)
        self.merge.setVisible(may_merge)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self.duplicate))
        self.merge.clicked.connect(lambda: self.merge_wanted.emit(self.duplicate))
        self.apart.clicked.connect(lambda: self.apart_wanted.emit(self.duplicate))
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def stops(self) -> list[QWidget]:
        """Where the Tab key goes."""
        return [self.open, self.merge, self.apart]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        one = self.duplicate
        self.name.setText(named(one.name))
        self.quiet.setText(born_and_number(one.birth_year, one.number))
        self.order.set_state("warning", _("Non-disclosure order"), "shield-check")
        self.why.setText(why_words(one.why))
        self.open.set_texts(_("Open"))
        self.merge.set_texts(_("Compare and merge"))
        self.apart.set_texts(_("Different person"))
        for link in (self.open, self.merge, self.apart):
            link.setAccessibleDescription(one.name)
        self.setAccessibleName(one.name)
        self.setAccessibleDescription(self.why.text())

    def _restyle(self) -> None:
        theme = active()
        self._column.setSpacing(theme.space(2))
        self._head.setSpacing(theme.space(8))
        self._ways.setSpacing(theme.space(8))
