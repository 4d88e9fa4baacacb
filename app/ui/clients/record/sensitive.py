"""The groups that are shown on demand only: of somebody who is in the store, with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.client import SENSITIVE, Record, Why
from app.domain.responsibility.values import Group
from app.localization import _
from app.services.clients import sensitive_groups
from app.ui.clients.record.chips import group_chips
from app.ui.clients.record.piece import Piece, Texts
from app.ui.clients.why import WhyQuestion
from app.ui.runner import Runner
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.label import Label
from app.words.record import part_word


class SensitivePiece(Piece):
    """None of them in the record until they are shown; `shown` carries what the store has."""

    shown = Signal(object)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._client: UUID | None = None
        self._open = False
        self.show_them, self.note, self.why = (
            Link(),
            Label("help", "dim", wraps=True),
            WhyQuestion(),
        )
        self.show_them.set_icon("eye")
        self.group = ChipGroup(limit=len(SENSITIVE), digits=True, numbered=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.show_them, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.why, self.group, self.note):
            self._column.addWidget(widget)
        self.show_them.clicked.connect(self._ask)
        self.why.answered.connect(self._read)
        self.why.closed.connect(self.show_them.setFocus)
        self.group.changed.connect(self.changed)
        active().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self._show()

    def begin(self, client: UUID | None) -> None:
        """Whose groups they are; None for somebody who is not in the store yet."""
        self._client = client
        self.why.hide()

    def put(self, record: Record, texts: Texts) -> None:
        self._open = record.sensitive is not None
        self.group.set_chosen(record.sensitive or ())
        self._show()

    def fields(self) -> dict[str, Any]:
        if not self._open:
            return {"sensitive": None}
        return {"sensitive": frozenset(Group(code) for code in self.group.chosen())}

    def stops(self) -> list[QWidget]:
        chips = list(self.group.chips.values())
        return [self.show_them, *self.why.stops(), *chips]

    def retranslate(self) -> None:
        self.group.set_chips(group_chips(one for one in Group if one in SENSITIVE))
        self.group.setAccessibleName(part_word("sensitive"))
        self.show_them.set_texts(_("Show"))
        self.show_them.setAccessibleName(_("Show the sensitive groups"))
        self._show()

    def _ask(self) -> None:
        if self._client is None:
            self._open_with(frozenset())
        else:
            self.why.ask(_("For what are they shown?"))

    def _read(self, why: Why) -> None:
        client = self._client
        if client is not None:
            self._runner.read(
                self,
                lambda unit: sensitive_groups(unit, client, why),
                self._open_with,
                ticket="sensitive",
            )

    def _open_with(self, groups: frozenset[Group]) -> None:
        self._open = True
        self.group.set_chosen(groups)
        self._show()
        self.shown.emit(groups)
        next(iter(self.group.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.show_them.setVisible(not self._open)
        self.group.setVisible(self._open)
        known = self._client is not None
        self.note.setText(_("Every look at them is logged.") if known else "")
        self.note.setVisible(known and not self._open)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(4))
