"""A free period: its first and its last day as one types them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.periods import Period
from app.localization import _, current
from app.ui.check_in.when_popup import read_day
from app.ui.theme import active
from app.ui.widgets.button import Button
from app.ui.widgets.field import Field
from app.ui.widgets.key_cap import ENTER
from app.words.sentences import sentence


class FreeDates(QWidget):
    """Enter, or the button, takes both days (`chosen`), if they make a period."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last, self.take = Field(), Field(), Button()
        self._today = date.min
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for field in (self.first, self.last):
            field.entered.connect(self.finish)
            field.edited.connect(self._forgive)
            self._row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self.take.clicked.connect(self.finish)
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_period(self, period: Period, today: date) -> None:
        """The days that stand now; a day without a year is the last such day until `today`."""
        self._today = today
        self.first.set_text(current().full_date(period.first))
        self.last.set_text(current().full_date(period.last))
        self._forgive()

    def finish(self) -> None:
        """Hand over the period, or say what is wrong with it."""
        self._forgive()
        days = [self._read(field) for field in (self.first, self.last)]
        if days[0] is None or days[1] is None:
            wrong = self.first if days[0] is None else self.last
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            period = Period(days[0], days[1])
        except Refused as refused:
            self.last.set_error(sentence(refused))
            self.last.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.chosen.emit(period)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _read(self, field: Field) -> date | None:
        day = read_day(field.text(), self._today)
        if day is None:
            field.set_error(_("Write the day as 24.11.2026."))
        return day

    def _forgive(self) -> None:
        for field in (self.first, self.last):
            field.set_error(None)

    def _retranslate(self) -> None:
        self.first.edit.setAccessibleName(_("First day"))
        self.last.edit.setAccessibleName(_("Last day"))
        self.first.setToolTip(_("First day"))
        self.last.setToolTip(_("Last day"))
        self.take.set_texts(_("Show these days"), ENTER)

    def _restyle(self) -> None:
        theme = active()
        self._row.setSpacing(theme.space(8))
        for field in (self.first, self.last):
            field.setFixedWidth(theme.chars(24))
