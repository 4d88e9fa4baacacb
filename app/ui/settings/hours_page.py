"""Opening hours by week, each entry holding from a day on."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.domain.place import Hours, Location, Week
from app.localization import _, current
from app.services import places
from app.services.unit import Unit
from app.ui.settings.here import Here
from app.ui.settings.keeper import Keeper
from app.ui.settings.page import Go
from app.ui.settings.panes import ListPane, Panes
from app.ui.settings.place_page import PlacePage
from app.ui.settings.swaps import Weeks, swap_weeks
from app.ui.settings.week_form import WeekForm, week_words
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Link
from app.ui.widgets.row_list import Row, RowList

NEW = "new"


class HoursPage(PlacePage):
    """The entries of one location, and the one that is open: its first day, NEW, or "" for any."""

    icon = "clock"

    def __init__(self, keeper: Keeper, here: Here) -> None:
        super().__init__(keeper, here)
        self._hours, self._today, self._open = Hours(), date.min, ""
        self.unknown = Banner("info", self)
        self.rows, self.add, self.form = RowList(), Link(), WeekForm()
        self.add.set_icon("calendar-plus")
        self.list = ListPane(self.rows, self.add)
        self.column.addWidget(self.unknown)
        self.column.addWidget(Panes(self.list, self.form), 1)
        self.unknown.hide()
        self.rows.asked.connect(self._ask)
        self.add.clicked.connect(self._ask_new)
        self.form.edited.connect(self.edited)
        self.form.remove.clicked.connect(self._remove)
        self._restyle()
        self.retranslate()

    def caption(self) -> str:
        return _("Opening hours")

    def read(self) -> None:
        def job(unit: Unit) -> tuple[list[Location], dict[str, Hours], date]:
            found = places.locations(unit)
            return found, {one.code: places.hours(unit, one.code) for one in found}, unit.today

        self.runner.read(self, job, self._show, ticket="hours")

    def is_unsaved(self) -> bool:
        known = self._known()
        if known is None:
            return not self.form.is_blank()
        return self.form.week() != known

    def is_right(self) -> bool:
        return self.form.week() is not None

    def write(self, then: Go) -> None:
        week, known = self.form.week(), self._known()
        assert week is not None
        weeks: dict[date, Week | None] = {week.valid_from: week}
        if known is not None and known.valid_from != week.valid_from:
            weeks[known.valid_from] = None
        self._save(weeks, _("Opening hours kept"), partial(self._keep, week), then)

    def forget(self) -> None:
        self._put(self._open)

    def retranslate(self) -> None:
        self.lead.setText(
            _("Slips, the status line and the statistics per open day follow these hours.")
        )
        self.unknown.set_content(
            _("The opening hours of this location are not known."),
            _("Until they are entered here, visitors are told to check them by telephone."),
        )
        self.list.set_heading(_("Hours, newest first"))
        self.add.set_texts(_("New hours from a day"))
        self._show_rows()

    def _known(self) -> Week | None:
        return next(
            (week for week in self._hours.weeks if week.valid_from.isoformat() == self._open), None
        )

    def _show(self, found: tuple[list[Location], dict[str, Hours], date]) -> None:
        locations, hours, self._today = found
        self.know(locations)
        self._hours = hours[self.here.code]
        holding = [week for week in self._hours.weeks if week.valid_from <= self._today]
        if self._open != NEW and self._known() is None:
            shown = holding[-1:] or list(self._hours.weeks[:1])
            self._open = shown[0].valid_from.isoformat() if shown else NEW
        self.unknown.setVisible(not self._hours.weeks)
        self._show_rows()
        self._put(self._open)

    def _show_rows(self) -> None:
        words = current()
        now = [week.valid_from for week in self._hours.weeks if week.valid_from <= self._today]
        self.rows.set_rows(
            [
                Row(
                    week.valid_from.isoformat(),
                    _("From {day}", day=words.full_date(week.valid_from)),
                    week_words(week),
                    quiet=week.valid_from in now[:-1],
                )
                for week in reversed(self._hours.weeks)
            ]
        )
        self.rows.set_key(self._open)

    def _ask(self, key: str) -> None:
        self.rows.set_key(self._open)
        if key != self._open:
            self.leave_asked.emit(partial(self._put, key))

    def _ask_new(self) -> None:
        self.leave_asked.emit(self._begin)

    def _begin(self) -> None:
        self._put(NEW)
        self.form.since.edit.setFocus()

    def _put(self, key: str) -> None:
        self._open = key
        self.rows.set_key(key)
        known = self._known()
        others = [week.valid_from for week in self._hours.weeks if week is not known]
        self.form.put(known, others, self._today)
        self.edited.emit()

    def _remove(self) -> None:
        self.leave_asked.emit(self._remove_now)

    def _remove_now(self) -> None:
        known = self._known()
        if known is not None:
            kept = partial(self._put, "")
            self._save({known.valid_from: None}, _("Opening hours removed"), kept, lambda: None)

    def _save(self, weeks: dict[date, Week | None], title: str, kept: Go, then: Go) -> None:
        self.begin()
        day = next(iter(weeks))
        place = self.here.location().name[current().language]
        since = _("From {day}", day=current().full_date(day))
        act = title, current().listing([place, since])
        new = Weeks(self.here.code, weeks)
        self.keeper.save(self, swap_weeks, new, act, self.ends(kept, then))

    def _keep(self, week: Week) -> None:
        self._hours = Hours((week,), self._hours.exceptions)
        self._put(week.valid_from.isoformat())
