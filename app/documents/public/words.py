"""What goes along with public numbers: key figures, what is hidden and why, what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.documents.statistics.changes import Change, in_numbers, in_percent
from app.documents.statistics.key_figures import Figure, beside
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import month_name, period_name
from app.domain.disclosure.small_base import LEAST_BASE, mean
from app.domain.figures import Dimension
from app.domain.hidden import Count, Hidden, Mark
from app.domain.public import PublicView
from app.localization import _, _n, _p, current

Term = tuple[str, str]


def public_figures(view: PublicView) -> tuple[Figure, ...]:
    """Visits, and visits per open day where that is no mean of few."""
    return _visits(view), _per_open_day(view)


def place_figures(view: PublicView, lists: Lists) -> Iterator[Figure]:
    """The visits of each portal, where there are several."""
    if len(view.places) < 2:
        return
    for row in view.places:
        yield Figure(
            lists.short(str(row.code)),
            row.visits,
            "",
            beside(view, row.before),
            _("Visits at this location alone. Voided visits are left out."),
            _change(row.visits, row.before),
            good=1,
        )


def _visits(view: PublicView) -> Figure:
    return Figure(
        _("Visits"),
        view.visits,
        "",
        beside(view, view.before),
        _(
            "Encounters at the portals chosen, whoever came. "
            "Romaniportti is in no sum. Voided visits are left out."
        ),
        _change(view.visits, view.before),
        good=1,
    )


def _per_open_day(view: PublicView) -> Figure:
    now = _mean(view.visits, view.open_days)
    return Figure(
        _("Visits per open day"),
        None if now is None else round(now, 1),
        "",
        _days(view.open_days),
        _(
            "Visits divided by the days on which the portals were open by their opening hours "
            "and exceptional days. A day counts once for each portal."
        ),
        in_numbers(now, _mean(view.before, view.open_days_before)),
        good=1,
    )


def _days(days: int | None) -> str:
    if days is None:
        return _("opening hours not known")
    return _n("{n} open day", "{n} open days", days) if days else _("no open days")


def _mean(visits: Count | None, days: int | None) -> float | None:
    return None if visits is None or days is None else mean(visits, days)


def _change(now: Count, before: Count | None) -> Change | None:
    if not isinstance(now, int) or not isinstance(before, int) or before < LEAST_BASE:
        return None
    return in_percent(now, before)


def marks_note(view: PublicView) -> str:
    """What the marks mean, so far as there are any in sight."""
    hidden = [count for count in view.counts() if isinstance(count, Hidden)]
    marks = {count.mark for count in hidden}
    below = {count.most + 1 for count in hidden if count.most and count.mark is Mark.BELOW}
    parts = [_("<{n} = fewer than {n}.", n=n) for n in sorted(below)]
    if Mark.NOTHING in marks:
        highest = max(view.thresholds.values())
        parts.append(_("• = hidden so that <{n} cannot be worked out.", n=highest))
    if Mark.BETWEEN in marks:
        parts.append(_("15–19 = a sum of which a small part is hidden."))
    if any(place not in {row.code for row in view.places} for place in view.locations):
        parts.append(_("Romaniportti only as a yearly total, in no sum."))
    return " ".join(parts)


def late_note(view: PublicView) -> str:
    """The months that were corrected after their numbers had been handed out."""
    if not view.late:
        return ""
    months = current().listing(f"{month_name(day.month)} {day.year}" for day in view.late)
    return _("Corrected since it was handed out, and shown as handed out: {months}.", months=months)


def definitions(view: PublicView, lists: Lists, made: datetime) -> Iterator[Term]:
    """Terms and what they mean, the rule of what is hidden among them."""
    words = current()
    first, last = map(words.full_date, (view.period.first, view.period.last))
    yield _("Period"), _("{first}–{last}, both days counted", first=first, last=last)
    if view.compared is not None:
        yield _("Compared with"), period_name(view.compared)
    names = (lists.names.value(Dimension.LOCATION, code) for code in view.locations)
    yield _("Locations"), ", ".join(names)
    for figure in public_figures(view):
        yield figure.title, figure.definition
    yield (
        _("Main topic"),
        _("The first topic of a visit. Every visit has one, and is counted once."),
    )
    if view.dimension is Dimension.OUTCOME:
        yield (
            _("Outcome"),
            _("A visit counts once in each of its outcomes, so this does not add up."),
        )
    yield _p("definitions", "Hidden numbers"), rule(view)
    yield (
        _p("definitions", "Source"),
        _(
            "The visits recorded at the portals: the unit's own figures, "
            "follow-up figure A6a of the integration programme (line 413)."
        ),
    )
    yield _p("definitions", "Made"), f"{words.full_date(made.date())} {words.clock_time(made)}"


def rule(view: PublicView) -> str:
    """The disclosure rule in plain words (domain 3.3), of years with another threshold as well."""
    highest = max(view.thresholds.values())
    said = _(
        "Numbers from 1 to {most} are not told, since they can tell of a person: <{n} stands in "
        "their place. • stands where a number would let one of them be worked out. A sum of which "
        "a small part is hidden is told as from–to. Averages and percentages of fewer than {base} "
        "are left out. Numbers that have been handed out stay as they were.",
        n=highest,
        most=highest - 1,
        base=LEAST_BASE,
    )
    for lower in sorted(set(view.thresholds.values()) - {highest}):
        years = [str(year) for year, n in view.thresholds.items() if n == lower]
        of = _(
            "Of {years} only numbers from 1 to {most} are not told.",
            years=", ".join(years),
            most=lower - 1,
        )
        said = f"{said} {of}"
    return said
