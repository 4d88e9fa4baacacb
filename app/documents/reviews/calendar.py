"""Reviews that are due as a calendar file (RFC 5545), without anybody's name."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from app.domain.clock.clock import Due
from app.domain.clock.due_list import DueLine
from app.localization import _, current
from app.words.responsible import source_words

ALARM_DAYS: Final = 14


def calendar(lines: Iterable[DueLine], now: datetime) -> bytes:
    """An event of a whole day for each review, with an alarm two weeks before.

    The same plan has the same event in every file, so that a calendar replaces it. Who it is
    about says the client's number alone: calendars are shared and lie on telephones.
    """
    book = Calendar()
    book.add("prodid", "-//Kotoportti//Reviews//EN")
    book.add("version", "2.0")
    for line in lines:
        book.add_component(_event(line, now))
    written: bytes = book.to_ical()
    return written


def _event(line: DueLine, now: datetime) -> Event:
    event = Event()
    title = _("Review of plan, client {number}", number=line.number)
    event.add("uid", f"{line.plan}@kotoportti")
    event.add("dtstamp", now)
    event.add("dtstart", line.due.day)
    event.add("dtend", line.due.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", title)
    event.add("description", why_words(line.due))
    event.add("class", "CONFIDENTIAL")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-ALARM_DAYS))
    alarm.add("description", title)
    event.add_component(alarm)
    return event


def why_words(due: Due) -> str:
    """As "Six months from 28.2.2026 · lines 111, 189 · Act s. 22"."""
    if due.is_cut:
        reason = _("The plan ends before six months are over.")
    else:
        reason = _("Counted from {day}.", day=current().full_date(due.since))
    return f"{reason} {source_words(due.source)}"
