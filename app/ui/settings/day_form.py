"""One exceptional day: the date, its hours or closed, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from app.domain.line import clean_line
from app.domain.place import ExceptionalDay
from app.domain.visit import REASON_MAX
from app.localization import _, capital, current
from app.ui.settings.panes import Form, beside, started
from app.ui.settings.texts import one_line
from app.ui.settings.typed import read_day, read_spans, spans_text, understood
from app.ui.widgets.button import Link


class DayForm(Form):
    """`edited` with every change by hand; `remove` asks to let the week decide again."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[date] = frozenset()
        self._today = date.min
        self.day, self.hours, self.reason = one_line(), one_line(), one_line()
        self.remove = Link()
        self.add(beside(self.day, self.hours), self.reason, started(self.remove))
        self.column.addStretch(1)
        for field in (self.day, self.hours, self.reason):
            field.edited.connect(self._on_edited)
        self.retranslate()

    def put(self, known: ExceptionalDay | None, taken: Sequence[date], today: date) -> None:
        """Show a day, or a new one; `taken` are the other days of the list."""
        self._taken, self._today = frozenset(taken), today
        self.day.set_text(current().full_date(known.day) if known else "")
        self.hours.set_text(spans_text(known.spans) if known else "")
        self.reason.set_text(known.reason if known else "")
        self.remove.setVisible(known is not None)
        self._check()

    def exception(self) -> ExceptionalDay | None:
        """What is typed, None while something in it is wrong."""
        day, spans = self._read_day()[0], understood(read_spans, self.hours.text())[0]
        reason = clean_line(self.reason.text())
        if day is None or day in self._taken or spans is None or len(reason) > REASON_MAX:
            return None
        return ExceptionalDay(day, spans, reason)

    def is_blank(self) -> bool:
        fields = (self.day, self.hours, self.reason)
        return not any(field.text().strip() for field in fields)

    def retranslate(self) -> None:
        self.day.set_label(_("Day"))
        self.day.set_placeholder("24.12.2026")
        self.hours.set_label(_("Hours that day"))
        self.hours.set_placeholder(_("closed"))
        self.reason.set_label(_("Reason, as visitors may read it"))
        self.remove.set_texts(_("Remove this day"))
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _read_day(self) -> tuple[date | None, str]:
        return understood(read_day, self.day.text(), self._today)

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        day, problem = self._read_day()
        if day in self._taken:
            problem = _("This day is in the list already.")
        self.day.set_error(None if self.is_blank() else problem)
        self.day.set_help(capital(current().weekday_name(day)) if day else "")
        self.hours.set_error(understood(read_spans, self.hours.text())[1])
        long = len(clean_line(self.reason.text())) > REASON_MAX
        self.reason.set_error(_("At most {most} characters.", most=REASON_MAX) if long else "")
