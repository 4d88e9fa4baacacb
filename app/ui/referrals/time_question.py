"""Whether the visitor may just come, must book, or has an appointment: then when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.slip import Coming
from app.localization import _, current
from app.ui.check_in.when_popup import read_day, read_time
from app.ui.referrals import speech
from app.ui.theme import active
from app.ui.widgets.chip_group import ChipGroup
from app.ui.widgets.field import Field


class TimeQuestion(QWidget):
    """`changed` with every answer and every letter; `today` gives the local day."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.group, self.day, self.clock = ChipGroup(digits=True), Field(), Field()
        self._fields = QWidget()
        self._row, self._column = QHBoxLayout(self._fields), QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.day, self.clock):
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.edited.connect(self._on_edited)
        self._column.addWidget(self.group)
        self._column.addWidget(self._fields)
        self._fields.hide()
        self.group.changed.connect(self._on_chosen)
        self.setFocusProxy(self.group)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def is_booked(self) -> bool:
        return self.group.chosen() == (speech.BOOKED,)

    def coming(self) -> Coming:
        """What is said of coming without an appointment."""
        chosen = next(iter(self.group.chosen()), "")
        return Coming.UNSAID if chosen == speech.BOOKED else Coming(chosen)

    def appointment(self) -> datetime | None:
        """The local time of the appointment; None while there is none, or it is not understood."""
        day, at = self._day(), read_time(self.clock.text())
        return datetime.combine(day, at) if self.is_booked() and day and at else None

    def put(self, coming: Coming, appointment: datetime | None) -> None:
        chosen = speech.BOOKED if appointment else coming.value
        self.group.set_chosen((chosen,) if chosen else ())
        self.day.set_text(current().full_date(appointment.date()) if appointment else "")
        self.clock.set_text(current().clock_time(appointment) if appointment else "")
        self._fields.setVisible(self.is_booked())
        self._judge()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _day(self) -> date | None:
        return coming_day(self.day.text(), self._today())

    def _on_chosen(self) -> None:
        self._fields.setVisible(self.is_booked())
        if self.is_booked():
            self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        """What is typed and not understood; an empty field is only not filled yet."""
        day = self._day()
        wrong = bool(self.day.text().strip()) and day is None
        past = day is not None and day < self._today()
        self.day.set_error(
            _("Write the day as 24.11.2026.")
            if wrong
            else _("This day has passed.")
            if past
            else None
        )
        typed = self.clock.text().strip()
        self.clock.set_error(
            _("Write the time as 9.30.") if typed and read_time(typed) is None else None
        )

    def _retranslate(self) -> None:
        self.group.set_chips(speech.coming())
        self.day.set_label(_("Day"))
        self.clock.set_label(_("Time"))
        self.clock.set_placeholder("9.30")
        self._judge()

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(6))
        self._row.setSpacing(active().space(8))


def coming_day(text: str, today: date) -> date | None:
    """A day as one types it; without a year the next one that comes. None for anything else."""
    day = read_day(text, today)
    if day is None or day >= today or text.strip().rstrip(".").count(".") != 1:
        return day
    try:
        this_year = day.replace(year=today.year)
        return this_year if this_year >= today else day.replace(year=today.year + 1)
    except ValueError:
        return None
