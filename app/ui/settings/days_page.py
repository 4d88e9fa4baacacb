"""Exceptional days: when a location is open at other times than its week says, or closed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.place import ExceptionalDay, Location
from app.localization import _, _n, current
from app.services import places
from app.services.hours import Place, change_days, public_holidays
from app.services.unit import Unit
from app.ui.settings.day_book import DayBook
from app.ui.settings.day_form import DayForm
from app.ui.settings.here import Here
from app.ui.settings.holiday_form import HolidayForm
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go
from app.ui.settings.panes import ListPane, Panes, Tick
from app.ui.settings.place_page import PlacePage
from app.ui.widgets.button import Link
from app.ui.widgets.row_list import RowList

NEW = ""


class DaysPage(PlacePage):
    """The days of one location; one of them is open, or the holidays of a year are offered."""

    icon = "calendar-clock"

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper, here)
        self._book, self._open = DayBook(), NEW
        self.rows, self.add, self.offer = RowList(), Link(), Link()
        self.add.set_icon("calendar-plus")
        self.offer.set_icon("calendar-check")
        self.list = ListPane(self.rows, self.add, self.offer)
        self.form, self.holidays, self.everywhere = DayForm(), HolidayForm(), Tick()
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Exceptional days")

    def verb(self) -> str:
        if self._offers():
            n = len(self.holidays.closed_days())
            return _n("Take over {n} closed day", "Take over {n} closed days", n)
        return _("Save")

    def read(self) -> None:
        def job(unit: Unit) -> tuple[list[Location], DayBook]:
            found = places.locations(unit)
            hours = {one.code: places.hours(unit, one.code) for one in found}
            return found, DayBook(hours, unit.today)

        self.runner.read(self, job, self._show, ticket="days")

    def is_unsaved(self) -> bool:
        if self._offers():
            return False
        known = self._known()
        if known is None:
            return not self.form.is_blank()
        return self.everywhere.isChecked() or self.form.exception() != known

    def is_right(self) -> bool:
        return self.form.exception() is not None

    def can_save(self) -> bool:
        if self._offers():
            return bool(self.holidays.closed_days()) and not self.saving
        return super().can_save()

    def write(self, then: Go) -> None:
        if self._offers():
            self._take_holidays(then)
            return
        typed, known = self.form.exception(), self._known()
        assert typed is not None
        days: dict[Place, ExceptionalDay | None] = {}
        for code in self._codes():
            if known is not None and known.day != typed.day:
                days[code, known.day] = None
            days[code, typed.day] = typed
        self._save(days, _("Exceptional day kept"), partial(self._keep, typed), then)

    def forget(self) -> None:
        self._put(self._open)

    def retranslate(self) -> None:
        self.lead.setText(
            _("On these days the hours of the week do not hold. Days that are over stay listed.")
        )
        self.list.set_heading(_("Exceptional days"))
        self.add.set_texts(_("New day"))
        self.offer.set_texts(_("Public holidays of a year"))
        self.everywhere.setText(_("At all locations"))
        self._show_rows()
        if self._offers():
            self._offer()

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.holidays)
        column.addWidget(self.everywhere)
        column.addWidget(self.stack, 1)
        self.column.addWidget(Panes(self.list, right), 1)

    def _connect(self) -> None:
        self.rows.asked.connect(self._ask)
        self.add.clicked.connect(lambda: self.leave_asked.emit(self._begin))
        self.offer.clicked.connect(lambda: self.leave_asked.emit(self._begin_offer))
        self.form.edited.connect(self.edited)
        self.form.remove.clicked.connect(lambda: self.leave_asked.emit(self._remove))
        self.everywhere.toggled.connect(self._on_everywhere)
        self.holidays.turned.connect(self._offer)
        self.holidays.edited.connect(self.edited)
        self.holidays.left.connect(lambda: self._put(NEW))

    def _offers(self) -> bool:
        return self.stack.currentWidget() is self.holidays

    def _codes(self) -> list[str]:
        every = [one.code for one in self.here.locations]
        return every if self.everywhere.isChecked() else [self.here.code]

    def _known(self) -> ExceptionalDay | None:
        return self._book.day(self.here.code, self._open)

    def _show(self, found: tuple[list[Location], DayBook]) -> None:
        locations, self._book = found
        self.know(locations)
        self._show_rows()
        if self._offers():
            self._offer()
        else:
            self._put(self._open if self._known() else NEW)

    def _show_rows(self) -> None:
        self.rows.set_rows(self._book.rows(self.here.code))
        self.rows.set_key(self._open)

    def _ask(self, key: str) -> None:
        self.rows.set_key(self._open)
        if key != self._open or self._offers():
            self.leave_asked.emit(partial(self._put, key))

    def _begin(self) -> None:
        self._put(NEW)
        self.form.day.edit.setFocus()

    def _put(self, key: str) -> None:
        self._open = key
        self.stack.setCurrentWidget(self.form)
        self.everywhere.setChecked(False)
        self.rows.set_key(key)
        known = self._known()
        others = [one.day for one in self._book.days(self.here.code) if one is not known]
        self.form.put(known, others, self._book.today)
        self.edited.emit()

    def _begin_offer(self) -> None:
        self._put(NEW)
        self.stack.setCurrentWidget(self.holidays)
        self.holidays.begin(self._book.today.year)
        self.holidays.year.setFocus()
        self._offer()

    def _offer(self) -> None:
        """Ask for the holidays of the year, in the language in use."""
        year, language = self.holidays.year.value(), current().language
        hours = [self._book.hours[code] for code in self._codes()]
        self.runner.read(
            self,
            lambda unit: public_holidays(unit, year, language),
            lambda names: self.holidays.put(names, hours),
            ticket="holidays",
        )

    def _on_everywhere(self) -> None:
        if self._offers():
            self._offer()
        self.edited.emit()

    def _take_holidays(self, then: Go) -> None:
        days = self._book.unlisted(self._codes(), self.holidays.closed_days())
        self._save(days, _("Public holidays taken over"), partial(self._put, NEW), then)

    def _remove(self) -> None:
        known = self._known()
        if known is not None:
            title, kept = _("Exceptional day removed"), partial(self._put, NEW)
            self._save({(self.here.code, known.day): None}, title, kept, lambda: None)

    def _save(
        self, days: dict[Place, ExceptionalDay | None], title: str, kept: Go, then: Go
    ) -> None:
        self.begin()
        place = self.here.location().name[current().language]
        act = title, _told(days, place)
        self.keeper.save(self, change_days, days, act, self.ends(kept, then))

    def _keep(self, typed: ExceptionalDay) -> None:
        self._book = self._book.with_day(self.here.code, typed)
        self._put(typed.day.isoformat())


def _told(days: Mapping[Place, object], place: str) -> str:
    """Where, and which day or how many."""
    codes, dates = {code for code, _day in days}, {day for _code, day in days}
    where = place if len(codes) == 1 else _("All locations")
    n = len(dates)
    when = current().full_date(max(dates)) if n == 1 else _n("{n} day", "{n} days", n)
    return current().listing([where, when])
