"""How a chip looks in each of its states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import active
from app.ui.widgets.key_cap import (
    BARE,
    CHOSEN,
    FAINT,
    PRESET,
    TICK,
    CapLook,
    cap_size,
    paint_cap,
)
from app.ui.widgets.paint import END, box, line_of_text, mirrored, text_width


class _Look(NamedTuple):
    fill: str
    line: str
    ink: str
    role: str
    cap: CapLook


@dataclass(frozen=True)
class ChipFace:
    """All that decides the look; `cap` is a blank for a chip that only has its tick."""

    label: str = ""
    cap: str = ""
    mark: str = ""
    checked: bool = False
    preset: bool = False
    faint: bool = False
    tight: bool = False
    focused: bool = False
    hovered: bool = False
    down: bool = False
    enabled: bool = True

    def size(self) -> QSize:
        """Width as for the strong face, so that nothing moves when it is chosen."""
        theme = active()
        words = text_width(theme.font("strong"), self.label)
        mark = text_width(theme.font("cap"), self.mark)
        width = self._words_start() + words + theme.space(6)
        width += mark + theme.space(8) if mark else 0
        return QSize(width, theme.units(1.6 if self.tight else 1.78))

    def paint(self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection) -> None:
        """Paint it into `rect`."""
        theme, look = active(), self._look()
        line, width = ("accent", 2.0) if self.focused else (look.line, 1.0)
        box(painter, rect, theme.space(5), theme.color(look.fill), theme.color(line), width)
        for place, paint in (
            (self._cap_place(rect), self._paint_cap),
            (self._words_place(rect), self._paint_words),
            (self._mark_place(rect), self._paint_mark),
        ):
            if place.width() > 0:
                paint(painter, mirrored(direction, rect, place), look)

    def _paint_cap(self, painter: QPainter, place: QRect, look: _Look) -> None:
        paint_cap(painter, place, TICK if self.checked else self.cap, look.cap)

    def _paint_words(self, painter: QPainter, place: QRect, look: _Look) -> None:
        theme = active()
        ink = theme.color(look.ink if self.enabled else "edge")
        line_of_text(painter, place, self.label, theme.font(look.role), ink)

    def _paint_mark(self, painter: QPainter, place: QRect, look: _Look) -> None:
        theme = active()
        colour = theme.color("accent_text")
        line_of_text(painter, place, self.mark, theme.font("cap"), colour, END)

    def _look(self) -> _Look:
        hover = "pressed" if self.down else "hover" if self.hovered else ""
        if self.checked and self.preset:
            return _Look(hover or "hover", "edge", "text", "body", PRESET)
        if self.checked:
            return _Look("accent_soft", "accent", "accent_text", "strong", CHOSEN)
        cap = FAINT if self.faint else BARE
        return _Look(hover or "surface", "edge", "text", "body", cap)

    def _cap_place(self, rect: QRect) -> QRect:
        size = cap_size(self.cap)
        top = rect.top() + (rect.height() - size.height()) // 2
        return QRect(rect.left() + active().space(6), top, size.width(), size.height())

    def _words_start(self) -> int:
        width = cap_size(self.cap).width()
        return active().space(6) + width + active().space(6) if width else active().space(10)

    def _words_place(self, rect: QRect) -> QRect:
        start = self._words_start()
        end = rect.width() - active().space(6)
        if self.mark:
            end = self._mark_place(rect).left() - active().space(6) - rect.left()
        return QRect(rect.left() + start, rect.top(), end - start, rect.height())

    def _mark_place(self, rect: QRect) -> QRect:
        width = text_width(active().font("cap"), self.mark)
        left = rect.right() + 1 - active().space(10) - width
        return QRect(left, rect.top(), width, rect.height())
