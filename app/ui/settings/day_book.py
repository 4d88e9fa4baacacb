"""The exceptional days of all locations, as the page shows them; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.place import ExceptionalDay, Hours
from app.localization import _, current
from app.services.hours import Place
from app.ui.settings.typed import spans_text
from app.ui.widgets.row_list import Row


@dataclass(frozen=True, slots=True)
class DayBook:
    """The hours of every location by its code, and which day is today."""

    hours: Mapping[str, Hours] = field(default_factory=dict)
    today: date = date.min

    def days(self, code: str) -> tuple[ExceptionalDay, ...]:
        """The exceptional days of a location."""
        return self.hours.get(code, Hours()).exceptions

    def day(self, code: str, key: str) -> ExceptionalDay | None:
        """The day whose ISO date is `key`."""
        return next((one for one in self.days(code) if one.day.isoformat() == key), None)

    def with_day(self, code: str, day: ExceptionalDay) -> DayBook:
        """The same with one more day."""
        hours = Hours(exceptions=(*self.days(code), day))
        return replace(self, hours={**self.hours, code: hours})

    def unlisted(
        self, codes: Iterable[str], days: Iterable[ExceptionalDay]
    ) -> dict[Place, ExceptionalDay | None]:
        """Those of `days` that each of the locations does not have yet."""
        wanted = list(days)
        return {
            (code, one.day): one
            for code in codes
            for one in wanted
            if self.day(code, one.day.isoformat()) is None
        }

    def rows(self, code: str) -> list[Row]:
        """The days to come in their order, then those that are over, the last one first."""
        days = self.days(code)
        coming = [one for one in days if one.day >= self.today]
        over = [one for one in reversed(days) if one.day < self.today]
        return [self._row(one) for one in (*coming, *over)]

    def _row(self, one: ExceptionalDay) -> Row:
        words = current()
        title = f"{words.weekday(one.day)} {words.full_date(one.day)}"
        detail = words.listing([spans_text(one.spans) or _("closed"), one.reason])
        return Row(one.day.isoformat(), title, detail, quiet=one.day < self.today)
