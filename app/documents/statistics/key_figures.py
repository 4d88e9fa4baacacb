"""The six key figures of an overview, written out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.documents.sheet import written
from app.documents.statistics.changes import NBSP, Change, in_numbers, in_percent, in_points
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import Comparing, period_name
from app.domain.hidden import Hidden
from app.domain.overview import KeyFigures, OpenDays, Overview, Share
from app.domain.periods import Period
from app.localization import _, _n, current

PERCENT, MINUTES = "%", "min"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says; `number` is rounded as it is shown, None where there is nothing to say.

    `unit` is "", "%" or "min". `good` is the direction that is welcome, 0 where neither is; `opens`
    says that the base leads to the days without entry.
    """

    title: str
    number: int | float | Hidden | None
    unit: str
    base: str
    definition: str
    change: Change | None = None
    good: int = 0
    opens: bool = False

    @property
    def value(self) -> str:
        """The number with its unit."""
        unit = f"{NBSP}{self.unit}" if self.unit and self.number is not None else ""
        return written(self.number) + unit

    def spoken(self) -> str:
        """All of it as it is read out."""
        change = self.change.spoken if self.change else ""
        more = _("Enter lists these days") if self.opens else ""
        parts = (f"{self.title}: {self.value}", change, self.base, more)
        return ", ".join(part for part in parts if part)


def key_figures(overview: Overview, lists: Lists) -> list[Figure]:
    """The six, in their order."""
    return [
        _visits(overview),
        _visitors(overview),
        _per_open_day(overview, lists),
        _interpreter(overview),
        _first_visits(overview),
        _waiting(overview, lists),
    ]


def _visits(overview: Overview) -> Figure:
    now, before = overview.now, overview.before
    return Figure(
        _("Visits"),
        now.amount.visits,
        "",
        beside(overview, before.amount.visits if before else None),
        _(
            "Encounters at the portals chosen, whoever came. "
            "Romaniportti is in no sum. Voided visits are left out."
        ),
        in_percent(now.amount.visits, before.amount.visits) if before else None,
        good=1,
    )


def _visitors(overview: Overview) -> Figure:
    now, before = overview.now, overview.before
    return Figure(
        _("Visitors"),
        now.amount.persons,
        "",
        beside(overview, before.amount.persons if before else None),
        _("Persons in the visits. Whoever comes twice is counted twice: no names are kept."),
        in_percent(now.amount.persons, before.amount.persons) if before else None,
        good=1,
    )


def _per_open_day(overview: Overview, lists: Lists) -> Figure:
    now, before = overview.now, overview.before
    value = now.per_open_day
    return Figure(
        _("Visits per open day"),
        None if value is None else round(float(value), 1),
        "",
        open_days_line(now.open_days, lists),
        _(
            "Visits divided by the days on which the portals were open by their opening hours "
            "and exceptional days. A day counts once for each portal."
        ),
        in_numbers(value, before.per_open_day) if before else None,
        good=1,
        opens=bool(now.open_days.silent),
    )


def open_days_line(days: OpenDays, lists: Lists) -> str:
    """ "163 days, 2 without entry", and whose hours are not known."""
    parts = [_n("{n} open day", "{n} open days", days.days)] if days.days else []
    if days.silent:
        parts.append(_n("{n} without entry", "{n} without entry", len(days.silent)))
    if days.unknown:
        names = ", ".join(lists.short(code) for code in days.unknown)
        parts.append(_("hours not known: {names}", names=names))
    return ", ".join(parts) or _("no open days")


def _interpreter(overview: Overview) -> Figure:
    share = overview.now.interpreter
    part, whole = current().number(share.part), current().number(share.whole)
    return Figure(
        _("Interpreter need met"),
        _percent(share),
        PERCENT,
        _("{part} of {whole} needs", part=part, whole=whole) if share.whole else _("no needs"),
        _("Visits with an interpreter, of all visits in which one was needed."),
        _share_change(overview.now, overview.before, "interpreter"),
        good=1,
    )


def _first_visits(overview: Overview) -> Figure:
    share = overview.now.first
    asked = _n("of {n} asked", "of {n} asked", share.whole) if share.whole else _("nobody asked")
    return Figure(
        _("First visits"),
        _percent(share),
        PERCENT,
        asked,
        _("Visitors who were here for the first time, of those who were asked."),
        _share_change(overview.now, overview.before, "first"),
    )


def _waiting(overview: Overview, lists: Lists) -> Figure:
    now, before = overview.now, overview.before
    wait, past = _minutes(now.median_wait), _minutes(before.median_wait if before else None)
    places = [code for code in overview.locations if lists.location(code).waiting_line]
    lines = ", ".join(lists.short(code) for code in places)
    service = _minutes(now.median_service)
    if service is not None:
        lines = _("{places}, service {n} min", places=lines, n=round(service)).lstrip(", ")
    return Figure(
        _("Waiting time, median"),
        None if wait is None else round(wait),
        MINUTES,
        lines or _("no waiting line"),
        _(
            "Half of those in the waiting line waited less, half more. "
            "Visits that nobody closed are left out."
        ),
        in_numbers(wait, past, MINUTES),
        good=-1,
    )


def beside(numbers: Comparing, before: int | Hidden | None) -> str:
    """ "1 297 same time 2025": the base of a change."""
    compared = numbers.compared
    if before is None or compared is None:
        return ""
    number = written(before)
    if _a_year_apart(numbers.period, compared):
        if compared.first.year == compared.last.year:
            return _("{n} same time {year}", n=number, year=compared.last.year)
        return _("{n} same time a year before", n=number)
    return _("{n} in {period}", n=number, period=period_name(compared))


def _a_year_apart(period: Period, compared: Period) -> bool:
    days = (period.first.month, period.first.day)
    return compared.last.year == period.last.year - 1 and days == (
        compared.first.month,
        compared.first.day,
    )


def _percent(share: Share) -> int | None:
    return None if share.percent is None else round(share.percent)


def _share_change(now: KeyFigures, before: KeyFigures | None, name: str) -> Change | None:
    if before is None:
        return None
    return in_points(getattr(now, name).percent, getattr(before, name).percent)


def _minutes(span: timedelta | None) -> float | None:
    return None if span is None else span.total_seconds() / 60
