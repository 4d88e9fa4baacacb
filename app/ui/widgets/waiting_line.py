"""The quiet sign that a panel waits for its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.localization import _
from app.ui.theme import active
from app.ui.widgets.paint import mirrored
from app.ui.widgets.waiting_words import WaitingWords

PATIENCE_MS: Final = 100
FRAME_MS: Final = 40
STEPS: Final = 40
THICKNESS: Final = 2


class WaitingLine(QProgressBar):
    """A line at the top of `panel` that appears 100 ms after `start` and goes with `stop`.

    `says` gives the words that stand at the panel's foot as well when it takes over 2 s.
    """

    def __init__(self, panel: QWidget, says: Callable[[], str] | None = None) -> None:
        super().__init__(panel)
        self.setProperty("waiting", True)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self._panel, self._at = panel, 0
        self.words = WaitingWords(panel, says) if says is not None else None
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.patience.timeout.connect(self._appear)
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._move)
        panel.installEventFilter(self)
        self.hide()
        self._retranslate()

    def start(self) -> None:
        """Waiting begins; a second call changes nothing."""
        if self.isHidden() and not self.patience.isActive():
            self.patience.start()
        if self.words is not None:
            self.words.start()

    def stop(self) -> None:
        """The data are there."""
        self.patience.stop()
        self._frames.stop()
        self.hide()
        if self.words is not None:
            self.words.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width() // 3
        left = round((self.width() + width) * self._at / STEPS) - width
        place = QRect(left, 0, width, self.height())
        place = mirrored(self.layoutDirection(), self.rect(), place)
        with QPainter(self) as painter:
            painter.fillRect(place, active().color("accent"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _appear(self) -> None:
        self._at = 0
        self._take_place()
        self.show()
        self.raise_()
        self._frames.start()

    def _move(self) -> None:
        self._at = (self._at + 1) % STEPS
        self.update()

    def _take_place(self) -> None:
        self.setGeometry(1, 1, self._panel.width() - 2, THICKNESS)

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Waiting for data"))
