"""The tally grid: topics down, languages across, totals at both edges."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.localization import _, current
from app.services.tally import CELL_MAX
from app.ui.keyboard import MINUS, PLUS, cap_of
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipText

Index = QModelIndex | QPersistentModelIndex
NOT_STATED = ""
PASSED_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class TallyModel(QAbstractTableModel):
    """Counts by topic and language; the last row and column are totals."""

    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.topics: Sequence[ChipText] = ()
        self.languages: Sequence[ChipText] = ()
        self._counts: dict[tuple[str, str], int] = {}

    def load(self, topics: Sequence[ChipText], languages: Sequence[ChipText]) -> None:
        """The rows and columns; what was counted stays."""
        self.beginResetModel()
        self.topics, self.languages = topics, languages
        self.endResetModel()

    def put(self, counts: dict[tuple[str, str], int]) -> None:
        self.beginResetModel()
        self._counts = dict(counts)
        self.endResetModel()
        self.counted.emit()

    def counts(self) -> dict[tuple[str, str], int]:
        """What was counted, by topic and language ("" for not stated)."""
        return {cell: count for cell, count in self._counts.items() if count}

    def total(self) -> int:
        return sum(self._counts.values())

    def is_cell(self, index: Index) -> bool:
        """Whether one may count here: neither total."""
        return index.row() < len(self.topics) and index.column() < len(self.languages)

    def count(self, index: Index) -> int:
        """The number of one cell or total."""
        topics = [text.code for text in self.topics]
        languages = [text.code for text in self.languages]
        rows = topics[index.row() : index.row() + 1] or topics
        columns = languages[index.column() : index.column() + 1] or languages
        return sum(self._counts.get((row, column), 0) for row in rows for column in columns)

    def set_count(self, index: Index, count: int) -> None:
        """A number that one typed, 0 to 200."""
        if self.is_cell(index):
            cell = self.topics[index.row()].code, self.languages[index.column()].code
            self._counts[cell] = max(0, min(count, CELL_MAX))
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.topics) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.languages) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsSelectable if self.is_cell(index) else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.FontRole and not self.is_cell(index):
            return active().font("strong")
        count = self.count(index)
        if role == Qt.ItemDataRole.DisplayRole:
            grand = index.row() == len(self.topics) and index.column() == len(self.languages)
            return current().number(count) if count or grand else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self._name(index.row(), False), self._name(index.column(), True)
            return f"{row}, {column}: {count}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(section, orientation is Qt.Orientation.Horizontal)
        return None

    def _name(self, section: int, across: bool) -> str:
        texts = self.languages if across else self.topics
        return texts[section].label if section < len(texts) else _("Total")


class TallyGrid(QTableView):
    """Arrows move, digits set, plus and minus step, Delete empties a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = TallyModel()
        self.setModel(self.counts)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(True)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self._typing = False
        self.selectionModel().currentChanged.connect(self._stop_typing)
        active().changed.connect(self._restyle)
        self._restyle()

    def take_keyboard(self) -> None:
        """Stand in the first cell, unless one stands somewhere already."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.counts.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, cap = self.currentIndex(), cap_of(event)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._typing = False
            self.counts.set_count(here, 0)
        elif cap in (PLUS, MINUS):
            self._typing = False
            self.counts.set_count(here, self.counts.count(here) + (1 if cap == PLUS else -1))
        elif cap.isdigit() and here.isValid():
            before = self.counts.count(here) if self._typing else 0
            self.counts.set_count(here, before * 10 + int(cap))
            self._typing = True
        elif event.key() in PASSED_ON or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _stop_typing(self) -> None:
        self._typing = False

    def _restyle(self) -> None:
        theme = active()
        self.verticalHeader().setMinimumSectionSize(theme.units(1.2))
        self.verticalHeader().setMinimumWidth(theme.chars(22))
        self.horizontalHeader().setMinimumSectionSize(theme.chars(6))
