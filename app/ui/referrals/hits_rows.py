"""How a service looks in the list: its name, below it what it is, where, and whether it is open.

Names are long, so they have the line to themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.referrals.hits_model import ENTRY, QUIET, STATE, TAKEN, TITLE, Index
from app.ui.referrals.speech import PillText
from app.ui.theme import active
from app.ui.widgets.paint import box, line_of_text, mirrored, text_width
from app.ui.widgets.pill import INKS

TWO_LINES, HEADING = 2.8, 1.5


class HitRows(QStyledItemDelegate):
    """Paints entries and headings; the one at hand has an accent bar at its start."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY) is not None
        return QSize(active().chars(20), active().units(TWO_LINES if entry else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, direction = active(), QRect(option.rect), option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        if index.data(ENTRY) is None:
            self._heading(painter, rect, str(index.data(TITLE)))
        else:
            if index == self._view.currentIndex():
                painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("accent_soft"))
                bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
                painter.fillRect(mirrored(direction, rect, bar), theme.color("accent"))
            self._entry(painter, rect, direction, index)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        theme = active()
        painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("alternate"))
        place = rect.adjusted(theme.space(14), 0, -theme.space(14), 0)
        line_of_text(painter, place, words, theme.font("help"), theme.color("dim"))

    def _entry(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, index: Index
    ) -> None:
        theme, pill = active(), index.data(STATE)
        side, top = theme.space(14), theme.space(5)
        inner = rect.adjusted(side, top, -side, -top)
        half = inner.height() // 2
        name = QRect(inner.left(), inner.top(), inner.width(), half)
        ink = "dim" if index.data(ENTRY).refusal is not None else "text"
        if index.data(TAKEN):
            name = self._tick(painter, inner, name, direction)
        place = mirrored(direction, inner, name)
        line_of_text(painter, place, index.data(TITLE), theme.font("strong"), theme.color(ink))
        room = pill_width(pill)
        low = QRect(inner.left(), inner.top() + half, inner.width(), half)
        spot = QRect(low.right() + 1 - room, low.top(), room, half)
        paint_pill(painter, mirrored(direction, inner, spot), pill, direction)
        place = mirrored(direction, inner, low.adjusted(0, 0, -room - theme.space(8), 0))
        line_of_text(painter, place, index.data(QUIET), theme.font("help"), theme.color("dim"))

    def _tick(
        self, painter: QPainter, inner: QRect, name: QRect, direction: Qt.LayoutDirection
    ) -> QRect:
        """A tick before what is on the slip; what is left for the name."""
        theme, size = active(), round(0.9 * active().u)
        spot = QRect(name.left(), name.top() + (name.height() - size) // 2, size, size)
        picture = theme.pixmap("check", "accent", size, self._view.devicePixelRatioF())
        painter.drawPixmap(mirrored(direction, inner, spot).topLeft(), picture)
        return name.adjusted(size + theme.space(6), 0, 0, 0)


def pill_width(pill: PillText) -> int:
    theme = active()
    icon = round(0.72 * theme.u) + theme.space(4)
    return text_width(theme.font("cap"), pill.text) + 2 * theme.space(7) + icon


def paint_pill(
    painter: QPainter, rect: QRect, pill: PillText, direction: Qt.LayoutDirection
) -> None:
    """A pill in `rect`, as `Pill` looks."""
    theme = active()
    soft, ink, _icon = INKS[pill.kind]
    high, size, inset = theme.units(1.1), round(0.72 * theme.u), theme.space(7)
    rect = QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), high)
    box(painter, rect, high / 2, theme.color(soft))
    spot = QRect(rect.left() + inset, rect.top() + (high - size) // 2, size, size)
    picture = theme.pixmap(pill.icon, ink, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(mirrored(direction, rect, spot).topLeft(), picture)
    start = inset + size + theme.space(4)
    words = QRect(rect.left() + start, rect.top(), rect.width() - start - inset + 1, high)
    place = mirrored(direction, rect, words)
    line_of_text(painter, place, pill.text, theme.font("cap"), theme.color(ink))
