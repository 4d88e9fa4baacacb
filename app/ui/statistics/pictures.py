"""An overview as charts, each with its table."""

from __future__ import annotations

from enum import StrEnum

from app.documents.statistics.clock import clock_note, hours, weekdays
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    by_grain,
    compared_head,
    compared_name,
    period_name,
    stretch_names,
)
from app.documents.statistics.sheets import clock_sheet, stretches_sheet, values_sheet
from app.domain.figures import Dimension
from app.domain.overview import Overview, Row
from app.localization import _, _n, current
from app.ui.charts.chart_card import Shown
from app.ui.charts.columns import Columns
from app.ui.charts.heat import Heat
from app.ui.charts.ink import DOTS
from app.ui.charts.legend import TICK, Key
from app.ui.charts.lines import Lines
from app.ui.charts.over_time import Stretch
from app.ui.charts.ranks import Rank, Ranks
from app.ui.charts.strokes import DASHED

TOP = 9


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


class Form(StrEnum):
    """How the locations stand in the chart over time."""

    STACKED = "stacked"
    BESIDE = "beside"
    LINES = "lines"


def over_time(overview: Overview, lists: Lists, form: Form) -> Shown:
    """Visits by stretches of time at each location."""
    portals = portals_of(overview, lists)
    names = stretch_names(overview.period, overview.grain)
    stretches = [
        Stretch(name.short, name.full, tuple(bar.visits[code] for code in portals), bar.before)
        for name, bar in zip(names, overview.bars, strict=True)
    ]
    series = [lists.short(code) for code in portals]
    picture = (
        Lines(series, stretches)
        if form is Form.LINES
        else Columns(series, stretches, form is Form.BESIDE)
    )
    return Shown(
        by_grain(overview.grain),
        picture,
        stretches_sheet(overview, lists),
        _keys(picture, compared_name(overview)),
        notes=notes(overview, lists),
    )


def _keys(picture: Columns | Lines, compared: str) -> tuple[Key, ...]:
    """What the parts of the chart over time mean; `compared` is "" where there is none."""
    if isinstance(picture, Columns):
        keys = [Key(min(i, DOTS), name) for i, name in enumerate(picture.series)]
        past = [Key(TICK, compared)] if compared and not picture.beside else []
        return (*keys, *past)
    together = [_("Together")] if picture.summed else []
    names = zip(picture.strokes, (*picture.series, *together), strict=True)
    past = [Key(DASHED, compared)] if picture.compared else []
    return (*(Key(stroke, name) for stroke, name in names), *past)


def topics(overview: Overview, lists: Lists) -> Shown:
    """The commonest main topics, and all others as one."""
    keys = [Key(TICK, compared_name(overview))] if overview.compared is not None else []
    full = [(lists.names.value(Dimension.TOPIC, row.code), row) for row in overview.topics]
    short = [(lists.short_value(Dimension.TOPIC, row.code), row) for row in overview.topics]
    return Shown(
        _("Visits by main topic"),
        Ranks(ranks(short, TOP)),
        values_sheet(_("Main topic"), full, compared_head(overview)),
        tuple(keys),
        notes=notes(overview, lists),
    )


def ranks(named: list[tuple[str, Row]], top: int) -> list[Rank]:
    """The first `top` rows, then the sum of the rest; all of them where the rest is one."""
    shown = named if len(named) <= top + 1 else named[:top]
    found = [
        Rank(name, row.amount.visits, None if row.before is None else row.before.visits)
        for name, row in shown
    ]
    rest = [row for _name, row in named[len(shown) :]]
    if rest:
        before = [row.before.visits for row in rest if row.before is not None]
        name = _n("+ {n} other", "+ {n} others", len(rest))
        visits = sum(row.amount.visits for row in rest)
        found.append(Rank(name, visits, sum(before) if before else None, rest=True))
    return found


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
