"""On the card: who may be the same person as the client in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.roles import Right, rights_of
from app.localization import _
from app.services import duplicates
from app.services.duplicates import Duplicate
from app.services.unit import Changes
from app.ui.clients.duplicates.rows import DuplicateRows
from app.ui.clients.duplicates.telling import Telling
from app.ui.clients.part import Part
from app.ui.tab import Workplace
from app.ui.theme import active
from app.ui.widgets.label import Label


class Alike(Part):
    """Hidden where there is nobody. `open_wanted` and `merge_wanted` carry the id of a client."""

    open_wanted = Signal(object)
    merge_wanted = Signal(object)
    shown_by = Changes.CLIENTS

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        may_merge = Right.MERGE_CLIENTS in rights_of(workplace.runner.desk.actor.roles)
        self.heading, self.rows = Label("section"), DuplicateRows(may_merge)
        self._telling = Telling(workplace, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.rows)
        self.rows.open_wanted.connect(lambda one: self.open_wanted.emit(one.id))
        self.rows.merge_wanted.connect(lambda one: self.merge_wanted.emit(one.id))
        self.rows.apart_wanted.connect(self._tell_apart)
        active().changed.connect(self._restyle)
        self._restyle()
        self.clear()

    def read(self) -> None:
        self.ask(duplicates.of_client, self._show)

    def clear(self) -> None:
        self._show(())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _tell_apart(self, one: Duplicate) -> None:
        if self.client is not None:
            self._telling.tell_apart(self.client.id, one)

    def _show(self, found: Sequence[Duplicate]) -> None:
        self.rows.show_duplicates(found)
        self.setVisible(bool(found))
        self._retranslate()

    def _retranslate(self) -> None:
        self.heading.setText(_("Perhaps the same person"))

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(6))
