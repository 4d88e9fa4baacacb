"""The words of the status line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from app.domain.days import local, local_day
from app.domain.place import Location, Span
from app.domain.roles import Role
from app.localization import NO_BREAK_SPACE, WEEKDAY_NAMES, _, _n, current

BACKUP_LASTS: Final = timedelta(days=7)
BY_REACH: Final = (
    Role.SUPERVISOR,
    Role.ADVISER,
    Role.CLERK,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the status line says, in the language in use; "" for what is not known.

    `trouble` says what is wrong with saving, `away` what is wrong with the store itself;
    `backup_late` that somebody should make a backup.
    """

    place: str
    hours: str
    person: str
    saved: str
    store: str
    store_icon: str
    backup: str
    backup_late: bool = False
    trouble: str = ""
    away: str = ""


def place_words(location: Location) -> str:
    """The name of the place."""
    return location.name[current().language]


def hours_words(spans: tuple[Span, ...] | None) -> str:
    """ "open today 9–15"; nothing where the hours are not known."""
    if spans is None:
        return ""
    if not spans:
        return _("closed today")
    told = ", ".join(f"{_hour(span.opens)}–{_hour(span.closes)}" for span in spans)
    return _("open today {hours}", hours=told)


def person_words(name: str, roles: Iterable[Role]) -> str:
    """Name and the role that reaches farthest at the desk."""
    held = frozenset(roles)
    first = next((role for role in BY_REACH if role in held), None)
    return f"{name}, {role_words(first)}" if first else name


def role_words(role: Role) -> str:
    """What a role is called."""
    words = {
        Role.CLERK: _("clerk"),
        Role.ADVISER: _("adviser"),
        Role.SUPERVISOR: _("supervisor"),
        Role.ADMINISTRATOR: _("administrator"),
        Role.AUDITOR: _("auditor"),
    }
    return words[role]


def saved_words(moment: datetime | None) -> str:
    """When something was last on disk."""
    if moment is None:
        return ""
    return _("Saved {time}", time=current().clock_time(local(moment)))


def is_backup_late(moment: datetime | None, now: datetime) -> bool:
    """Whether the last backup is older than it should be, or never was."""
    return moment is None or now - moment > BACKUP_LASTS


def backup_words(moment: datetime | None, now: datetime) -> str:
    """When the last backup was made: its weekday says enough until that comes round again."""
    if moment is None:
        return _("No backup yet")
    here, days = local(moment), (local_day(now) - local_day(moment)).days
    if is_backup_late(moment, now):
        return _n("Backup {n} day old", "Backup {n} days old", days)
    if days < len(WEEKDAY_NAMES):
        when = f"{current().weekday(here)} {current().clock_time(here)}"
    else:
        when = current().short_date(here)
    return _("Backup {when}", when=when.replace(" ", NO_BREAK_SPACE))


def _hour(at: time) -> str:
    """9, or 9.30."""
    return current().clock_time(at) if at.minute else str(at.hour)
