"""An overview as charts, each with its table."""

from __future__ import annotations

from datetime import date

from app.documents.statistics.clock import clock_note, hours, weekdays
from app.documents.statistics.key_figures import key_figures, open_days_line
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    by_grain,
    compared_head,
    compared_name,
    period_name,
    stretch_names,
)
from app.documents.statistics.referral_sheet import referral_note, referral_sheet
from app.documents.statistics.sheets import (
    clock_sheet,
    cross_sheet,
    stretches_sheet,
    values_sheet,
    whole_sheet,
)
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.overview import Overview, Row
from app.localization import _, current
from app.ui.charts.chart_card import Shown
from app.ui.charts.heat import Heat
from app.ui.charts.over_time import Stretch
from app.ui.charts.ranks import Rank, Ranks
from app.ui.statistics.answer import Answer, Crossed
from app.ui.statistics.content import Content
from app.ui.statistics.form import Form, drawn_as, keys_of, past_key
from app.ui.statistics.ranking import ranks
from app.words.figures import heading, visits_by


def portals_of(overview: Overview, lists: Lists) -> tuple[str, ...]:
    """The locations of the sum."""
    return tuple(code for code in overview.locations if code in lists.portals)


def notes(overview: Overview, lists: Lists) -> tuple[str, ...]:
    """What goes along with numbers that leave the window."""
    names = ", ".join(lists.short(code) for code in overview.locations)
    return (
        current().listing([period_name(overview.period), names]),
        _("For internal use only: exact numbers."),
    )


def internal_content(answer: Answer, form: Form) -> Content:
    """All of an exact answer."""
    overview, lists = answer.overview, answer.lists
    return Content(
        figures=key_figures(overview, lists),
        over_time=over_time(overview, lists, form),
        topics=topics(overview, lists),
        clock=by_clock(overview, lists),
        breakdown=by_value(answer),
        numbers=whole_sheet(overview, lists),
        note=_apart(overview, lists),
        notes=notes(overview, lists),
        portals=bool(portals_of(overview, lists)),
        visited=overview.now.amount.visits > 0,
        apart=overview.romaniportti is not None,
        referrals=referral_sheet(answer.referrals, answer.names) if answer.referred else None,
        referrals_note=referral_note(answer.referrals),
    )


def over_time(overview: Overview, lists: Lists, form: Form) -> Shown:
    """Visits by stretches of time at each location."""
    portals = portals_of(overview, lists)
    names = stretch_names(overview.period, overview.grain)
    stretches = [
        Stretch(name.short, name.full, tuple(bar.visits[code] for code in portals), bar.before)
        for name, bar in zip(names, overview.bars, strict=True)
    ]
    series = tuple(lists.short(code) for code in portals)
    picture = drawn_as(form, series, stretches)
    return Shown(
        by_grain(overview.grain),
        picture,
        stretches_sheet(overview, lists),
        keys_of(picture, compared_name(overview)),
        notes=notes(overview, lists),
    )


def topics(overview: Overview, lists: Lists) -> Shown:
    """The commonest main topics, and all others as one."""
    full = [(lists.names.value(Dimension.TOPIC, row.code), row) for row in overview.topics]
    short = [(lists.short_value(Dimension.TOPIC, row.code), row) for row in overview.topics]
    return Shown(
        visits_by(Dimension.TOPIC),
        Ranks(ranks([_rank(*one) for one in short])),
        values_sheet(_("Main topic"), full, compared_head(overview)),
        past_key(compared_name(overview)),
        notes=notes(overview, lists),
    )


def by_value(answer: Answer) -> Shown:
    """Any breakdown, with the compared period."""
    overview, lists, dimension = answer.overview, answer.lists, answer.dimension
    named = [(lists.names.value(dimension, row.code), row) for row in answer.rows]
    name = heading(dimension)
    return Shown(
        visits_by(dimension),
        Ranks(ranks([_rank(*one) for one in named])),
        values_sheet(name, named, compared_head(overview)),
        past_key(compared_name(overview)),
        not_additive(dimension) if dimension in NOT_ADDITIVE else "",
        notes(overview, lists),
    )


def crossed(found: Crossed, answer: Answer) -> Shown:
    """Two breakdowns against each other, as a table."""
    cross, lists = found.cross, answer.lists
    both = (cross.rows, cross.columns)
    parts = [since_note(found.since), *(not_additive(d) for d in both if d in NOT_ADDITIVE)]
    return Shown(
        _(
            "Visits by {what} and {other}",
            what=heading(cross.rows).lower(),
            other=heading(cross.columns).lower(),
        ),
        Ranks(()),
        cross_sheet(cross, lists),
        note=" ".join(part for part in parts if part),
        notes=notes(answer.overview, lists),
    )


def by_clock(overview: Overview, lists: Lists) -> Shown:
    """Visits by weekday and hour."""
    names, columns = weekdays(overview), hours(overview)
    return Shown(
        _("Weekday and hour"),
        Heat(names, columns, overview.clock, overview.open_hours),
        clock_sheet(overview, {day: name.full for day, name in names.items()}, columns),
        note=clock_note(overview),
        notes=notes(overview, lists),
    )


def not_additive(dimension: Dimension) -> str:
    """Why the values of a breakdown are more than the visits."""
    if dimension is Dimension.OUTCOME:
        return _("A visit counts once in each of its outcomes, so this does not add up.")
    return _("A visit counts once in each of its topics, so this does not add up.")


def since_note(day: date | None) -> str:
    """From when visits are kept one by one."""
    if day is None:
        return ""
    return _("Counted from the visits, which are kept from {day} on.", day=current().full_date(day))


def _rank(name: str, row: Row) -> Rank:
    return Rank(name, row.amount.visits, None if row.before is None else row.before.visits)


def _apart(overview: Overview, lists: Lists) -> str:
    """What is said below the numbers where Romaniportti is among them."""
    if overview.romaniportti_days is None:
        return ""
    apart = _("Romaniportti is a line of its own and in no sum:")
    return f"{apart} {open_days_line(overview.romaniportti_days, lists)}."
