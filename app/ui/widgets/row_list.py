"""A list of which one row is open: pages, days, chips, people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import active
from app.ui.widgets.key_cap import BARE, cap_size, paint_cap, spoken
from app.ui.widgets.paint import line_of_text, text_width

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """One row: its key, its words, a second quiet line, an icon or a key cap before them.

    `quiet` is for what is over or switched off, `tip` the name of a row that shows no words.
    """

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    cap: str = ""
    quiet: bool = False
    tip: str = ""


class RowDelegate(QStyledItemDelegate):
    """The row in hand is soft with a bar at its start."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, view = index.data(ROW), self.parent()
        assert isinstance(view, RowList)
        rect: QRect = option.rect
        theme, here = active(), view.currentRow() == index.row()
        if here:
            painter.fillRect(rect, theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), theme.space(3), rect.height())
            painter.fillRect(_mirrored(view, rect, bar), theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        self._paint_row(painter, view, rect, row, here)
        if here and view.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, theme = index.data(ROW), active()
        words = max(
            text_width(theme.font("strong"), row.title), text_width(theme.font("help"), row.detail)
        )
        width = self._start(row) + words + theme.space(12)
        return QSize(width, theme.units(2.8 if row.detail else 1.67))

    def _paint_row(
        self, painter: QPainter, view: QWidget, rect: QRect, row: Row, here: bool
    ) -> None:
        theme = active()
        ink = "dim" if row.quiet else "accent_text" if here and row.icon else "text"
        self._paint_lead(painter, view, rect, row, ink)
        line = rect.adjusted(self._start(row), 0, -theme.space(8), 0)
        font = theme.font("strong" if here else "body")
        if row.detail:
            half = line.height() // 2
            lower = line.adjusted(0, half, 0, -theme.space(4))
            line = line.adjusted(0, theme.space(4), 0, -half)
            place = _mirrored(view, rect, lower)
            line_of_text(painter, place, row.detail, theme.font("help"), theme.color("dim"))
        line_of_text(painter, _mirrored(view, rect, line), row.title, font, theme.color(ink))

    def _paint_lead(
        self, painter: QPainter, view: QWidget, rect: QRect, row: Row, ink: str
    ) -> None:
        theme, left = active(), rect.left() + active().space(12)
        if row.icon:
            size = theme.icon_size()
            place = QRect(left, rect.center().y() - size.height() // 2, size.width(), size.height())
            picture = theme.pixmap(row.icon, ink, size.width(), view.devicePixelRatioF())
            painter.drawPixmap(_mirrored(view, rect, place).topLeft(), picture)
        elif row.cap.strip():
            size = cap_size(row.cap)
            left += (_cap_room() - size.width()) // 2
            place = QRect(left, rect.center().y() - size.height() // 2, size.width(), size.height())
            paint_cap(painter, _mirrored(view, rect, place), row.cap, BARE)

    def _start(self, row: Row) -> int:
        """Where the words begin."""
        theme, start = active(), active().space(12)
        if row.icon:
            return start + theme.icon_size().width() + theme.space(8)
        return start + _cap_room() + theme.space(8) if row.cap else start


class RowList(QListWidget):
    """`asked` names the row that a person goes to; whoever owns the list opens it.

    A cap of one space keeps the room of a cap free.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(self._on_current)
        active().changed.connect(self.scheduleDelayedItemsLayout)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the row in hand stays in hand if it is still there."""
        here = self.key()
        self.blockSignals(True)
        if [row.key for row in rows] != self.keys():
            self.clear()
            for _row in rows:
                self.addItem(QListWidgetItem())
        for i, row in enumerate(rows):
            self._put(i, row)
        self.blockSignals(False)
        self.set_key(here)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), active().units(9))

    def keys(self) -> list[str]:
        return [self.row_at(i).key for i in range(self.count())]

    def key(self) -> str:
        """The row in hand; "" for none."""
        here = self.currentRow()
        return self.row_at(here).key if here >= 0 else ""

    def row_at(self, i: int) -> Row:
        item: Row = self.item(i).data(ROW)
        return item

    def set_key(self, key: str) -> None:
        """Put a row in hand without telling anyone; none when there is no such row."""
        keys = self.keys()
        self.blockSignals(True)
        self.setCurrentRow(keys.index(key) if key in keys else -1)
        self.blockSignals(False)
        self.viewport().update()

    def _put(self, i: int, row: Row) -> None:
        item = self.item(i)
        item.setData(ROW, row)
        name = row.tip or row.title
        spoken_words = ", ".join(part for part in (name, row.detail) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(spoken_words, row.cap))
        item.setToolTip(name)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self.viewport().update()
        if item is not None:
            self.asked.emit(item.data(ROW).key)


def _cap_room() -> int:
    return max(cap_size(cap).width() for cap in ("W", "⇧0"))


def _mirrored(view: QWidget, rect: QRect, place: QRect) -> QRect:
    return QStyle.visualRect(view.layoutDirection(), rect, place)
