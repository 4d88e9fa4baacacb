"""How a row of find-an-action looks: what, where, key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.shell.find_model import ENTRY, Entry, Index
from app.ui.shell.table import cap
from app.ui.theme import active
from app.ui.widgets.key_cap import FRAMED, cap_size, paint_cap
from app.ui.widgets.paint import END, box, line_of_text


class FindDelegate(QStyledItemDelegate):
    """Paints a row; where the key stands is the same in all rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, active().units(1.67))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = active()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            box(painter, rect, theme.space(5), theme.color("accent_soft"))
        inset = theme.space(10)
        row = rect.adjusted(inset, 0, -inset, 0)
        self._paint_row(painter, row, option.direction, index.data(ENTRY))

    def _paint_row(
        self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection, entry: Entry
    ) -> None:
        theme, key = active(), cap(entry.action)
        keys, where = theme.chars(11), min(theme.chars(16), row.width() // 3)

        def part(start: int, width: int, height: int = row.height()) -> QRect:
            top = row.top() + (row.height() - height) // 2
            place = QRect(row.left() + start, top, width, height)
            return QStyle.visualRect(direction, row, place)

        words = part(0, row.width() - keys - where - theme.space(8))
        line_of_text(painter, words, entry.action.text(), theme.font("body"), theme.color("text"))
        beside = part(row.width() - keys - where, where)
        line_of_text(painter, beside, entry.where, theme.font("help"), theme.color("dim"), END)
        if key:
            size = cap_size(key)
            place = part(row.width() - size.width(), size.width(), size.height())
            paint_cap(painter, place, key, FRAMED)
