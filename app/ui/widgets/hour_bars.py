"""Today by the hour, beside what is usual on such a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.localization import _, _n, current
from app.ui.theme import active
from app.ui.widgets.hour_paint import HourMark, HourPicture
from app.ui.widgets.paint import painter_on


class HourBars(QWidget):
    """A bar an hour. With the keyboard here, arrows go from bar to bar and read each out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[HourMark, ...] = ()
        self._usual = self._running = ""
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        active().changed.connect(self._restyle)

    def set_marks(self, marks: Sequence[HourMark]) -> None:
        """The hours of the day in order."""
        self._marks = tuple(marks)
        self.at = min(self.at, len(self._marks) - 1)
        self._retranslate()

    def set_legend(self, usual: str, running: str) -> None:
        """What the dashed line means ("usual Tuesday") and what the hatching means."""
        self._usual, self._running = usual, running
        self.update()

    def spoken(self, mark: HourMark) -> str:
        """One hour as it is read out."""
        hours = f"{mark.hour}\N{EN DASH}{mark.hour + 1}"
        parts = [_n("{hours}: {n} visit", "{hours}: {n} visits", mark.visits, hours=hours)]
        if mark.usual is not None:
            parts.append(_("usually {n}", n=current().number(round(mark.usual))))
        if mark.running:
            parts.append(_("still running"))
        return ", ".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(active().chars(30), active().units(7.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(active().chars(20), active().units(7.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = HourPicture(self._marks, self._usual, self._running, self.layoutDirection())
        with painter_on(self) as painter:
            picture.paint(painter, self.rect(), self.at if self.hasFocus() else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = -1 if mirrored else 1
        steps = {Qt.Key.Key_Right: step, Qt.Key.Key_Left: -step}
        if event.key() not in steps or not self._marks:
            super().keyPressEvent(event)
            return
        self.at = max(0, min(self.at + steps[Qt.Key(event.key())], len(self._marks) - 1))
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._marks:
            self.at = max(self.at, 0)
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _tell(self) -> None:
        text = self.spoken(self._marks[self.at])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Visits by the hour"))
        words = "; ".join(self.spoken(mark) for mark in self._marks)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(words.split("; ")))
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
