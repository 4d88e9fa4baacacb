"""Joined buttons for one of a few views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import active
from app.ui.widgets.paint import CENTER, box, line_of_text, mirrored, painter_on, text_width


class SegmentText(NamedTuple):
    """One view: its code, the word on the button, an icon, the name that is read out."""

    code: str
    label: str
    icon: str = ""
    full_name: str = ""


class Segment(QAbstractButton):
    """One of the joined buttons, a radio button to Qt; `first` and `last` have round corners."""

    def __init__(self, text: SegmentText, parent: Segments) -> None:
        super().__init__(parent)
        self.content = text
        self.first = self.last = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_text(self, text: SegmentText) -> None:
        self.content = text
        self.setText(text.label)
        self.setAccessibleName(text.full_name or text.label)
        self.setToolTip(text.full_name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = active()
        words = text_width(theme.font("strong"), self.text())
        return QSize(self._icon_room() + words + 2 * theme.space(11), theme.units(1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            fill = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
            if fill:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(fill))
                painter.drawPath(self._shape())
            if not self.first:
                side = self._mirrored(QRect(0, 1, 1, self.height() - 2))
                box(painter, side, 0, theme.color("border"))
            self._paint_words(painter)
            if self.hasFocus():
                box(painter, self.rect(), theme.space(5), None, theme.color("accent"), 2)

    def _paint_words(self, painter: QPainter) -> None:
        theme = active()
        role, ink = ("strong", "accent_text") if self.isChecked() else ("body", "text")
        ink = ink if self.isEnabled() else "edge"
        words = text_width(theme.font(role), self.text())
        start = (self.width() - words - self._icon_room()) // 2
        if self.content.icon:
            size = round(0.8 * theme.u)
            place = self._mirrored(QRect(start, (self.height() - size) // 2, size, size))
            picture = theme.pixmap(self.content.icon, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(place.topLeft(), picture)
        place = self._mirrored(QRect(start + self._icon_room(), 0, words, self.height()))
        line_of_text(painter, place, self.text(), theme.font(role), theme.color(ink), CENTER)

    def _shape(self) -> QPainterPath:
        """Its area inside the common outline."""
        path, radius = QPainterPath(), active().space(5) - 1
        area = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (self.last, self.first) if turned else (self.first, self.last)
        area.adjust(1 if left else 0, 0, -1 if right else 0, 0)
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, radius, radius)
        if not left:
            path.addRect(area.adjusted(0, 0, -radius, 0))
        if not right:
            path.addRect(area.adjusted(radius, 0, 0, 0))
        return path

    def _icon_room(self) -> int:
        theme = active()
        return round(0.8 * theme.u) + theme.space(6) if self.content.icon else 0

    def _mirrored(self, place: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), place)


class Segments(QWidget):
    """One is always current; `changed` names it when a person chose another.

    One stop of the Tab key; arrows choose the neighbour. `rebuilt` says that there are other
    buttons now, last in the order of the Tab key.
    """

    changed = Signal(str)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments: dict[str, Segment] = {}
        self._current = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_items(self, texts: Sequence[SegmentText]) -> None:
        """The views in their order; the same codes again only change their words."""
        if [text.code for text in texts] != list(self.segments):
            self._rebuild(texts)
        for text in texts:
            self.segments[text.code].set_text(text)

    def current(self) -> str:
        """The code of the current view; "" while there are none."""
        return self._current if self._current in self.segments else ""

    def set_current(self, code: str) -> None:
        """Make it current without telling anyone."""
        self.segments[code].setChecked(True)
        self._current = code
        self._stop_at_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        fill, line = theme.color("surface"), theme.color("edge")
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(5), fill, line)

    def _rebuild(self, texts: Sequence[SegmentText]) -> None:
        before, old = self.current(), list(self.segments.values())
        held = any(segment.hasFocus() for segment in old)
        self.segments = {text.code: Segment(text, self) for text in texts}
        for segment in self.segments.values():
            self._row.addWidget(segment)
            segment.clicked.connect(self._on_clicked)
            # Until it is shown it cannot take the keyboard.
            segment.show()
        if texts:
            self.segments[texts[0].code].first = True
            self.segments[texts[-1].code].last = True
            self.set_current(before if before in self.segments else texts[0].code)
        if held and self.current():
            self.segments[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
        for segment in old:
            self._row.removeWidget(segment)
            segment.hide()
            segment.setParent(None)
            segment.deleteLater()
        self.rebuilt.emit()

    def _on_clicked(self) -> None:
        code = next(code for code, segment in self.segments.items() if segment.isChecked())
        if code != self._current:
            self._current = code
            self._stop_at_current()
            self.changed.emit(code)

    def _stop_at_current(self) -> None:
        """Only the current one is reached by Tab; it takes the keyboard from a neighbour."""
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        held = any(segment.hasFocus() for segment in self.segments.values())
        for code, segment in self.segments.items():
            segment.setFocusPolicy(strong if code == self._current else click)
        if held:
            self.segments[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        for segment in self.segments.values():
            segment.updateGeometry()
        self.update()
