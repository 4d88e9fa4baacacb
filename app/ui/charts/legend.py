"""What the patterns of a chart mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.charts.ink import Ink, screen_ink
from app.ui.charts.strokes import STROKES, paint_sign
from app.ui.theme import active
from app.ui.widgets.paint import START, painter_on

TICK = -1


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: a pattern of `ink`, one of the `strokes`, or `TICK` for a compared period."""

    pattern: int
    text: str


class Legend(QWidget):
    """Entries in a line, or in lines where one has no room for them.

    It says nothing to a screen reader: every mark of the chart names its series.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: tuple[Key, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        active().changed.connect(self._restyle)

    def set_keys(self, keys: Sequence[Key]) -> None:
        self.keys = tuple(keys)
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(_long(self.keys), _line())

    def minimumSizeHint(self) -> QSize:
        return QSize(max((_width(key) for key in self.keys), default=0), _line())

    def heightForWidth(self, width: int) -> int:
        return legend_height(self.keys, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_legend(painter, self.rect(), self.keys, screen_ink())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def legend_height(keys: Sequence[Key], width: int) -> int:
    """The height of the entries in lines of `width` pixels."""
    return max((place.bottom() + 1 for place in _places(keys, width)), default=0)


def paint_legend(painter: QPainter, rect: QRect, keys: Sequence[Key], ink: Ink) -> None:
    """The entries from the upper left corner of `rect` on."""
    for key, place in zip(keys, _places(keys, rect.width()), strict=True):
        _paint_key(painter, place.translated(rect.topLeft()), key, ink)


def _paint_key(painter: QPainter, place: QRect, key: Key, ink: Ink) -> None:
    size, wide = active().space(13), _sign(key)
    sign = QRect(place.left(), place.top() + (place.height() - size) // 2, wide, size)
    if key.pattern == TICK:
        ink.tick(painter, sign)
    elif key.pattern in STROKES:
        paint_sign(painter, sign, key.pattern, ink)
    else:
        ink.fill(painter, sign, key.pattern)
    words = place.adjusted(wide + active().space(6), 0, 0, 0)
    ink.write(painter, words, key.text, "small", "dim", START)


def _places(keys: Sequence[Key], width: int) -> list[QRect]:
    places, at = [], QPoint(0, 0)
    for key in keys:
        if at.x() and at.x() + _width(key) > width:
            at = QPoint(0, at.y() + _line())
        places.append(QRect(at.x(), at.y(), min(_width(key), width), _line()))
        at += QPoint(_width(key) + active().space(14), 0)
    return places


def _width(key: Key) -> int:
    return _sign(key) + active().space(6) + screen_ink().width("small", key.text) + 2


def _sign(key: Key) -> int:
    """How wide the sign before the words is."""
    if key.pattern in STROKES:
        return active().space(20)
    return active().space(2 if key.pattern == TICK else 13)


def _long(keys: Sequence[Key]) -> int:
    gaps = active().space(14) * max(0, len(keys) - 1)
    return sum(_width(key) for key in keys) + gaps


def _line() -> int:
    return active().units(1.1)
