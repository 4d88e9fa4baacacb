"""A layout that breaks into rows like words, or stands in columns of one width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.widgets.paint import mirrored


class FlowLayout(QLayout):
    """Rows from the reading side; `set_columns` makes it a grid of equal widths.

    `centred`: in a row of several heights the lower items stand in its middle.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 4, *, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self._columns, self._least, self._most = 0, 0, 0
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def set_columns(self, columns: int, least: int, most: int) -> None:
        """So many columns, each `least` to `most` pixels wide, fewer where they do not fit.

        No columns: items flow, each as wide as it asks.
        """
        self._columns, self._least, self._most = columns, least, most
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(mirrored(direction, rect, place.translated(rect.topLeft())))

    def sizeHint(self) -> QSize:
        items = self._shown()
        if self._columns:
            width = self._columns * (self._least + self.spacing()) - self.spacing()
        else:
            width = sum(item.sizeHint().width() + self.spacing() for item in items)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = QSize(0, 0)
        for item in self._shown():
            widest = widest.expandedTo(item.minimumSize())
        return widest

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        return self._grid(width) if self._columns else self._flow(width)

    def _flow(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        at, row_height = QPoint(0, 0), 0
        for item in self._shown():
            size = _size_within(item, max(width, 1))
            if at.x() and at.x() + size.width() > width:
                at, row_height = QPoint(0, at.y() + row_height + self.spacing()), 0
            places.append(QRect(at, size))
            at += QPoint(size.width() + self.spacing(), 0)
            row_height = max(row_height, size.height())
        return _in_the_middle(places) if self._centred else places

    def _grid(self, width: int) -> list[QRect]:
        items, gap = self._shown(), self.spacing()
        fitting = (width + gap) // (self._least + gap) if self._least else self._columns
        columns = max(1, min(self._columns, fitting))
        each = min((width + gap) // columns - gap, self._most)
        places: list[QRect] = []
        top = 0
        for start in range(0, len(items), columns):
            highs = [_height_within(item, each) for item in items[start : start + columns]]
            for column, high in enumerate(highs):
                places.append(QRect(column * (each + gap), top, each, high))
            top += max(highs) + gap
        return places


def _height_within(item: QLayoutItem, width: int) -> int:
    """As high as it needs to be; what stands beside it may be higher, for it has an error."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _in_the_middle(places: list[QRect]) -> list[QRect]:
    """Each place lowered to the middle of its row."""
    heights: dict[int, int] = {}
    for place in places:
        heights[place.top()] = max(heights.get(place.top(), 0), place.height())
    return [place.translated(0, (heights[place.top()] - place.height()) // 2) for place in places]


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """As wide as it asks; where that is too much, as high as it needs to be so narrow."""
    asked = item.sizeHint()
    if asked.width() <= width:
        return asked
    high = item.heightForWidth(width) if item.hasHeightForWidth() else asked.height()
    return QSize(width, high)
