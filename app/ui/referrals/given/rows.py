"""How a slip looks in the list: its number and its time, below them its services and its state."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.referrals.given.model import NUMBER, SERVICES, STATE, WHEN, Index
from app.ui.referrals.hits_rows import TWO_LINES, paint_pill, pill_width
from app.ui.theme import active
from app.ui.widgets.paint import END, START, line_of_text, mirrored


class GivenRows(QStyledItemDelegate):
    """The one in hand has an accent bar at its start."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(active().chars(20), active().units(TWO_LINES))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, direction = active(), QRect(option.rect), option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        if index == self._view.currentIndex():
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(mirrored(direction, rect, bar), theme.color("accent"))
        self._words(painter, rect, direction, index)
        painter.restore()

    def _words(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, index: Index
    ) -> None:
        theme, pill = active(), index.data(STATE)
        side, top = theme.space(14), theme.space(5)
        inner = rect.adjusted(side, top, -side, -top)
        half, room = inner.height() // 2, pill_width(pill)
        high = QRect(inner.left(), inner.top(), inner.width(), half)
        text, dim = theme.color("text"), theme.color("dim")
        turned = direction == Qt.LayoutDirection.RightToLeft
        start, end = (END, START) if turned else (START, END)
        line_of_text(painter, high, index.data(NUMBER), theme.font("strong"), text, start)
        line_of_text(painter, high, index.data(WHEN), theme.font("help"), dim, end)
        low = high.translated(0, half)
        spot = QRect(low.right() + 1 - room, low.top(), room, half)
        paint_pill(painter, mirrored(direction, inner, spot), pill, direction)
        place = mirrored(direction, inner, low.adjusted(0, 0, -room - theme.space(8), 0))
        line_of_text(painter, place, index.data(SERVICES), theme.font("help"), dim)
