"""The widget of a chart: it paints a picture and lets one walk through its marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.charts.ink import screen_ink
from app.ui.charts.picture import BACK, ON, Picture
from app.ui.theme import active
from app.ui.widgets.paint import painter_on

WALKING = (*BACK, *ON, Qt.Key.Key_Home, Qt.Key.Key_End)


class Chart(QWidget):
    """With the keyboard here, arrows go from mark to mark and read each out.

    `at` is the mark one stands on, -1 before the first. `stood` tells of it, `left` that the
    keyboard went elsewhere.
    """

    stood = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        active().changed.connect(self._restyle)

    def show_picture(self, picture: Picture, name: str) -> None:
        """Paint this from now on; `name` is what a screen reader calls the chart."""
        self.picture = picture
        marks = picture.spoken()
        self.at = min(self.at, len(marks) - 1)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(marks))
        self._restyle()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.picture.size() if self.picture else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        ink = screen_ink()
        with painter_on(self) as painter:
            self.picture.paint(painter, self.rect(), ink)
            if self.hasFocus() and self.at >= 0:
                ink.ring(painter, self.picture.places(self.rect())[self.at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in WALKING or bare or self.picture is None or self.at < 0:
            super().keyPressEvent(event)
            return
        self._stand(self.picture.neighbour(self.at, Qt.Key(event.key())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.picture is None or event.button() != Qt.MouseButton.LeftButton:
            return
        found = self.picture.mark_at(event.position().toPoint(), self.rect())
        if found >= 0:
            self._stand(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.picture is not None and self.picture.spoken():
            self._stand(max(self.at, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tip says the mark under the pointer."""
        if isinstance(event, QHelpEvent) and self.picture is not None:
            found = self.picture.mark_at(event.pos(), self.rect())
            text = self.picture.spoken()[found] if found >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _stand(self, at: int) -> None:
        self.at = at
        assert self.picture is not None
        text = self.picture.spoken()[at]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.stood.emit(at)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
