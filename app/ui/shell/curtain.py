"""The curtain: nothing personal in sight until the same person is back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.days import local
from app.domain.errors import Refused
from app.domain.place import Location
from app.localization import _, current
from app.ui.shell.unlock import Unlock
from app.ui.theme import active
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.worker import Worker

MERCY: Final = timedelta(minutes=1)
TICK_MS: Final = 5000
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
Check = Callable[[str], None]


class Curtain(QWidget):
    """Mark, place, time and "Hidden". `lifted` when it may go, `left` when another signs in.

    `check` is done on the worker and refuses a password that is not this person's.
    """

    lifted = Signal()
    left = Signal()

    def __init__(self, worker: Worker, check: Check, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._worker, self._check, self._clock = worker, check, clock
        self._location: Location | None = None
        self._merciful_until = clock()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.mark = Icon("mark", "accent", 2.6)
        self.place, self.time = Label("name"), Label("count")
        self.hidden = Label("body", "dim")
        self.unlock = Unlock()
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._retranslate)
        self._column = QVBoxLayout(self)
        self._arrange()
        self.unlock.given.connect(self._try)
        self.unlock.left.connect(self.left)
        worker.broken.connect(self._on_broken)
        active().changed.connect(self._restyle)
        self._restyle()

    def set_location(self, location: Location) -> None:
        """The place it names."""
        self._location = location
        self._retranslate()

    def draw(self, by_hand: bool) -> None:
        """It closes: by hand with F12, or by itself. Drawn by hand, F12 lifts it for a minute."""
        self._merciful_until = self._clock() + MERCY if by_hand else self._clock()
        self.unlock.hide()
        self.unlock.clear()
        self._retranslate()
        self._ticks.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the password."""
        self.unlock.show()
        self.unlock.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12 and self._clock() < self._merciful_until:
            self._lift()
        elif self.unlock.isHidden():
            self.ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.unlock.hide()
            self.unlock.clear()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), active().color("surface"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._column.addStretch(2)
        for widget in (self.mark, self.place, self.time, self.hidden, self.unlock):
            self._column.addWidget(widget, 0, CENTRE)
        self._column.addStretch(3)

    def _try(self, password: str) -> None:
        self.unlock.begin()
        check = self._check
        self._worker.run(self, lambda: check(password), self._on_right, self._on_refused)

    def _on_right(self, _nothing: None) -> None:
        self.unlock.end()
        self._lift()

    def _on_refused(self, refused: Refused) -> None:
        self.unlock.end()
        self.unlock.refuse(refused)

    def _on_broken(self, report: str) -> None:
        if self.unlock.busy:
            self.unlock.end()
            self.unlock.tell(_("Something went wrong. A report is in {path}", path=report))

    def _lift(self) -> None:
        self._ticks.stop()
        self.unlock.clear()
        self.lifted.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(8))

    def _retranslate(self) -> None:
        if self._location is not None:
            self.place.setText(self._location.name[current().language])
        self.time.setText(current().clock_time(local(self._clock())))
        self.hidden.setText(_("Hidden"))
        self.setAccessibleName(_("Hidden. Press any key to go on."))
