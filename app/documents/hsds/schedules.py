"""Opening hours as schedules (RFC 5545 rules) and back; times are those on the door."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from app.documents.hsds.check import Object
from app.documents.hsds.ids import made_id
from app.domain.days import HELSINKI
from app.domain.directory import HOURS_SINCE
from app.domain.place import ExceptionalDay, Hours, Span, Week

CLOSED: Final = "Closed"
# The standard knows weeks and months only: a season that comes again says so in words.
EVERY_YEAR: Final = "Every year"
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLAIN: Final = frozenset(
    {
        *("id", "service_id", "service_at_location_id", "location_id"),
        *("valid_from", "valid_to", "freq", "byday", "opens_at", "closes_at"),
        *("until", "interval", "wkst", "dtstart", "count", "description", "notes"),
    }
)
_SAID: Final = ("description", "notes")
Validity = tuple[date, date | None, bool]


@dataclass(frozen=True, slots=True)
class Read:
    """The hours; schedules that are more than a week or a day, which are kept as they are; and
    the names of texts beside hours that were understood, which are not kept.
    """

    hours: Hours
    kept: list[Object]
    left_out: list[str]


def written(service_id: str, hours: Hours) -> Iterator[Object]:
    """A schedule for each span with its weekdays, and for each span of an exceptional day."""
    for week in hours.weeks:
        validity: Object = {"valid_from": week.valid_from.isoformat(), "freq": "WEEKLY"}
        if week.valid_to is not None:
            validity["valid_to"] = week.valid_to.isoformat()
        if week.yearly:
            validity["notes"] = EVERY_YEAR
        spans: dict[Span, list[str]] = {}
        for day, several in sorted(week.days.items()):
            for span in several:
                spans.setdefault(span, []).append(_DAYS[day])
        for span, days in spans.items():
            yield _schedule(service_id, validity | {"byday": ",".join(days)} | _times(span))
        if not spans:
            yield _schedule(service_id, validity | {"description": CLOSED})
    for one in hours.exceptions:
        text = one.day.isoformat()
        only: Object = {"valid_from": text, "valid_to": text, "dtstart": text, "count": 1}
        if one.reason:
            only["notes"] = one.reason
        for span in one.spans:
            yield _schedule(service_id, only | _times(span))
        if not one.spans:
            yield _schedule(service_id, only | {"description": CLOSED})


def _schedule(service_id: str, values: Object) -> Object:
    what = ",".join(f"{name}={value}" for name, value in sorted(values.items()))
    return {"id": made_id("schedule", service_id, what), "service_id": service_id, **values}


def _times(span: Span) -> Object:
    return {"opens_at": f"{span.opens:%H:%M}", "closes_at": f"{span.closes:%H:%M}"}


def read(schedules: Iterable[Mapping[str, Any]]) -> Read:
    """What schedules say."""
    weeks: dict[Validity, dict[int, set[Span]]] = {}
    days: dict[date, tuple[set[Span], str]] = {}
    kept: list[Object] = []
    left_out: list[str] = []
    for one in schedules:
        try:
            _read_one(one, weeks, days)
        except (KeyError, ValueError):
            kept.append(dict(one))
        else:
            left_out += _unused(one)
    found = [
        Week(
            first,
            {day: tuple(sorted(spans, key=_opens)) for day, spans in week.items()},
            last,
            yearly,
        )
        for (first, last, yearly), week in weeks.items()
    ]
    exceptions = [
        ExceptionalDay(day, tuple(sorted(spans, key=_opens)), reason)
        for day, (spans, reason) in days.items()
    ]
    return Read(Hours(tuple(found), tuple(exceptions)), kept, left_out)


def _unused(one: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a schedule that say more than its hours."""
    for name in _SAID:
        understood = one.get(name) in (None, CLOSED, EVERY_YEAR)
        if not understood and not (name == "notes" and "count" in one):
            yield f"schedules.{name}"


def _read_one(
    one: Mapping[str, Any],
    weeks: dict[Validity, dict[int, set[Span]]],
    days: dict[date, tuple[set[Span], str]],
) -> None:
    """Add a schedule to what is known. Errors: KeyError, ValueError where it says more."""
    if one.keys() - _PLAIN or one.get("interval", 1) != 1:
        raise ValueError
    begins = one.get("valid_from") or one.get("dtstart") or HOURS_SINCE.isoformat()
    ends = one.get("valid_to") or one.get("until")
    first, last = date.fromisoformat(begins), date.fromisoformat(ends) if ends else None
    closed = one.get("description") == CLOSED and "opens_at" not in one
    spans = set() if closed else {_span(one, first)}
    if one.get("count") == 1:
        if not first == last == date.fromisoformat(one["dtstart"]) or "byday" in one:
            raise ValueError
        known, _reason = days.setdefault(first, (set(), one.get("notes", "")))
        known |= spans
        return
    if "count" in one or one.get("freq", "WEEKLY") != "WEEKLY":
        raise ValueError
    numbers = [] if closed else [_DAYS.index(name) for name in one["byday"].split(",")]
    yearly = one.get("notes") == EVERY_YEAR and last is not None
    week = weeks.setdefault((first, last, yearly), {})
    for day in numbers:
        week.setdefault(day, set()).update(spans)


def _span(one: Mapping[str, Any], day: date) -> Span:
    span = Span(_local(one["opens_at"], day), _local(one["closes_at"], day))
    if span.opens >= span.closes:
        raise ValueError
    return span


def _local(text: str, day: date) -> time:
    """The time on the door; one with an offset is that moment on the first day it holds."""
    given = time.fromisoformat(text)
    if given.tzinfo is None:
        return given.replace(second=0, microsecond=0)
    moment = datetime.combine(day, given).astimezone(HELSINKI)
    return moment.time().replace(second=0, microsecond=0, tzinfo=None)


def _opens(span: Span) -> time:
    return span.opens
