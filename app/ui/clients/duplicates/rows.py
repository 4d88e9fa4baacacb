"""Those who may be the same person, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.duplicates import Duplicate
from app.ui.clients.duplicates.row import DuplicateRow
from app.ui.theme import active


class DuplicateRows(QWidget):
    """The signals of all rows; `rows` are those there are."""

    open_wanted = Signal(object)
    merge_wanted = Signal(object)
    apart_wanted = Signal(object)

    def __init__(self, may_merge: bool) -> None:
        super().__init__()
        self.rows: list[DuplicateRow] = []
        self._may_merge = may_merge
        self._lines: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        active().changed.connect(self._restyle)
        self._restyle()

    def show_duplicates(self, found: Sequence[Duplicate]) -> None:
        """These; where they are the same as before nothing moves."""
        if [row.duplicate for row in self.rows] == list(found):
            return
        for widget in (*self.rows, *self._lines):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self._lines = [], []
        for one in found:
            self._add(DuplicateRow(one, self._may_merge))

    def _add(self, row: DuplicateRow) -> None:
        if self.rows:
            line = QFrame()
            line.setProperty("line", "across")
            self._lines.append(line)
            self._column.addWidget(line)
        self.rows.append(row)
        self._column.addWidget(row)
        row.open_wanted.connect(self.open_wanted)
        row.merge_wanted.connect(self.merge_wanted)
        row.apart_wanted.connect(self.apart_wanted)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))
