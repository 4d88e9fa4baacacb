"""A table whose first and last columns stay in sight while one scrolls sideways."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.theme import active

Index = QModelIndex | QPersistentModelIndex
LEAST_BETWEEN_CHARS = 8


class Pin(NamedTuple):
    """A column that is shown at `left` of the viewport, since it has scrolled away from there."""

    column: int
    left: int
    width: int

    @property
    def edge(self) -> int:
        """Where the line to the scrolling columns is."""
        return self.left or self.width - 1


class PinnedHeader(QHeaderView):
    """The heads of pinned columns stay above them."""

    def __init__(self, table: PinnedTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for pin in self._table.pins():
                place = QRect(pin.left, 0, pin.width, self.height())
                painter.fillRect(place, active().color("surface"))
                self.paintSection(painter, place, pin.column)
                painter.fillRect(QRect(pin.edge, 0, 1, self.height()), active().color("border"))


class PinnedTable(QTableView):
    """The first column is pinned, and the last where `pins_last`, while all have no room.

    They are painted over the others by the same delegate, so that there is one table for the
    keyboard and for a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pins_last = True
        self.setHorizontalHeader(PinnedHeader(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def pins(self) -> list[Pin]:
        """The columns that are not where scrolling would have them."""
        header, room = self.horizontalHeader(), self.viewport().width()
        first, last = self._kept()
        found = []
        if first and header.offset():
            found.append(Pin(0, 0, first))
        column = header.count() - 1
        if last and header.sectionViewportPosition(column) > room - last:
            found.append(Pin(column, room - last, last))
        return found

    def visualRect(self, index: Index) -> QRect:
        place = super().visualRect(index)
        for pin in self.pins():
            if index.column() == pin.column:
                return QRect(pin.left, place.top(), pin.width, place.height())
        return place

    def indexAt(self, at: QPoint) -> QModelIndex:
        for pin in self.pins():
            if pin.left <= at.x() < pin.left + pin.width:
                return self.model().index(self.rowAt(at.y()), pin.column)
        return super().indexAt(at)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Sideways no further than it takes to bring the cell between the pinned columns."""
        bar, header = self.horizontalScrollBar(), self.horizontalHeader()
        value, (first, last) = bar.value(), self._kept()
        super().scrollTo(index, hint)
        left = header.sectionPosition(index.column())
        right = left + header.sectionSize(index.column())
        if (first and index.column() == 0) or (last and index.column() == header.count() - 1):
            bar.setValue(value)
        elif first or last:
            room = self.viewport().width() - last
            bar.setValue(min(max(value, right - room), left - first))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        for moved in (self.viewport(), self.horizontalHeader().viewport()):
            moved.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for pin in self.pins():
                self._paint_pin(painter, pin)

    def _paint_pin(self, painter: QPainter, pin: Pin) -> None:
        option, delegate = QStyleOptionViewItem(), self.itemDelegate()
        self.initViewItemOption(option)
        height = self.viewport().height()
        for row in range(max(0, self.rowAt(0)), self.model().rowCount()):
            place = QRect(pin.left, self.rowViewportPosition(row), pin.width, self.rowHeight(row))
            if place.top() > height:
                break
            painter.fillRect(place, active().color("surface"))
            option.rect = place
            delegate.paint(painter, option, self.model().index(row, pin.column))
        foot = self.rowViewportPosition(self.model().rowCount() - 1) + self.rowHeight(0)
        painter.fillRect(QRect(pin.edge, 0, 1, min(foot, height)), active().color("border"))

    def _kept(self) -> tuple[int, int]:
        """How wide the first and the last column are where they are pinned, else 0."""
        header, room = self.horizontalHeader(), self.viewport().width()
        if header.count() < 3 or header.length() <= room:
            return 0, 0
        first, last = header.sectionSize(0), header.sectionSize(header.count() - 1)
        least = active().chars(LEAST_BETWEEN_CHARS)
        if self.pins_last and first + least + last <= room:
            return first, last
        return (first, 0) if first + least <= room else (0, 0)
