"""How a client looks in the list: the name with what fitted underlined, birth year, number, why."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.isolates import named
from app.ui.clients.lookup.model import FOUND, ICON, MARKED, NUMBER, TITLE, WHY, Index
from app.ui.clients.lookup.speech import Range
from app.ui.theme import active
from app.ui.widgets.paint import END, line_of_text, mirrored, text_width

TWO_LINES, HEADING = 2.8, 1.5


class HitRows(QStyledItemDelegate):
    """Paints clients and the heading; the one at hand has an accent bar at its start."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(FOUND) is not None
        return QSize(active().chars(20), active().units(TWO_LINES if hit else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, direction = active(), QRect(option.rect), option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        if index.data(FOUND) is None:
            self._heading(painter, rect, str(index.data(TITLE)))
        else:
            if index == self._view.currentIndex():
                painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("accent_soft"))
                bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
                painter.fillRect(mirrored(direction, rect, bar), theme.color("accent"))
            self._hit(painter, rect, direction, index)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        theme = active()
        painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("alternate"))
        place = rect.adjusted(theme.space(14), 0, -theme.space(14), 0)
        line_of_text(painter, place, words, theme.font("help"), theme.color("dim"))

    def _hit(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, index: Index
    ) -> None:
        theme, side, top = active(), active().space(14), active().space(5)
        inner = rect.adjusted(side, top, -side, -top)
        half = inner.height() // 2
        quiet = theme.font("help")
        room = text_width(quiet, index.data(NUMBER))
        end = QRect(inner.right() + 1 - room, inner.top(), room, half)
        place = mirrored(direction, inner, end)
        line_of_text(painter, place, index.data(NUMBER), quiet, theme.color("dim"), END)
        wide = inner.width() - room - theme.space(8)
        place = mirrored(direction, inner, QRect(inner.left(), inner.top(), wide, half))
        _paint_name(painter, place, index.data(TITLE), index.data(MARKED), direction)
        low = QRect(inner.left(), inner.top() + half, inner.width(), half)
        self._why(painter, inner, low, direction, index)

    def _why(
        self,
        painter: QPainter,
        inner: QRect,
        low: QRect,
        direction: Qt.LayoutDirection,
        index: Index,
    ) -> None:
        theme, size = active(), round(0.8 * active().u)
        spot = QRect(low.left(), low.top() + (low.height() - size) // 2, size, size)
        picture = theme.pixmap(index.data(ICON), "dim", size, self._view.devicePixelRatioF())
        painter.drawPixmap(mirrored(direction, inner, spot).topLeft(), picture)
        place = mirrored(direction, inner, low.adjusted(size + theme.space(6), 0, 0, 0))
        line_of_text(painter, place, index.data(WHY), theme.font("help"), theme.color("dim"))


def _paint_name(
    painter: QPainter, place: QRect, name: str, marks: list[Range], direction: Qt.LayoutDirection
) -> None:
    """The name in its own direction, what fitted underlined in the accent."""
    theme = active()
    layout = _laid_out(name, marks, place.width(), direction)
    painter.setPen(theme.color("text"))
    top = place.top() + (place.height() - layout.boundingRect().height()) / 2
    layout.draw(painter, QPointF(place.left(), top))


def _laid_out(
    name: str, marks: list[Range], width: int, direction: Qt.LayoutDirection
) -> QTextLayout:
    """One line of a name, cut where it does not fit; an isolate stands before it."""
    font = active().font("strong")
    shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(named(shown), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setFormats([_underlined(at + 1, length) for at, length in marks if at < len(shown)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout


def _underlined(at: int, length: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontUnderline(True)
    look.setUnderlineColor(active().color("accent"))
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = at, length, look
    return one
