"""The services that fit, as rows of words, with headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.localization import _
from app.ui.referrals import speech
from app.ui.referrals.directory import Entry, Filter, found, sections
from app.ui.referrals.reading import Desk

Index = QModelIndex | QPersistentModelIndex
ENTRY, TITLE, QUIET, STATE, TAKEN = (Qt.ItemDataRole.UserRole + n for n in range(5))
Row = Entry | str


class HitsModel(QAbstractListModel):
    """A row is an `Entry` or a heading; only an entry that may stand on a slip can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self._desk: Desk | None = None
        self._moment = datetime.min
        self._headed = True
        self._taken: frozenset[str] = frozenset()

    def show(self, desk: Desk, asked: Filter, moment: datetime) -> int:
        """Show what fits at an aware moment; how many that are."""
        fitting = found(desk.entries, desk.cards, asked, moment)
        self.beginResetModel()
        self._desk, self._moment = desk, moment
        self._headed = not asked.typed.strip()
        self.rows = _headed(desk, fitting) if self._headed else fitting
        self.endResetModel()
        return len(fitting)

    def set_taken(self, services: Sequence[str]) -> None:
        """These are on the slip."""
        self._taken = frozenset(services)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def entry(self, row: int) -> Entry | None:
        """The service of a row, None for a heading."""
        one = self.rows[row] if 0 <= row < len(self.rows) else None
        return one if isinstance(one, Entry) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.entry(index.row())
        if one is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._desk is None:
            return None
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, TITLE) else None
        return self._told(row, role)

    def _told(self, one: Entry, role: int) -> Any:
        assert self._desk is not None
        title, quiet = speech.title(one), speech.quiet(self._desk, one.service, self._headed)
        pill = speech.state(one, self._moment)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            taken = _("on the slip") if one.id in self._taken else ""
            return ", ".join(part for part in (title, pill.text, quiet, taken) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return speech.why_not(one) or title
        told = {ENTRY: one, TITLE: title, QUIET: quiet, STATE: pill, TAKEN: one.id in self._taken}
        return told.get(role)


def _headed(desk: Desk, entries: Sequence[Entry]) -> list[Row]:
    """The entries under the names of their categories."""
    rows: list[Row] = []
    for code, part in sections(sorted(entries, key=lambda one: speech.title(one).casefold())):
        rows.append(speech.category(desk, code) if code else _("Not on a slip now"))
        rows += part
    return rows
