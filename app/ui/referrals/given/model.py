"""Slips that were given out as rows of words, read page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.services.given import PAGE, Given
from app.ui.referrals.given import words

Index = QModelIndex | QPersistentModelIndex
NUMBER, WHEN, SERVICES, STATE = (Qt.ItemDataRole.UserRole + n for n in range(4))


class GivenModel(QAbstractListModel):
    """`wanted` asks for the page after a `Given`, once the list is seen to its end."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.slips: list[Given] = []
        self._today = date.min
        self._more = self._asked = False

    def show(self, slips: Sequence[Given], today: date, *, whole: bool = False) -> None:
        """A first page in place of all before; `whole`: nothing comes after it."""
        self.beginResetModel()
        self.slips, self._today = list(slips), today
        self._more, self._asked = not whole and len(slips) == PAGE, False
        self.endResetModel()

    def add(self, slips: Sequence[Given]) -> None:
        """The next page, where it is the one that was asked for."""
        self._more, self._asked = len(slips) == PAGE, False
        if slips:
            first = len(self.slips)
            self.beginInsertRows(QModelIndex(), first, first + len(slips) - 1)
            self.slips += slips
            self.endInsertRows()

    def put(self, one: Given) -> None:
        """A slip as it is now."""
        if (row := self.row(one.number)) >= 0:
            self.slips[row] = one
            self.dataChanged.emit(self.index(row), self.index(row))

    def row(self, number: str) -> int:
        """Where a slip stands, -1 where it does not."""
        return next((row for row, one in enumerate(self.slips) if one.number == number), -1)

    def given(self, row: int) -> Given | None:
        return self.slips[row] if 0 <= row < len(self.slips) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.slips)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(self.slips[-1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.slips[index.row()]
        pill = words.slip_pill(one)
        when, services = words.when(one, self._today), words.services(one)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join((one.number, when, services, pill.text))
        if role == Qt.ItemDataRole.ToolTipRole:
            return services
        return {NUMBER: one.number, WHEN: when, SERVICES: services, STATE: pill}.get(role)
