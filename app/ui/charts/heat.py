"""Weekdays by hours: five steps of colour with the number in each cell, empty where closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter

from app.documents.sheet import written
from app.domain.hidden import Count, Hidden
from app.localization import _
from app.ui.charts.counts import visits_of
from app.ui.charts.ink import HIDDEN, Ink
from app.ui.charts.picture import Picture
from app.ui.theme import active
from app.ui.theme.tokens import readable
from app.ui.widgets.paint import START, box, line_of_text, text_width

Cell = tuple[int, int]
STEPS = 5
LOW_CHARS, HIGH_UNITS = 3.6, 4.0


class Heat(Picture):
    """Rows are weekdays (1 to 7) with their `names` in short and in full, columns are `hours`.

    A cell that is not in `open` and has no visits is shown as closed.
    """

    def __init__(
        self,
        names: Mapping[int, tuple[str, str]],
        hours: Sequence[int],
        visits: Mapping[Cell, Count],
        open_hours: AbstractSet[Cell],
    ) -> None:
        self._names, self.hours, self._visits = names, tuple(hours), visits
        self._open = open_hours
        self._highest = max((one for one in visits.values() if isinstance(one, int)), default=0)
        self.cells = [(weekday, hour) for weekday in names for hour in self.hours]

    def spoken(self) -> list[str]:
        return [self._say(cell) for cell in self.cells]

    def size(self) -> QSize:
        theme = active()
        width = self._side() + len(self.hours) * theme.chars(LOW_CHARS)
        return QSize(width, theme.units(1.2) + len(self._names) * theme.units(1.5))

    def neighbour(self, at: int, key: Qt.Key) -> int:
        """Up and down lead from day to day, Home and End to the ends of the day."""
        across = max(1, len(self.hours))
        row, column = divmod(at, across)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = max(0, min(row + (1 if key == Qt.Key.Key_Down else -1), len(self._names) - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            column = 0 if key == Qt.Key.Key_Home else across - 1
        else:
            return super().neighbour(at, key)
        return row * across + column

    def places(self, rect: QRect) -> list[QRect]:
        left, top = rect.left() + self._side(), rect.top() + active().units(1.2)
        width = rect.right() + 1 - left
        height = self._row(rect)
        count = len(self.hours)
        return [
            QRect(
                left + width * (i % count) // count,
                top + (i // count) * height,
                width * (i % count + 1) // count - width * (i % count) // count,
                height,
            )
            for i in range(len(self.cells))
        ]

    def paint(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        places = self.places(rect)
        for i, hour in enumerate(self.hours):
            head = QRect(places[i].left(), rect.top(), places[i].width(), active().units(1.1))
            ink.write(painter, head, str(hour), "small", "dim")
        for i, (short, _full) in enumerate(self._names.values()):
            row = places[i * len(self.hours)] if self.hours else rect
            name = QRect(rect.left(), row.top(), self._side(), row.height())
            ink.write(painter, name, short, "body", "text", START)
        for place, cell in zip(places, self.cells, strict=True):
            self._paint_cell(painter, place.adjusted(0, 0, -2, -2), cell, ink)

    def _paint_cell(self, painter: QPainter, place: QRect, cell: Cell, ink: Ink) -> None:
        visits, radius = self._visits.get(cell, 0), active().space(4)
        if self._closed(cell):
            box(painter, place, radius, ink.color("alternate"), ink.color("border"))
            return
        if isinstance(visits, Hidden):
            self._paint_hidden(painter, place, visits, ink)
            return
        fill = ink.color(f"h{self._step(visits)}" if visits else "hover")
        box(painter, place, radius, fill)
        wanted = readable(fill.name(), ink.tokens.text, ink.tokens.on_accent)
        colour = ink.color("text" if wanted == ink.tokens.text else "on_accent")
        middle = Qt.AlignmentFlag.AlignCenter
        line_of_text(painter, place, written(visits), ink.font("small"), colour, middle)

    def _paint_hidden(self, painter: QPainter, place: QRect, hidden: Hidden, ink: Ink) -> None:
        """Hatched, with a clear spot for the mark."""
        ink.fill(painter, place, HIDDEN)
        text = written(hidden)
        spot = QRect(0, 0, ink.width("small", text) + active().space(4), active().units(0.9))
        spot.moveCenter(place.center())
        painter.fillRect(spot.intersected(place.adjusted(1, 1, -1, -1)), ink.color("surface"))
        ink.write(painter, place, text, "small", "text")

    def _step(self, visits: int) -> int:
        """1 to 5, in equal parts up to the highest."""
        return -(-visits * STEPS // self._highest)

    def _closed(self, cell: Cell) -> bool:
        return cell not in self._open and self._visits.get(cell, 0) == 0

    def _say(self, cell: Cell) -> str:
        weekday, hour = cell
        when = f"{self._names[weekday][1]} {hour}\N{EN DASH}{hour + 1}"
        if self._closed(cell):
            return _("{when}: closed", when=when)
        return visits_of(when, self._visits.get(cell, 0))

    def _side(self) -> int:
        """The column of the weekdays."""
        font = active().font("body")
        widest = max((text_width(font, short) for short, _full in self._names.values()), default=0)
        return widest + active().space(10)

    def _row(self, rect: QRect) -> int:
        room = rect.height() - active().units(1.2)
        return min(room // max(1, len(self._names)), active().units(HIGH_UNITS))
