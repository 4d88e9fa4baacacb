"""The rows of a service's hours; no Qt."""

from __future__ import annotations

from datetime import date

from app.domain.place import ExceptionalDay, Week
from app.localization import _, current
from app.ui.settings.typed import spans_text
from app.ui.settings.week_form import week_words
from app.ui.widgets.row_list import Row
from app.words.directory import validity_words

Entry = Week | ExceptionalDay


def order(entry: Entry) -> tuple[int, int]:
    """Usual weeks first, the newest on top, then seasons and exceptional days as they come."""
    if isinstance(entry, ExceptionalDay):
        return 2, entry.day.toordinal()
    if entry.valid_to is not None:
        return 1, entry.valid_from.toordinal()
    return 0, -entry.valid_from.toordinal()


def row(key: str, entry: Entry, today: date) -> Row:
    words = current()
    if isinstance(entry, ExceptionalDay):
        detail = words.listing([spans_text(entry.spans) or _("closed"), entry.reason])
        title = words.full_date(entry.day)
        return Row(key, title, detail, icon="calendar-clock", quiet=entry.day < today)
    first = words.full_date(entry.valid_from)
    if entry.valid_to is None:
        return Row(key, _("From {day}", day=first), week_words(entry), icon="clock")
    quiet = entry.valid_to < today and not entry.yearly
    return Row(key, validity_words(entry), week_words(entry), icon="calendar-check", quiet=quiet)
