"""Beside the form: today at this location, live."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.days import local
from app.domain.visit import Visit
from app.localization import _, _n, _p, capital, current
from app.services.today import Today
from app.ui.check_in.last_visits import LastVisits
from app.ui.check_in.speech import Speech
from app.ui.check_in.waiting_card import WaitingCard
from app.ui.theme import active
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.hour_bars import HourBars
from app.ui.widgets.hour_paint import HourMark
from app.ui.widgets.label import Label

WIDTH_CHARS = 45


class TodayPanel(QWidget):
    """Today's count, the day by the hour, and the last visits."""

    day_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: Today | None = None
        self._speech: Speech | None = None
        self._now: datetime | None = None
        self.title, self.usual = Label("title"), Label("help", "dim", wraps=True)
        self.count, self.unit, self.persons = Label("count"), Label("body"), Label("help", "dim")
        self.bars, self.last, self.empty = HourBars(), LastVisits(), EmptyState()
        self.counts, self.visits, self.waiting = Card(), Card(ruled=True), WaitingCard()
        self.waiting.hide()
        self.visits.linked.connect(self.day_asked)
        self._stack = QStackedLayout()
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_today(self, today: Today, speech: Speech, now: datetime) -> None:
        """Show what was read; `now` is an aware moment."""
        self._today, self._speech, self._now = today, speech, now
        self._retranslate()

    def newest(self) -> Visit | None:
        """The last visit that counts."""
        return self._today.last[0] if self._today and self._today.last else None

    def counted(self) -> list[Visit]:
        """The last visits that count, the newest first."""
        return list(self._today.last) if self._today else []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        head, words, figure, line = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.usual)
        words.addStretch(1)
        line.addStretch(1)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBaseline)
        figure.addLayout(line)
        figure.addWidget(self.persons, 0, Qt.AlignmentFlag.AlignRight)
        for column in (words, figure):
            column.setSpacing(0)
        line.setSpacing(active().space(5))
        head.addLayout(words, 1)
        head.addLayout(figure)
        self.counts.content.addLayout(head)
        self.counts.content.addWidget(self.bars)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.last)
        self.visits.content.addLayout(self._stack)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.counts)
        self._column.addWidget(self.waiting)
        self._column.addWidget(self.visits, 1)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(10))
        self.setFixedWidth(active().chars(WIDTH_CHARS))

    def _retranslate(self) -> None:
        self.visits.set_heading(_("Last visits"))
        self.visits.set_link(_("The day's list…"))
        self.empty.set_texts(_("No visits yet today."))
        self.last.retranslate()
        today, speech, now = self._today, self._speech, self._now
        if today is None or speech is None or now is None:
            return
        words = current()
        self.title.setText(_("Today {day}", day=words.short_date(today.day)))
        self.usual.setText(self._usual(today))
        self.count.setText(words.number(today.visits))
        self.unit.setText(_n("visit", "visits", today.visits))
        self.persons.setText(_n("{n} person", "{n} persons", today.persons))
        self.bars.set_marks(_marks(today, local(now).hour))
        self.bars.set_legend(
            _("usual {weekday}", weekday=current().weekday_name(today.day)), _("running hour")
        )
        self.last.show_visits(today.last, speech)
        self._stack.setCurrentWidget(self.last if today.last else self.empty)

    def _usual(self, today: Today) -> str:
        weekday, on_days = current().weekday_name(today.day), _on_such_days(today.day)
        if today.usual_by_now is None:
            return _("No earlier {weekday} to compare with", weekday=weekday)
        if round(today.usual_by_now) == 0:
            return capital(_("{on_days} at this time usually none yet", on_days=on_days))
        usual = current().number(round(today.usual_by_now))
        return capital(_("{on_days} at this time usually {usual}", on_days=on_days, usual=usual))


def _on_such_days(day: date) -> str:
    """The weekday as a habit, as a sentence begins with it."""
    return [
        _p("habit", "on Mondays"),
        _p("habit", "on Tuesdays"),
        _p("habit", "on Wednesdays"),
        _p("habit", "on Thursdays"),
        _p("habit", "on Fridays"),
        _p("habit", "on Saturdays"),
        _p("habit", "on Sundays"),
    ][day.weekday()]


def _marks(today: Today, now: int) -> list[HourMark]:
    """The hours of the day that are open, usual, or had visits."""
    hours = {*today.by_hour, *today.usual_by_hour}
    for span in today.open or ():
        hours |= set(range(span.opens.hour, span.closes.hour + (span.closes.minute > 0)))
    if not hours:
        return []
    if min(hours) - 1 <= now <= max(hours) + 1:
        hours.add(now)
    return [
        HourMark(hour, today.by_hour.get(hour, 0), today.usual_by_hour.get(hour), hour == now)
        for hour in range(min(hours), max(hours) + 1)
    ]
