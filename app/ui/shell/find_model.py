"""The rows of find-an-action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.action import Action
from app.ui.shell.table import cap
from app.ui.widgets.key_cap import spoken

ENTRY: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """An action and where it belongs ("Check-in", "Text size")."""

    action: Action
    where: str


class FindModel(QAbstractListModel):
    """What can be done now, as far as it is found by what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Entry] = ()
        self._found: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """All that there is; everything is found again."""
        self._all = [entry for entry in entries if entry.action.enabled()]
        self.find("")

    def find(self, typed: str) -> None:
        """Show what is found by all typed words."""
        self.beginResetModel()
        self._found = [entry for entry in self._all if entry.action.found_by(typed)]
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        return self._found[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.action.text()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(f"{entry.action.text()}, {entry.where}", cap(entry.action))
        return entry if role == ENTRY else None
