"""The opening hours of a service: usual weeks, seasons and exceptional days in one list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.place import ExceptionalDay, Hours, Week
from app.localization import _
from app.ui.settings.day_form import DayForm
from app.ui.settings.panes import ListPane, OneOf, Panes
from app.ui.settings.services.hours_rows import Entry, order, row
from app.ui.settings.week_form import WeekForm
from app.ui.theme import active
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Link
from app.ui.widgets.row_list import RowList

USUAL, SEASON, DAY = "usual", "season", "day"
LIST_UNITS = 10


class HoursEditor(QWidget):
    """`edited` with every change by hand. Of the entries one is open, or a new one is begun."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry | None] = []
        self._open: int | None = None
        self._new, self._today, self._is_portal = USUAL, date.min, False
        self.unknown, self.rows = Banner("info"), RowList()
        self.links = {kind: Link() for kind in (USUAL, SEASON, DAY)}
        self.list = ListPane(self.rows, *self.links.values())
        self.week, self.day, self.forms = WeekForm(), DayForm(), OneOf()
        self.panes = Panes(self.list, self.forms, LIST_UNITS)
        self._column = QVBoxLayout(self)
        self._arrange()
        active().changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def put(self, hours: Hours, today: date, is_portal: bool) -> None:
        """Show hours; those of a portal location are kept elsewhere."""
        self._entries, self._today = [*hours.weeks, *hours.exceptions], today
        self._is_portal = is_portal
        self.panes.setVisible(not is_portal)
        holding = [
            i
            for i, one in enumerate(self._entries)
            if isinstance(one, Week) and one.holds_on(today)
        ]
        weeks = len(hours.weeks)
        self._go(holding[-1] if holding else 0 if weeks else None, USUAL)
        self._retranslate()

    def hours(self) -> Hours | None:
        """What is typed, None while something in the open form is wrong."""
        if self._is_wrong():
            return None
        weeks = [one for one in self._entries if isinstance(one, Week)]
        days = [one for one in self._entries if isinstance(one, ExceptionalDay)]
        return Hours(
            tuple(sorted(weeks, key=lambda one: (one.valid_from, one.rank))),
            tuple(sorted(days, key=lambda one: one.day)),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _arrange(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.unknown)
        self._column.addWidget(self.panes, 1)
        self._column.addStretch(0)
        for form in (self.week, self.day):
            self.forms.addWidget(form)
            form.edited.connect(self._on_edited)
            form.remove.clicked.connect(self._remove)
        self.rows.asked.connect(self._ask)
        for kind, link in self.links.items():
            link.clicked.connect(lambda _checked=False, kind=kind: self._begin(kind))

    def _is_wrong(self) -> bool:
        form = self.day if self._is_day() else self.week
        if self._open is None and form.is_blank():
            return False
        return self._typed() is None

    def _is_day(self) -> bool:
        return self.forms.currentWidget() is self.day

    def _typed(self) -> Entry | None:
        return self.day.exception() if self._is_day() else self.week.week()

    def _go(self, i: int | None, new: str) -> None:
        """Open an entry, or begin a new one of a kind."""
        self._open, self._new = i, new
        here = None if i is None else self._entries[i]
        others = [one for one in self._entries if one is not None and one is not here]
        if isinstance(here, ExceptionalDay) or (here is None and new == DAY):
            taken = [one.day for one in others if isinstance(one, ExceptionalDay)]
            self.day.put(here, taken, self._today)
            self.forms.setCurrentWidget(self.day)
        else:
            season = here.valid_to is not None if here is not None else new == SEASON
            weeks = [one for one in others if isinstance(one, Week) and one.valid_to is None]
            taken = [] if season else [one.valid_from for one in weeks]
            self.week.put(here, taken, self._today, season)
            self.forms.setCurrentWidget(self.week)
        self._show_rows()

    def _ask(self, key: str) -> None:
        """Another entry, unless what is typed in this one would be lost."""
        if self._is_wrong():
            self._show_rows()
        else:
            self._go(int(key), USUAL)

    def _begin(self, kind: str) -> None:
        if not self._is_wrong():
            self._go(None, kind)
            (self.day.day if kind == DAY else self.week.since).edit.setFocus()

    def _on_edited(self) -> None:
        typed = self._typed()
        if typed is not None and self._open is None:
            self._open = len(self._entries)
            self._entries.append(typed)
        elif typed is not None and self._open is not None:
            self._entries[self._open] = typed
        self._show_rows()
        self.edited.emit()

    def _remove(self) -> None:
        if self._open is not None:
            self._entries[self._open] = None
        self._go(None, USUAL)
        self.edited.emit()

    def _show_rows(self) -> None:
        listed = [(i, one) for i, one in enumerate(self._entries) if one is not None]
        found = sorted(listed, key=lambda pair: order(pair[1]))
        self.rows.set_rows([row(str(i), one, self._today) for i, one in found])
        self.rows.set_key("" if self._open is None else str(self._open))
        self.unknown.setVisible(self._is_portal or not listed)

    def _restyle(self) -> None:
        self._column.setSpacing(active().space(12))

    def _retranslate(self) -> None:
        if self._is_portal:
            self.unknown.set_content(
                _("This is a portal location."),
                _("Its hours are kept on the pages Opening hours and Exceptional days."),
            )
        else:
            self.unknown.set_content(
                _("The opening hours of this service are not known."),
                _("Until they are entered here, slips tell visitors to ask."),
            )
        self.list.set_heading(_("Opening hours"))
        self.links[USUAL].set_texts(_("New hours from a day"))
        self.links[SEASON].set_texts(_("New season"))
        self.links[DAY].set_texts(_("New exceptional day"))
        self._show_rows()
