"""A sheet of figures as Qt's tables want it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.documents.sheet import Look, Sheet, written
from app.ui.theme import active

Index = QModelIndex | QPersistentModelIndex
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """Rows and columns of `sheet`, which `load` replaces as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()

    def load(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.sheet.rows[index.row()]
        text = written(row.cells[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            last = self.sheet.sums and index.column() == len(row.cells) - 1
            strong = row.look is Look.STRONG or (last and row.look is Look.PLAIN)
            return active().font("strong" if strong else "body")
        if role == Qt.ItemDataRole.ForegroundRole:
            return active().color("dim" if row.look is Look.DIM else "text")
        if role == Qt.ItemDataRole.ToolTipRole and not index.column():
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            return f"{written(row.cells[0])}, {self.sheet.head[index.column()]}: {text}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.sheet.head):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.head[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _NUMBER if column else _WORDS
