"""The day's list: all visits of one day, voided ones too, each to amend, void or restore."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.days import local_day
from app.domain.visit import Visit
from app.localization import _, _n, capital, current
from app.ui.check_in.last_visits import LastVisits
from app.ui.check_in.speech import Speech
from app.ui.theme import active
from app.ui.widgets.button import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label


class DayPage(QWidget):
    """Goes from day to day (`day_changed`) and back to the form (`left`)."""

    day_changed = Signal(object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._visits: Sequence[Visit] = ()
        self.day = self._opened = local_day(clock())
        self.title, self.summary = Label("title"), Label("help", "dim")
        self.earlier, self.later, self.leave = Button(), Button(), Link()
        self.list, self.empty, self.card = LastVisits(), EmptyState(), Card()
        self._stack = QStackedLayout()
        self._arrange()
        self.earlier.set_icon("chevron-left")
        self.later.set_icon("chevron-right")
        self.earlier.clicked.connect(lambda: self.go(self.day - timedelta(days=1)))
        self.later.clicked.connect(lambda: self.go(self.day + timedelta(days=1)))
        self.leave.clicked.connect(self.left)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def open(self) -> None:
        """Go on at the day that was in view or, on a new day, with today."""
        today = local_day(self._clock())
        day = self.day if self._opened == today else today
        self._opened = today
        self.go(day)

    def go(self, day: date) -> None:
        """Ask for the visits of `day`, which is not after today."""
        self.day = min(day, local_day(self._clock()))
        self.day_changed.emit(self.day)
        self._retranslate()

    def show_visits(self, visits: Sequence[Visit], speech: Speech) -> None:
        """The visits of the day, newest first."""
        self._visits = visits
        self.list.show_visits(visits, speech)
        self._stack.setCurrentWidget(self.list if visits else self.empty)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Left:
            self.go(self.day - timedelta(days=1))
        elif event.key() == Qt.Key.Key_Right:
            self.go(self.day + timedelta(days=1))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head.addLayout(words, 1)
        head.addWidget(self.leave)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        self.card.content.addLayout(self._stack)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.card, 1)

    def _retranslate(self) -> None:
        counted = [visit for visit in self._visits if visit.void_reason is None]
        voided = len(self._visits) - len(counted)
        words = current()
        self.title.setText(capital(f"{words.weekday_name(self.day)} {words.full_date(self.day)}"))
        persons = sum(visit.facts.persons for visit in counted)
        parts = [
            _n("{n} visit", "{n} visits", len(counted)),
            _n("{n} person", "{n} persons", persons),
            _n("{n} voided", "{n} voided", voided) if voided else "",
        ]
        self.summary.setText(words.listing(parts))
        self.earlier.set_texts(_("Earlier day"))
        self.later.set_texts(_("Later day"))
        self.later.setEnabled(self.day < local_day(self._clock()))
        self.leave.set_texts(_("Back to the form"), "Esc")
        self.empty.set_texts(_("No visits on this day."))
        self.list.retranslate()

    def _restyle(self) -> None:
        theme = active()
        self._column.setContentsMargins(*(theme.space(16),) * 4)
        self._column.setSpacing(theme.space(12))
