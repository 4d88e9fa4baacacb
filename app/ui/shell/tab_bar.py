"""The tabs of the window: icon, word, and a badge where a tab has something to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QTabBar, QWidget

from app.localization import _, current
from app.ui.tab import Badge, Tab
from app.ui.theme import active
from app.ui.widgets.paint import CENTER, box, line_of_text, painter_on, text_width

MOST_SHOWN = 99


class TabBar(QTabBar):
    """One stop of the Tab key; arrows go to the neighbour. Compact tabs show no words.

    The tab in view always shows its word.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self._badges: dict[str, Badge] = {}
        self._compact = False
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)
        self.currentChanged.connect(self._restyle)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """These tabs in place of those before; no badges yet."""
        self._badges.clear()
        while self.count():
            self.removeTab(self.count() - 1)
        self._tabs = list(tabs)
        for _tab in tabs:
            self.addTab("")
        self._retranslate()

    def set_badge(self, name: str, badge: Badge) -> None:
        """What the tab `name` has to say; a count of zero says nothing."""
        self._badges[name] = badge
        self._retranslate()

    def set_compact(self, compact: bool) -> None:
        """Whether tabs that are not in view leave their words away."""
        self._compact = compact
        self._restyle()

    def full_width(self) -> int:
        """The width that all words need."""
        return sum(self._width(tab, True) for tab in self._tabs)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._width(self._tabs[index], self._worded(index)), self._height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        widths = (self.tabSizeHint(index).width() for index in range(self.count()))
        return QSize(sum(widths), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            for index in range(self.count()):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme, rect = active(), self.tabRect(index)
        chosen = index == self.currentIndex()
        if not chosen and rect.contains(self.mapFromGlobal(self.cursor().pos())):
            painter.fillRect(rect, theme.color("hover"))
        ink = "accent_text" if chosen else "dim"
        start, size = theme.space(14), round(0.95 * theme.u)
        icon = self._part(rect, start, size, size)
        picture = theme.pixmap(self._tabs[index].icon, ink, size, self.devicePixelRatioF())
        painter.drawPixmap(icon.topLeft(), picture)
        start += size
        if self._worded(index):
            start += theme.space(8)
            font = theme.font("strong" if chosen else "body")
            width = text_width(theme.font("strong"), self.tabText(index))
            place = self._part(rect, start, width, rect.height())
            line_of_text(painter, place, self.tabText(index), font, theme.color(ink))
            start += width
        self._paint_badge(painter, rect, index, start + theme.space(8))
        if chosen:
            thick = theme.space(3)
            line = QRect(rect.left(), rect.bottom() + 1 - thick, rect.width(), thick)
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                inside = rect.adjusted(2, 2, -2, -4)
                box(painter, inside, theme.space(5), None, theme.color("accent"), 2)

    def _paint_badge(self, painter: QPainter, rect: QRect, index: int, start: int) -> None:
        text = self._badge_text(self._tabs[index])
        if not text:
            return
        theme = active()
        late = self._badges[self._tabs[index].name].late
        place = self._part(rect, start, self._badge_width(text), round(1.05 * theme.u))
        fill, ink = ("danger", "surface") if late else ("key", "text")
        box(painter, place, place.height() / 2, QColor(theme.color(fill)))
        line_of_text(painter, place, text, theme.font("cap"), theme.color(ink), CENTER)

    def _part(self, rect: QRect, start: int, width: int, height: int) -> QRect:
        """A part of a tab, `start` pixels from where reading begins."""
        top = rect.top() + (rect.height() - height) // 2
        place = QRect(rect.left() + start, top, width, height)
        return QStyle.visualRect(self.layoutDirection(), rect, place)

    def _worded(self, index: int) -> bool:
        return not self._compact or index == self.currentIndex()

    def _width(self, tab: Tab, worded: bool) -> int:
        theme = active()
        width = 2 * theme.space(14) + round(0.95 * theme.u)
        if worded:
            caption = current().text(tab.caption)
            width += theme.space(8) + text_width(theme.font("strong"), caption)
        badge = self._badge_text(tab)
        return width + (theme.space(8) + self._badge_width(badge) if badge else 0)

    def _height(self) -> int:
        return active().units(2.45) - 1

    def _badge_text(self, tab: Tab) -> str:
        count = self._badges[tab.name].count if tab.name in self._badges else 0
        return "" if count <= 0 else str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"

    def _badge_width(self, text: str) -> int:
        theme = active()
        return max(round(1.05 * theme.u), text_width(theme.font("cap"), text) + 2 * theme.space(6))

    def _restyle(self) -> None:
        # Only a change of a tab makes Qt lay the bar out anew.
        self._retranslate()
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Tabs"))
        for index, tab in enumerate(self._tabs[: self.count()]):
            caption, badge = current().text(tab.caption), self._badge_text(tab)
            self.setTabText(index, "")
            self.setTabText(index, caption)
            self.setTabToolTip(index, f"{caption}  Ctrl {tab.number}")
            spoken = _("{tab}, {count} to see to", tab=caption, count=badge) if badge else caption
            self.setAccessibleTabName(index, spoken)
        self.updateGeometry()
