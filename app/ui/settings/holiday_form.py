"""The public holidays of a year, to be taken over as closed days."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.place import ExceptionalDay, Hours
from app.localization import _, _p, current
from app.ui.settings.panes import Form, Tick, started
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.ui.widgets.stepper import Stepper

YEARS_AHEAD = 3


class HolidayForm(Form):
    """A tick for each day; `turned` names another year, `left` asks for the list again.

    Days on which the location is closed anyway, or that are in its list, are not ticked.
    """

    turned = Signal(int)
    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[date, str] = {}
        self._hours: Collection[Hours] = ()
        self.year, self.about, self.leave = Stepper(), Label("help", "dim", wraps=True), Link()
        self.ticks: dict[date, Tick] = {}
        self._days = QVBoxLayout()
        self.add(self.about, started(self.year), self._days, started(self.leave))
        self.column.addStretch(1)
        self.year.valueChanged.connect(self.turned)
        self.leave.clicked.connect(self.left)
        self.retranslate()

    def begin(self, this_year: int) -> None:
        """Offer this year and the next ones; the next one first."""
        self.year.blockSignals(True)
        self.year.setRange(this_year, this_year + YEARS_AHEAD)
        self.year.setValue(this_year + 1)
        self.year.blockSignals(False)

    def put(self, names: Mapping[date, str], hours: Collection[Hours]) -> None:
        """Show the holidays of the year, beside the hours of all places they are meant for."""
        self._names, self._hours = names, hours
        for tick in self.ticks.values():
            self._days.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {day: self._tick(day) for day in names}
        self.retranslate()
        self.edited.emit()

    def closed_days(self) -> list[ExceptionalDay]:
        """What is ticked."""
        return [
            ExceptionalDay(day, (), self._names[day])
            for day, tick in self.ticks.items()
            if tick.isChecked()
        ]

    def retranslate(self) -> None:
        self.about.setText(
            _("The days ticked become closed days. Nothing is written before you save.")
        )
        self.year.setAccessibleName(_("Year"))
        self.leave.set_texts(_("Back to one day"))
        for day, tick in self.ticks.items():
            tick.setText(self._words(day))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _tick(self, day: date) -> Tick:
        tick = Tick()
        listed = self._is_listed(day)
        tick.setEnabled(not listed)
        tick.setChecked(not listed and any(hours.on(day) != () for hours in self._hours))
        tick.toggled.connect(self.edited)
        self._days.addWidget(tick)
        return tick

    def _is_listed(self, day: date) -> bool:
        """Whether every place has the day in its list."""
        return all(day in {one.day for one in hours.exceptions} for hours in self._hours)

    def _words(self, day: date) -> str:
        words = current()
        name = f"{words.short_date(day)} {self._names[day]}"
        if self._is_listed(day):
            return words.listing([name, _p("day", "in the list already")])
        if all(hours.on(day) == () for hours in self._hours):
            return words.listing([name, _p("day", "closed anyway")])
        return name
