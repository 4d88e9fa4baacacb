"""Whether a service is open at a moment, until when, or when it opens next."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from app.domain.days import local
from app.domain.place import Hours, Span

_LOOK_AHEAD: Final = 21


@dataclass(frozen=True, slots=True)
class OpenState:
    """`is_open` is None where the hours are not known.

    When open, it is so `until` a time of today; else `opens` on a day at a time, None where that
    is not within three weeks.
    """

    is_open: bool | None
    until: time | None = None
    opens: tuple[date, time] | None = None


def open_state(hours: Hours, moment: datetime) -> OpenState:
    """What the hours say of an aware moment; the minute at which it closes is not open any more."""
    here = local(moment)
    today = hours.on(here.date())
    if today is None:
        return OpenState(None)
    now = here.time().replace(tzinfo=None)
    for span in _joined(today):
        if span.opens <= now < span.closes:
            return OpenState(True, until=span.closes)
    return OpenState(False, opens=_next(hours, here.date(), now))


def _joined(spans: tuple[Span, ...]) -> list[Span]:
    """The spans in order, those that meet made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: one.opens):
        if joined and joined[-1].closes == span.opens:
            joined[-1] = Span(joined[-1].opens, span.closes)
        else:
            joined.append(span)
    return joined


def _next(hours: Hours, today: date, now: time) -> tuple[date, time] | None:
    for ahead in range(_LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        later = [span.opens for span in hours.on(day) or () if ahead or span.opens > now]
        if later:
            return day, min(later)
    return None
