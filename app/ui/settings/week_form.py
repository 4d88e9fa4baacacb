"""Opening hours from a day on, or of a season: seven rows, as one writes them on the door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.errors import Refused
from app.domain.place import Span, Week
from app.domain.service_check import is_shorter_than_a_year
from app.localization import _, capital, current
from app.ui.settings.panes import Form, Tick, beside, started
from app.ui.settings.texts import one_line
from app.ui.settings.typed import read_day, read_spans, spans_text, understood
from app.ui.theme import active
from app.ui.widgets.button import Link
from app.ui.widgets.label import Label
from app.words.sentences import sentence

MONDAY = date(2026, 11, 23)


class WeekForm(Form):
    """`edited` with every change by hand; `remove` asks to take the hours back."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[date] = frozenset()
        self._today = MONDAY
        self._season = False
        self.since, self.until, self.yearly = one_line(), one_line(), Tick()
        self.names = [Label("strong") for _day in range(7)]
        self.days = [one_line() for _day in range(7)]
        self.as_monday, self.remove = Link(), Link()
        self._grid = QGridLayout()
        for i, (name, day) in enumerate(zip(self.names, self.days, strict=True)):
            name.setBuddy(day.edit)
            self._grid.addWidget(name, i, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(day, i, 1)
        self._grid.setColumnStretch(1, 1)
        self.until.hide()
        self.yearly.hide()
        self.add(beside(self.since, self.until), self.yearly, self._grid)
        self.add(started(self.as_monday, self.remove))
        self.column.addStretch(1)
        for field in (self.since, self.until, *self.days):
            field.edited.connect(self._on_edited)
        self.yearly.clicked.connect(self._on_edited)
        self.as_monday.clicked.connect(self._copy_monday)
        active().changed.connect(self._restyle_grid)
        self._restyle_grid()
        self.retranslate()

    def put(
        self, week: Week | None, taken: Sequence[date], today: date, season: bool = False
    ) -> None:
        """Show a week, or a new one; `taken` are the days from which other weeks hold.

        A week of a `season` has a last day too, and may come again every year.
        """
        self._taken, self._today, self._season = frozenset(taken), today, season
        self.since.set_text(current().full_date(week.valid_from) if week else "")
        last = week.valid_to if week else None
        self.until.set_text(current().full_date(last) if last else "")
        self.until.setVisible(season)
        self.yearly.setVisible(season)
        self.yearly.setChecked(week is not None and week.yearly)
        for i, day in enumerate(self.days):
            day.set_text(spans_text(week.days.get(i, ())) if week else "")
        self.remove.setVisible(week is not None)
        self._check()

    def week(self) -> Week | None:
        """What is typed, None while something in it is wrong."""
        since, until = self._since()[0], self._until()[0]
        days = [understood(read_spans, day.text())[0] for day in self.days]
        if since is None or since in self._taken or None in days:
            return None
        if self._season and (until is None or until < since):
            return None
        yearly = self._season and self.yearly.isChecked()
        week = Week(since, {i: spans for i, spans in enumerate(days) if spans}, until, yearly)
        return None if yearly and not is_shorter_than_a_year(week) else week

    def is_blank(self) -> bool:
        return not any(field.text().strip() for field in (self.since, self.until, *self.days))

    def retranslate(self) -> None:
        words = current()
        self.since.set_label(_("Valid from"))
        self.since.set_placeholder("1.1.2027")
        self.until.set_label(_("Until"))
        self.until.set_placeholder("31.8.2027")
        self.yearly.setText(_("Again every year"))
        for i, (name, day) in enumerate(zip(self.names, self.days, strict=True)):
            weekday = capital(words.weekday_name(date.fromordinal(MONDAY.toordinal() + i)))
            name.setText(weekday)
            day.set_placeholder(_("closed"))
            day.edit.setAccessibleName(weekday)
        self.as_monday.set_texts(_("Tuesday to Friday as Monday"))
        self.remove.set_texts(_("Remove these hours"))
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _since(self) -> tuple[date | None, str]:
        return understood(read_day, self.since.text(), self._today)

    def _until(self) -> tuple[date | None, str]:
        if not self._season:
            return None, ""
        return understood(read_day, self.until.text(), self._today)

    def _copy_monday(self) -> None:
        for day in self.days[1:5]:
            day.set_text(self.days[0].text())
        self._on_edited()

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        since, problem = self._since()
        if since in self._taken:
            problem = _("There are hours from this day already.")
        self.since.set_error(None if self.is_blank() else problem)
        until, problem = self._until()
        if since is not None and until is not None and until < since:
            problem = _("The season ends before it begins.")
        elif since is not None and until is not None and self.yearly.isChecked():
            season = Week(since, {}, until, True)
            if not is_shorter_than_a_year(season):
                problem = sentence(Refused("season_too_long"))
        self.until.set_error(None if self.is_blank() else problem)
        for day in self.days:
            day.set_error(understood(read_spans, day.text())[1])

    def _restyle_grid(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(4))
        for name in self.names:
            name.setFixedHeight(theme.units(1.78))


def week_words(week: Week) -> str:
    """The hours in one line: "Mon–Fri 9–15 · Sat 10–12"; neighbours alike stand together."""
    parts: list[str] = []
    start = 0
    for i in range(1, 8):
        if i == 7 or week.days.get(i, ()) != week.days.get(start, ()):
            parts += _stretch(start, i - 1, week.days.get(start, ()))
            start = i
    return current().listing(parts) or _("closed")


def _stretch(first: int, last: int, spans: tuple[Span, ...]) -> list[str]:
    if not spans:
        return []
    names = [
        current().weekday(date.fromordinal(MONDAY.toordinal() + i)) for i in sorted({first, last})
    ]
    return [f"{'–'.join(names)} {spans_text(spans)}"]
