"""A small panel that lies over its window, under the thing it belongs to."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.theme import active


class Popup(QFrame):
    """Esc closes it, and so does the keyboard going elsewhere; `closed` follows.

    When it closes by itself the keyboard is again where it was before.

    It is a part of the window that it lies over and not a window of its own, so that input
    methods work in it.
    """

    closed = Signal()

    def __init__(self, owner: QWidget, padding: float = 8) -> None:
        super().__init__(owner)
        self._padding = padding
        self.setProperty("panel", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self._open = False
        self._before: QWidget | None = None
        self.hide()
        _application().focusChanged.connect(self._on_focus)

    def show_under(self, anchor: QWidget, chars: float) -> None:
        """Show it `chars` wide below `anchor`, or above where there is no room."""
        theme, window = active(), anchor.window()
        if not self._open:
            self._before = QApplication.focusWidget()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.column.setContentsMargins(*(theme.space(self._padding),) * 4)
        self.column.setSpacing(theme.space(8))
        self.setFixedWidth(min(theme.chars(chars), window.width()))
        self.fit()
        self.move(self._place(anchor, window))
        self.show()
        self.raise_()
        self._open = True

    def fit(self) -> None:
        """As high as what it holds asks for at its width."""
        for part in self.findChildren(QWidget):
            part.updateGeometry()
        self.column.activate()
        wraps, width = self.column.hasHeightForWidth(), self.width()
        height = self.column.totalHeightForWidth(width) if wraps else self.sizeHint().height()
        self.resize(width, height)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._open:
            self._open = False
            self._give_back()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the popup before any shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the page below."""
        if _is_escape(event):
            self.hide()
        event.accept()

    def _give_back(self) -> None:
        focused, before = QApplication.focusWidget(), self._before
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        if inside and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus(self, _old: QObject | None, new: QWidget | None) -> None:
        if self._open and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()

    def _place(self, anchor: QWidget, window: QWidget) -> QPoint:
        gap = active().space(4)
        place = anchor.mapTo(window, QPoint(0, anchor.height() + gap))
        if place.y() + self.height() > window.height():
            top = anchor.mapTo(window, QPoint(0, 0)).y()
            place.setY(max(0, top - self.height() - gap))
        place.setX(max(0, min(place.x(), window.width() - self.width() - gap)))
        return place


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
