"""What a chart is painted with: the colours of a theme and the measures in use."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.ui.theme import LIGHT, Tokens, active
from app.ui.widgets.paint import CENTER, box, line_of_text, text_width

SOLID, DIAGONAL, DOTS, PLAIN, HIDDEN = range(5)
_COLOURS = ("c1", "c2", "c3", "c4", "dim")


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by name; fonts and lengths are those of the theme in use."""

    tokens: Tokens

    def color(self, name: str) -> QColor:
        return QColor(str(getattr(self.tokens, name)))

    def font(self, role: str) -> QFont:
        return active().font(role)

    def width(self, role: str, text: str) -> int:
        return text_width(self.font(role), text)

    def write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        role: str,
        colour: str,
        align: Qt.AlignmentFlag = CENTER,
    ) -> None:
        """One line of text, cut where it does not fit."""
        line_of_text(painter, rect, text, self.font(role), self.color(colour), align)

    def fill(self, painter: QPainter, rect: QRect, pattern: int) -> None:
        """A part of a bar in one of the patterns, which black and white tell apart too."""
        if rect.width() <= 0 or rect.height() <= 0:
            return
        colour = self.color(_COLOURS[pattern])
        if pattern in (SOLID, PLAIN):
            box(painter, rect, active().space(1.5), colour)
            return
        painter.fillRect(rect, self.color("surface"))
        painter.save()
        painter.setClipRect(rect)
        _PATTERNS[pattern](painter, rect, colour)
        painter.restore()
        box(painter, rect, 0, None, colour)

    def tick(self, painter: QPainter, rect: QRect) -> None:
        """A mark of the compared period, with a halo so that it stands out on any pattern."""
        halo = QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.fillRect(halo, self.color("surface"))
        painter.fillRect(rect, self.color("text"))

    def ring(self, painter: QPainter, rect: QRect) -> None:
        """Around the mark that the keyboard stands on."""
        box(painter, rect, active().space(4), None, self.color("accent"), 2)


def screen_ink() -> Ink:
    """The colours of the theme in use."""
    return Ink(active().tokens)


def paper_ink() -> Ink:
    """The colours for what is handed on: always those for white paper."""
    return Ink(LIGHT)


def _diagonals(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Lines that meet those of a neighbour, since they all begin at the same origin."""
    painter.setPen(QPen(colour, active().space(2.2)))
    step = max(5, active().space(6))
    start = rect.left() - rect.height() - (rect.left() + rect.bottom()) % step
    for x in range(start, rect.right() + step, step):
        foot = QPointF(x, rect.bottom() + 1)
        painter.drawLine(foot, foot + QPointF(rect.height() + 1, -rect.height() - 1))


def _back_diagonals(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Thin lines the other way round: what is not told."""
    painter.setPen(QPen(colour, active().space(1)))
    step = max(4, active().space(4.5))
    start = rect.left() - rect.height() - (rect.left() - rect.top()) % step
    for x in range(start, rect.right() + step, step):
        head = QPointF(x, rect.top())
        painter.drawLine(head, head + QPointF(rect.height() + 1, rect.height() + 1))


def _dots(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    step, radius = max(4, active().space(4)), active().text_size / 100 * 0.95
    inset = step // 2
    for y in range(rect.bottom() - inset, rect.top(), -step):
        for x in range(rect.left() + inset + 1, rect.right(), step):
            painter.drawEllipse(QPointF(x + 0.5, y + 0.5), radius, radius)


_PATTERNS = {DIAGONAL: _diagonals, DOTS: _dots, HIDDEN: _back_diagonals}
