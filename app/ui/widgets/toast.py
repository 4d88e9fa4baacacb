"""What just happened, at the foot of a page, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.paint import box, mirrored, painter_on

LIFE_MS: Final = 8000
MOST: Final = 3
MOST_CHARS: Final = 58


class Toast(QWidget):
    """One message. It leaves by itself (`gone`), but waits while pointed at or focused.

    Escape sends it away.
    """

    gone = Signal()

    def __init__(self, title: str, detail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.detail = Label("strong", "on_inverse"), ElidedLabel("help", "on_inverse")
        self.title.setText(title)
        self.detail.setText(detail)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.action = Link(self, "inverse_link")
        self.action.hide()
        self.action.installEventFilter(self)
        self.timer = QTimer(self, singleShot=True, interval=LIFE_MS)
        self.timer.timeout.connect(self.leave)
        self._row = QHBoxLayout(self)
        self._arrange()
        # Only now has it a parent: shown before, it would be a window and take the keyboard.
        self.detail.setVisible(bool(detail))
        self.timer.start()

    def offer(self, text: str, cap: str, act: Callable[[], object]) -> None:
        """A link that does `act` once; the toast then leaves."""
        self.action.set_texts(text, cap)
        self.action.show()

        def once() -> None:
            self.leave()
            act()

        self.action.clicked.connect(once)

    def leave(self) -> None:
        """Go at once."""
        self.timer.stop()
        self.action.setEnabled(False)
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._wait_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._wait_again()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        with painter_on(self) as painter:
            box(painter, self.rect(), theme.space(7), theme.color("inverse"))

    def _wait_again(self) -> None:
        """The eight seconds begin anew once neither pointer nor keyboard is here."""
        if not self.isHidden() and not self.underMouse() and not self.action.hasFocus():
            self.timer.start()

    def _arrange(self) -> None:
        theme = active()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        side, top = theme.space(12), theme.space(8)
        self._row.setContentsMargins(side, top, theme.space(8), top)
        self._row.setSpacing(theme.space(10))
        self._row.addWidget(Icon("check", "on_inverse"))
        self._row.addLayout(words, 1)
        self._row.addWidget(self.action)


class ToastStack(QWidget):
    """Lies over the foot of `host`, in the corner at the end side of one that is wide.

    Up to three toasts, the newest lowest.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        host.installEventFilter(self)
        active().changed.connect(self._settle)
        self.hide()

    def show_toast(
        self,
        title: str,
        detail: str = "",
        action_text: str = "",
        cap: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> Toast:
        """Say what happened, and offer `action_text` if there is something to do about it."""
        while len(self.toasts()) >= MOST:
            self.toasts()[0].leave()
        toast = Toast(title, detail, self)
        if on_action is not None:
            toast.offer(action_text, cap, on_action)
        toast.gone.connect(self._settle)
        self._column.addWidget(toast)
        toast.show()
        self._settle()
        self._announce(". ".join(part for part in (title, detail) if part))
        return toast

    def clear(self) -> None:
        """All of them go."""
        for toast in self.toasts():
            toast.leave()

    def toasts(self) -> list[Toast]:
        """Those on show, oldest first."""
        # Not by `itemAt`: Python keeps what that gives when Qt has long freed it, and the program
        # falls over once something else stands in its place.
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return [one for one in self.findChildren(Toast, options=direct) if not one.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Take the place at the host's foot, or none."""
        self._column.setSpacing(active().space(4))
        host, height = self._host.rect(), self._column.sizeHint().height()
        width = min(host.width(), active().chars(MOST_CHARS))
        edge = min(active().space(16), host.width() - width)
        place = QRect(host.width() - width - edge, host.height() - height - edge, width, height)
        self.setGeometry(mirrored(self._host.layoutDirection(), host, place))
        self.setVisible(bool(self.toasts()))
        self.raise_()

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        QAccessible.updateAccessibility(event)
