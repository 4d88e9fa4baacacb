"""Numbers told in the language in use: the one account from which every form of paper is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.documents.sheet import Look, Sheet, SheetRow
from app.documents.statistics.account import Account, Chart, Kind, Part
from app.documents.statistics.clock import clock_note, hours, weekdays
from app.documents.statistics.definitions import definitions
from app.documents.statistics.key_figures import key_figures
from app.documents.statistics.lines import adds_up, lines_sheet, no_sum
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    by_grain,
    compared_head,
    grain_name,
    period_name,
    stretch_names,
)
from app.documents.statistics.sheets import clock_sheet, stretches_sheet, values_sheet
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.numbers import Numbers
from app.domain.overview import Overview, Row
from app.localization import _, _p, current
from app.words.figures import heading, visits_by


def account(numbers: Numbers, lists: Lists, made: datetime) -> Account:
    """Everything in words; `made` is the local time at which the numbers were read."""
    overview = numbers.overview
    visited = bool(portals_of(overview, lists))
    return Account(
        period=overview.period,
        period_name=period_name(overview.period),
        places=current().listing(
            lists.names.locations[one].name[current().language] for one in overview.locations
        ),
        made=made,
        figures=tuple(key_figures(overview, lists)) if visited else (),
        parts=tuple(_parts(numbers, lists)) if visited else (_places(numbers, lists),),
        lines=_lines(numbers, lists) if numbers.detailed else None,
        definitions=tuple(definitions(numbers, lists, made)),
    )


def portals_of(overview: Overview, lists: Lists) -> tuple[str, ...]:
    """The locations of the sum."""
    return tuple(code for code in overview.locations if code in lists.portals)


def _parts(numbers: Numbers, lists: Lists) -> Iterator[Part]:
    yield _places(numbers, lists)
    yield _over_time(numbers.overview, lists)
    yield _values(Dimension.TOPIC, numbers.overview.topics, numbers, lists)
    yield _clock(numbers.overview)
    if numbers.dimension not in (None, Dimension.TOPIC, Dimension.LOCATION):
        assert numbers.dimension is not None
        yield _values(numbers.dimension, numbers.rows, numbers, lists)


def _places(numbers: Numbers, lists: Lists) -> Part:
    """The locations with the sum of the portals below them, Romaniportti apart."""
    overview = numbers.overview
    named = [(lists.names.value(Dimension.LOCATION, row.code), row) for row in numbers.places]
    plain = values_sheet(heading(Dimension.LOCATION), named, compared_head(overview))
    rows = [
        row if one.code in lists.portals else SheetRow(row.cells, Look.DIM)
        for one, row in zip(numbers.places, plain.rows, strict=True)
    ]
    portals = portals_of(overview, lists)
    if len(portals) > 1:
        amount, before = overview.now.amount, overview.before
        past = (before.amount.visits,) if before else ()
        cells = (_("Together"), *past, amount.persons, amount.visits)
        inside = sum(row.code in lists.portals for row in numbers.places)
        rows.insert(inside, SheetRow(cells, Look.STRONG))
    return Part(
        heading(Dimension.LOCATION),
        _("Visits by location"),
        Sheet(plain.head, tuple(rows)),
        note=_("Romaniportti is a line of its own and in no sum.")
        if len(rows) > len(portals) + 1
        else "",
    )


def _over_time(overview: Overview, lists: Lists) -> Part:
    sheet = stretches_sheet(overview, lists)
    count = len(portals_of(overview, lists))
    first = 1 if count > 1 or overview.compared is None else 2
    before = None
    if overview.compared is not None:
        before = count + 1 if count > 1 else 1
    labels = tuple(name.short for name in stretch_names(overview.period, overview.grain))
    chart = Chart(Kind.STACKED, tuple(range(first, first + count)), before, labels)
    return Part(grain_name(overview.grain), by_grain(overview.grain), sheet, chart)


def _values(dimension: Dimension, rows: tuple[Row, ...], numbers: Numbers, lists: Lists) -> Part:
    overview, name = numbers.overview, heading(dimension)
    named = [(lists.names.value(dimension, row.code), row) for row in rows]
    sheet = values_sheet(name, named, compared_head(overview))
    before = 1 if overview.compared is not None else None
    title = visits_by(dimension)
    note = no_sum() if dimension in NOT_ADDITIVE else ""
    return Part(name, title, sheet, Chart(Kind.RANKS, (len(sheet.head) - 1,), before), note)


def _clock(overview: Overview) -> Part:
    names = weekdays(overview)
    full = {day: name.full for day, name in names.items()}
    sheet = clock_sheet(overview, full, hours(overview))
    labels = tuple(name.short for name in names.values())
    chart = Chart(Kind.HEAT, tuple(range(1, len(sheet.head) - 1)), None, labels)
    title = _("Weekday and hour")
    return Part(title, title, sheet, chart, clock_note(overview))


def _lines(numbers: Numbers, lists: Lists) -> Part:
    figures = numbers.figures
    title = _("Visits by {what}", what=", ".join(map(heading, figures.by)).lower())
    note = "" if adds_up(figures) else no_sum()
    return Part(_p("workbook", "Lines"), title, lines_sheet(figures, lists.names), note=note)
