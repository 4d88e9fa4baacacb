"""What one waits for, in words, when it takes long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import active
from app.ui.widgets.label import Label
from app.ui.widgets.paint import mirrored

LONG_MS: Final = 2000


class WaitingWords(QFrame):
    """Lies over the foot of `panel`, at the start side, 2 s after `start` until `stop`.

    `says` gives the words. The pointer reaches what is beneath.
    """

    def __init__(self, panel: QWidget, says: Callable[[], str]) -> None:
        super().__init__(panel)
        self.setProperty("panel", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._panel, self._says = panel, says
        self.words = Label()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)
        self.timer = QTimer(self, singleShot=True, interval=LONG_MS)
        self.timer.timeout.connect(self._appear)
        panel.installEventFilter(self)
        self.hide()

    def start(self) -> None:
        """Waiting begins; a second call changes nothing."""
        if self.isHidden() and not self.timer.isActive():
            self.timer.start()

    def stop(self) -> None:
        """It is there."""
        self.timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._retranslate()

    def _appear(self) -> None:
        self._retranslate()
        self.show()
        self.raise_()
        event = QAccessibleAnnouncementEvent(self, self.words.text())
        QAccessible.updateAccessibility(event)

    def _retranslate(self) -> None:
        self.words.setText(self._says())
        self._take_place()

    def _take_place(self) -> None:
        theme, within = active(), self._panel.rect()
        side, top, edge = theme.space(12), theme.space(8), theme.space(16)
        self._row.setContentsMargins(side, top, side, top)
        size = self.sizeHint()
        place = QRect(edge, within.height() - size.height() - edge, size.width(), size.height())
        self.setGeometry(mirrored(self.layoutDirection(), within, place))
