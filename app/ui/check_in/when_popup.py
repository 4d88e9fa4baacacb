"""Another day for the visit: a date as one types it, and the time or that it is not known."""

import re
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.moment import BackDate
from app.localization import _, current
from app.ui.widgets.button import Button, Link
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import ENTER
from app.ui.widgets.popup import Popup
from app.ui.widgets.segments import Segments, SegmentText

EXACT, DAY_ONLY = "exact", "day"


class WhenPopup(Popup):
    """Asks for a day and a time; `chosen` has a `BackDate`, or None for now."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, padding=12)
        self._today = date.min
        self.day, self.clock, self.precision = Field(), Field(), Segments()
        self.now, self.take = Link(), Button(filled=True)
        fields, foot = QHBoxLayout(), QHBoxLayout()
        for field in (self.day, self.clock):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.entered.connect(self._take)
            field.edited.connect(self._forget_errors)
        foot.addWidget(self.now)
        foot.addStretch(1)
        foot.addWidget(self.take)
        self.column.addWidget(self.precision, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(fields)
        self.column.addLayout(foot)
        self.precision.changed.connect(self._show_precision)
        self.now.clicked.connect(lambda: self._choose(None))
        self.take.clicked.connect(self._take)
        self.retranslate()

    def open(self, back: BackDate | None, today: date, anchor: QWidget) -> None:
        """Ask under `anchor`, with the day of `back`, or yesterday."""
        self._today = today
        day = back.day if back else today - timedelta(days=1)
        self.day.set_text(current().full_date(day))
        self.clock.set_text(current().clock_time(back.at) if back and back.at else "")
        self.precision.set_current(EXACT if back is None or back.at else DAY_ONLY)
        self._show_precision()
        self._forget_errors()
        self.show_under(anchor, 46)
        self.day.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.day.edit.selectAll()

    def retranslate(self) -> None:
        self.precision.set_items(
            [SegmentText(EXACT, _("Exact time")), SegmentText(DAY_ONLY, _("Day only"))]
        )
        self.day.set_label(_("Day"))
        self.clock.set_label(_("Time"))
        self.clock.set_placeholder("9.30")
        self.now.set_texts(_("Now"))
        self.take.set_texts(_("Use this time"), ENTER)

    def _show_precision(self) -> None:
        self.clock.setEnabled(self.precision.current() == EXACT)

    def _forget_errors(self) -> None:
        self.day.set_error(None)
        self.clock.set_error(None)

    def _take(self) -> None:
        day = read_day(self.day.text(), self._today)
        if day is None:
            self.day.set_error(_("Write the day as 24.11.2026."))
            return
        if day > self._today:
            self.day.set_error(_("This day has not come yet."))
            return
        if self.precision.current() == DAY_ONLY:
            self._choose(BackDate(day))
            return
        at = read_time(self.clock.text())
        if at is None:
            self.clock.set_error(_("Write the time as 9.30."))
            self.clock.edit.setFocus()
            return
        self._choose(BackDate(day, at))

    def _choose(self, back: BackDate | None) -> None:
        self.hide()
        self.chosen.emit(back)


def read_day(text: str, today: date) -> date | None:
    """A day as one types it: 24.11.2026, 24.11., 24.11, 2026-11-24; without a year the last one.

    None for anything else.
    """
    text = text.strip().rstrip(".")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
        if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})", text):
            day, month, year = (int(part) for part in match.groups())
            return date(year + 2000 if year < 100 else year, month, day)
        if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})", text):
            day, month = (int(part) for part in match.groups())
            this_year = date(today.year, month, day)
            return this_year if this_year <= today else date(today.year - 1, month, day)
    except ValueError:
        return None
    return None


def read_time(text: str) -> time | None:
    """A time as one types it: 9.30, 9:30, 0930, 9. None for anything else."""
    match = re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?", text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
