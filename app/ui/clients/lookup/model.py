"""The clients that were found, as rows of words, with the likely ones under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.lookup import Found
from app.localization import _
from app.ui.clients.lookup import speech
from app.ui.clients.speech import born_and_number

Index = QModelIndex | QPersistentModelIndex
FOUND, TITLE, NUMBER, WHY, ICON, MARKED = (Qt.ItemDataRole.UserRole + n for n in range(6))


class HitsModel(QAbstractListModel):
    """A row is a `Found`, or None for the heading above those that are only likely."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Found | None] = ()

    def show(self, found: Sequence[Found]) -> None:
        """These in place of those before, certain ones first."""
        certain = [one for one in found if one.certain]
        likely = [one for one in found if not one.certain]
        self.beginResetModel()
        self.rows = [*certain, *([None] if likely and certain else []), *likely]
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """The client of a row, None for a heading."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, client_id: UUID | None) -> int:
        """Where a client stands; -1 for nowhere."""
        ids = [one.id if one is not None else None for one in self.rows]
        return ids.index(client_id) if client_id is not None and client_id in ids else -1

    def retranslate(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.found(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if one is None:
            return _("Weaker hits") if role in (Qt.ItemDataRole.DisplayRole, TITLE) else None
        return _told(one, role)


def _told(one: Found, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return ", ".join((one.name, born_and_number(one.birth_year, one.number), speech.why(one)))
    if role == Qt.ItemDataRole.ToolTipRole:
        return speech.why(one)
    told = {
        FOUND: one,
        TITLE: one.name,
        NUMBER: born_and_number(one.birth_year, one.number),
        WHY: speech.why(one),
        ICON: speech.icon(one),
        MARKED: speech.marked(one),
    }
    return told.get(role)
