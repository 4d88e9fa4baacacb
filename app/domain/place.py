"""Portal locations and when they are open (programme lines 373-376 and 398-401)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, time
from enum import StrEnum
from itertools import pairwise
from typing import Any

from app.domain.errors import Refused


class LocationKind(StrEnum):
    """What a location is: Romaniportti is one of its own, since a visit there tells of origin."""

    PORTAL = "portal"
    ROMA_PORTAL = "roma_portal"


class Ask(StrEnum):
    """What may be asked of a visitor at a location."""

    LANGUAGE = "language"
    MUNICIPALITY = "municipality"
    CLIENT = "client"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Location:
    """One portal location; texts in fi, sv and, for the name, en."""

    code: str
    kind: LocationKind
    name: Mapping[str, str]
    street: Mapping[str, str]
    place: Mapping[str, str]
    entrance: Mapping[str, str]
    municipality: str
    phone: str
    email: str
    asks: frozenset[Ask]
    waiting_line: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of open time within a day."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Week:
    """The opening hours of a location from `valid_from` on, or of a season until `valid_to`.

    A `yearly` season comes again on the same days of every later year. `days` maps a weekday
    (0 = Monday) to its spans; a weekday that is not there is closed. A week without any day says
    that the location is closed, not that its hours are unknown.
    """

    valid_from: date
    days: Mapping[int, tuple[Span, ...]]
    valid_to: date | None = None
    yearly: bool = False

    def holds_on(self, day: date) -> bool:
        if self.valid_to is None:
            return self.valid_from <= day
        years = range(day.year - 1, day.year + 1)
        return any(first <= day <= last for first, last in self.seasons(years))

    def seasons(self, years: Iterable[int]) -> Iterator[tuple[date, date]]:
        """The first and the last day of each season that begins in these years.

        One that does not come again is given whatever the years.
        """
        if self.valid_to is None:
            return
        if not self.yearly:
            yield self.valid_from, self.valid_to
            return
        for year in years:
            later = year - self.valid_from.year
            if later >= 0 and self.valid_to.year + later <= MAXYEAR:
                yield years_later(self.valid_from, later), years_later(self.valid_to, later)

    @property
    def rank(self) -> tuple[bool, date]:
        """Of the weeks that hold on a day, the one of the highest rank decides."""
        return self.valid_to is not None, self.valid_from


@dataclass(frozen=True, slots=True)
class ExceptionalDay:
    """A day that differs from its week: closed when `spans` is empty, with a reason to show."""

    day: date
    spans: tuple[Span, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """All that is known of a location's opening hours."""

    weeks: tuple[Week, ...] = ()
    exceptions: tuple[ExceptionalDay, ...] = ()

    def on(self, day: date) -> tuple[Span, ...] | None:
        """The open spans of a day: empty when closed, None when the hours are not known."""
        for exception in self.exceptions:
            if exception.day == day:
                return exception.spans
        valid = [week for week in self.weeks if week.holds_on(day)]
        if not valid:
            return None
        return max(valid, key=lambda week: week.rank).days.get(day.weekday(), ())


def years_later(day: date, years: int) -> date:
    """The same day so many years later; a leap day becomes the day before where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def check_spans(spans: Sequence[Span]) -> None:
    """Refuse open times that end before they begin or overlap.

    Errors: `span_backwards`, `spans_overlap`.
    """
    for span in spans:
        if span.opens >= span.closes:
            raise Refused("span_backwards", opens=span.opens, closes=span.closes)
    ordered = sorted(spans, key=lambda span: span.opens)
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise Refused("spans_overlap", opens=later.opens)


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def location_from(data: Mapping[str, Any]) -> Location:
    """A location from an entry of `locations.json`."""
    texts = {key: data[key] for key in ("name", "street", "place", "entrance")}
    return Location(
        code=data["code"],
        kind=LocationKind(data["kind"]),
        municipality=data["municipality"],
        phone=data["phone"],
        email=data["email"],
        asks=frozenset(Ask(ask) for ask in data["asks"]),
        **texts,
    )


def week_from(data: Mapping[str, Any], valid_from: date) -> Week | None:
    """The week of an entry of `locations.json`, None where the programme gives no hours."""
    if data["weekly"] is None:
        return None
    days = {
        _WEEKDAYS.index(name): (Span(*(time.fromisoformat(text) for text in span)),)
        for name, span in data["weekly"].items()
    }
    return Week(valid_from, days)
