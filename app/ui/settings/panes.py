"""A list beside a form, and a form that scrolls to where one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.row_list import RowList

LIST_CHARS, BESIDE_CHARS, LIST_UNITS = 34, 88, 9
MESSAGE_UNITS = 3
NO_LIMIT = (1 << 24) - 1


class Scroll(QScrollArea):
    """Holds what may be higher than the room there is."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = page
        page.setProperty("page", True)
        self.setWidget(page)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        # The range is told before what is inside has its places.
        settled = QTimer(self, singleShot=True, interval=0)
        settled.timeout.connect(self._follow_on)
        self.verticalScrollBar().rangeChanged.connect(lambda: settled.start())

    def _follow(self, _old: QWidget | None, here: QWidget | None) -> None:
        """What the keyboard reaches is in view, with its message."""
        if here is not None and self.isAncestorOf(here):
            margin = active().units(MESSAGE_UNITS)
            self.ensureWidgetVisible(here, 0, margin)
            # Qt adds its margin only where the widget itself was out of view.
            if here.height() + 2 * margin < self.viewport().height():
                bottom = here.mapTo(self._page, QPoint(0, here.height())).y()
                self.ensureVisible(0, bottom, 0, margin)

    def _follow_on(self) -> None:
        """What is typed and its message stay in view when something grows."""
        self._follow(None, QApplication.focusWidget())


class Form(Scroll):
    """What is filled in, one thing below the other in `column`.

    It scrolls, but for where it stands below its list: there it is as high as what it holds, and
    the page around it scrolls alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        page = QWidget()
        self.column = QVBoxLayout(page)
        super().__init__(page, parent)
        active().changed.connect(self._restyle)
        self._restyle()

    def add(self, *things: QWidget | QLayout) -> None:
        """Widgets and rows from top to bottom."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.column.addWidget(thing)
            else:
                self.column.addLayout(thing)

    def fit(self) -> None:
        """Scroll, or stand as high as what it holds."""
        whole, off = _is_below(self), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        wanted = self.column.totalHeightForWidth(self.viewport().width())
        high = max(0, wanted) if whole else 0
        self.setVerticalScrollBarPolicy(off if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if self.minimumHeight() != high:
            self.setMinimumHeight(high)

    def sizeHint(self) -> QSize:
        """No higher than it must be, or what is around it would scroll too."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _restyle(self) -> None:
        theme = active()
        self.column.setContentsMargins(theme.space(4), 0, theme.space(12), theme.space(12))
        self.column.setSpacing(theme.space(12))


class ListPane(Card):
    """A list with its heading, and links for what can be done with the whole of it."""

    def __init__(self, rows: RowList, *links: Link) -> None:
        super().__init__(ruled=True)
        self.rows = rows
        self._foot = QVBoxLayout()
        self.content.addWidget(rows, 1)
        self.content.addLayout(self._foot)
        for link in links:
            self._foot.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._has_links = bool(links)
        active().changed.connect(self._restyle_foot)
        self._restyle_foot()

    def _restyle_foot(self) -> None:
        edge = active().space(6) if self._has_links else 0
        self._foot.setContentsMargins(edge, edge, edge, edge)
        self._foot.setSpacing(0)


class Panes(QWidget):
    """List and form side by side, or the list above where there is no room, `high` units then."""

    def __init__(self, list_pane: QWidget, form: QWidget, high: float = LIST_UNITS) -> None:
        super().__init__()
        self._list, self._high, self.below = list_pane, high, False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(list_pane)
        self._row.addWidget(form, 1)
        active().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = active()
        beside = self.width() >= theme.chars(BESIDE_CHARS)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(theme.space(16 if beside else 8))
        self._list.setMaximumWidth(theme.chars(LIST_CHARS) if beside else NO_LIMIT)
        self._list.setMinimumWidth(theme.chars(LIST_CHARS) if beside else 0)
        self._list.setMaximumHeight(NO_LIMIT if beside else theme.units(self._high))
        self.below = not beside
        for form in self.findChildren(Form):
            form.fit()


class OneOf(QStackedWidget):
    """Views of which one is shown; it asks for no more room than that one needs."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        here = self.currentWidget()
        return here.sizeHint() if here is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        here = self.currentWidget()
        return here.minimumSizeHint().expandedTo(here.minimumSize()) if here else QSize()

    def hasHeightForWidth(self) -> bool:
        return False


def _is_below(form: QWidget) -> bool:
    """Whether a form stands below its list, or is part of what does."""
    around = form.parentWidget()
    while around is not None:
        if isinstance(around, Panes) and around.below:
            return True
        around = around.parentWidget()
    return False


def beside(*widgets: QWidget) -> QHBoxLayout:
    """Widgets of equal width in one row."""
    row = QHBoxLayout()
    row.setSpacing(active().space(12))
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row


def started(*widgets: QWidget) -> FlowLayout:
    """Widgets as wide as they ask, from the start; in a second row where there is no room."""
    row = FlowLayout(gap=active().space(8))
    for widget in widgets:
        row.addWidget(widget)
    return row


class Tick(QCheckBox):
    """A check box with room for its letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        active().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumHeight(active().units(1.3))
