"""A table of figures on a panel: lines between rows, numbers to the right, names to the left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.documents.sheet import Sheet
from app.ui.charts.pinned_table import PinnedTable
from app.ui.charts.sheet_model import SheetModel
from app.ui.theme import active
from app.ui.widgets.paint import box, line_of_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LEAST_NAME_CHARS = 18


class RuledRows(QStyledItemDelegate):
    """A line under every row; where one stands shows only while the keyboard is here."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place, view = active(), option.rect, self.parent()
        foot = place.adjusted(0, place.height() - 1, 0, 0)
        painter.fillRect(foot, theme.color("border"))
        if isinstance(view, SheetView) and view.hasFocus() and index == view.currentIndex():
            box(painter, place.adjusted(0, 0, 0, -1), theme.space(4), theme.color("accent_soft"))
        font, colour = index.data(Role.FontRole), index.data(Role.ForegroundRole)
        words = place.adjusted(theme.space(2 if index.column() else 8), 0, -theme.space(8), 0)
        align = index.data(Role.TextAlignmentRole)
        line_of_text(painter, words, str(index.data()), font, colour, align)


class SheetView(PinnedTable):
    """Arrows move from cell to cell, Ctrl+C asks for a copy of the whole (`copy_asked`).

    `whole` makes it as high as its rows, for a page that scrolls; else it scrolls by itself. The
    names stay in sight, and the sums, however many columns there are between.
    """

    copy_asked = Signal()

    def __init__(self, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.sheet_model = SheetModel()
        self.setModel(self.sheet_model)
        self.setItemDelegate(RuledRows(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)
        self._restyle()

    def load(self, sheet: Sheet) -> None:
        """Show this sheet; one stays in the cell one was in, where there is one."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self.pins_last = sheet.sums
        self.sheet_model.load(sheet)
        self.setCurrentIndex(self.sheet_model.index(max(row, 0), max(column, 0)))
        self._fit()

    def sheet(self) -> Sheet:
        return self.sheet_model.sheet

    def sizeHint(self) -> QSize:
        if not self._whole:
            return QSize(active().chars(34), active().units(9))
        rows = self.sheet_model.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if bar.maximum() else 0
        return QSize(active().chars(34), self.horizontalHeader().height() + rows + room + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(active().chars(20), self.sizeHint().height() if self._whole else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as their contents; the names take what is left, or give what is not."""
        count = self.sheet_model.columnCount()
        if not count:
            return
        least = self.horizontalHeader().minimumSectionSize()
        widths = [max(least, self._wanted(column)) for column in range(count)]
        spare = self.viewport().width() - sum(widths)
        widths[0] = max(widths[0] + spare, min(widths[0], active().chars(LEAST_NAME_CHARS)))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        if self._whole:
            self.updateGeometry()

    def _wanted(self, column: int) -> int:
        """The width of the widest text with what stands around it; names have more of that."""
        metrics, model, more = QFontMetrics(active().font("strong")), self.sheet_model, not column
        texts = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        widest = min(widest, active().chars(40)) + active().space(18 if more else 12)
        head = QFontMetrics(active().font("help")).horizontalAdvance(model.sheet.head[column])
        return max(widest, head + active().space(20 if more else 17))

    def _restyle(self) -> None:
        theme = active()
        # A least height that is reached before the new height is set would stay in its place.
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.units(1.4))
        self.verticalHeader().setMinimumSectionSize(theme.units(1))
        self.horizontalHeader().setMinimumSectionSize(theme.chars(4))
        self._fit()
