"""Public statistics told in the language in use: the one account from which all paper is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.documents.public.lines import lines_sheet
from app.documents.public.sheets import (
    clock_sheet,
    places_sheet,
    portals_of,
    stretches_sheet,
    values_sheet,
)
from app.documents.public.words import definitions, late_note, marks_note, public_figures
from app.documents.statistics.account import Account, Chart, Kind, Part
from app.documents.statistics.clock import weekdays
from app.documents.statistics.lines import no_sum
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    by_grain,
    compared_head,
    grain_name,
    period_name,
    stretch_names,
)
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.public import PublicFigures, PublicRow, PublicView
from app.localization import _, _p, current
from app.words.figures import heading, visits_by


def public_account(
    view: PublicView, lines: PublicFigures | None, lists: Lists, made: datetime
) -> Account:
    """Everything in words; `lines` are the answer one by one, None where nobody wants them."""
    return Account(
        period=view.period,
        period_name=period_name(view.period),
        places=current().listing(
            lists.names.value(Dimension.LOCATION, code) for code in view.locations
        ),
        made=made,
        figures=public_figures(view) if portals_of(view, lists) else (),
        parts=tuple(parts(view, lists)),
        lines=lines_part(lines, lists) if lines is not None else None,
        definitions=tuple(definitions(view, lists, made)),
        internal=False,
    )


def parts(view: PublicView, lists: Lists) -> Iterator[Part]:
    """The locations, then what is drawn: over time, by topic, by the clock, by what was asked."""
    yield _places(view, lists)
    if not portals_of(view, lists):
        return
    yield over_time(view, lists)
    yield by_value(Dimension.TOPIC, view.topics, view, lists)
    yield by_clock(view)
    if view.dimension is not Dimension.TOPIC:
        yield by_value(view.dimension, view.rows, view, lists)


def over_time(view: PublicView, lists: Lists) -> Part:
    """Visits by stretches of time at each portal."""
    count, compared = len(portals_of(view, lists)), view.compared is not None
    first = 1 if count > 1 or not compared else 2
    before = (count + 1 if count > 1 else 1) if compared else None
    labels = tuple(name.short for name in stretch_names(view.period, view.grain))
    chart = Chart(Kind.STACKED, tuple(range(first, first + count)), before, labels)
    sheet = stretches_sheet(view, lists)
    return Part(grain_name(view.grain), by_grain(view.grain), sheet, chart)


def by_value(
    dimension: Dimension, rows: tuple[PublicRow, ...], view: PublicView, lists: Lists
) -> Part:
    """Visits by the values of a breakdown."""
    name = heading(dimension)
    named = [(lists.names.value(dimension, row.code), row) for row in rows]
    sheet = values_sheet(name, named, compared_head(view))
    before = 1 if view.compared is not None else None
    title = visits_by(dimension)
    note = no_sum() if dimension in NOT_ADDITIVE else ""
    return Part(name, title, sheet, Chart(Kind.RANKS, (len(sheet.head) - 1,), before), note)


def by_clock(view: PublicView) -> Part:
    """Visits by weekday and hour."""
    sheet, title = clock_sheet(view), _("Weekday and hour")
    labels = tuple(name.short for name in weekdays(view).values())
    chart = Chart(Kind.HEAT, tuple(range(1, len(sheet.head) - 1)), None, labels)
    return Part(title, title, sheet, chart, _("Empty cell = closed."))


def lines_part(figures: PublicFigures, lists: Lists) -> Part:
    """The answer to the question, line by line."""
    title = _("Visits by {what}", what=", ".join(map(heading, figures.by)).lower())
    note = "" if NOT_ADDITIVE.isdisjoint(figures.by) else no_sum()
    return Part(_p("workbook", "Lines"), title, lines_sheet(figures, lists.names), note=note)


def _places(view: PublicView, lists: Lists) -> Part:
    name = heading(Dimension.LOCATION)
    note = " ".join(filter(None, (marks_note(view), late_note(view))))
    return Part(name, _("Visits by location"), places_sheet(view, lists, name), note=note)
