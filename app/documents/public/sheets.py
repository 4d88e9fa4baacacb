"""Public numbers as tables; a number that is hidden stands there as its mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.documents.sheet import Cell, InTime, Look, Sheet, SheetRow
from app.documents.statistics.clock import hours, weekdays
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    compared_head,
    grain_name,
    period_name,
    stretch_names,
)
from app.domain.disclosure.publications import together
from app.domain.figures import Dimension
from app.domain.hidden import Count
from app.domain.periods import stretches
from app.domain.public import PublicRow, PublicView
from app.localization import _, _p


def portals_of(view: PublicView, lists: Lists) -> list[str]:
    """The locations of the sum."""
    return [code for code in view.locations if code in lists.portals]


def whole_sheet(view: PublicView, lists: Lists) -> Sheet:
    """Locations by stretches, their sum, what was before, and Romaniportti by its yearly total."""
    portals = portals_of(view, lists)
    rows = [
        SheetRow((lists.short(code), *(bar.visits[code] for bar in view.bars), place.visits))
        for code, place in zip(portals, view.places, strict=True)
    ]
    if len(portals) > 1:
        sums = (bar.together for bar in view.bars)
        rows.append(SheetRow((_("Together"), *sums, view.visits), Look.STRONG))
    if portals and view.compared is not None:
        past = (bar.before for bar in view.bars)
        rows.append(SheetRow((period_name(view.compared), *past, view.before), Look.DIM))
    for code in view.locations:
        if code not in portals:
            none = (None for _bar in view.bars)
            rows.append(SheetRow((lists.short(code), *none, view.romaniportti), Look.DIM))
    names = stretch_names(view.period, view.grain)
    return Sheet((_("Location"), *(name.short for name in names), _("Total")), tuple(rows))


def stretches_sheet(view: PublicView, lists: Lists) -> Sheet:
    """Stretches by locations, for the chart over time."""
    portals = portals_of(view, lists)
    several, compared = len(portals) > 1, view.compared is not None
    places = tuple(lists.short(code) for code in portals)
    before = (compared_head(view),) if compared else ()
    head = (*places, *before, _("Together")) if several else (*before, *places)
    rows = []
    parts, names = stretches(view.period, view.grain), stretch_names(view.period, view.grain)
    for part, name, bar in zip(parts, names, view.bars, strict=True):
        visits = [bar.visits[code] for code in portals]
        past = (bar.before,) if compared else ()
        cells = (*visits, *past, bar.together) if several else (*past, *visits)
        rows.append(SheetRow((InTime(view.grain, part, name.full), *cells)))
    return Sheet((grain_name(view.grain), *head), tuple(rows))


def values_sheet(first: str, named: Iterable[tuple[str, PublicRow]], compared: str) -> Sheet:
    """Visits of each value, and what was before; `compared` "" where nothing is compared."""
    rows = [
        SheetRow((name, *((row.before,) if compared else ()), row.visits)) for name, row in named
    ]
    return Sheet((first, *((compared,) if compared else ()), _("Visits")), tuple(rows))


def places_sheet(view: PublicView, lists: Lists, heading: str) -> Sheet:
    """The locations with the sum of the portals below them, Romaniportti apart."""
    portals, names = portals_of(view, lists), lists.names
    compared = compared_head(view)

    def cells(name: str, before: Count | None, visits: Count | None) -> tuple[Cell, ...]:
        return (name, *((before,) if compared else ()), visits)

    rows = [
        SheetRow(cells(names.value(Dimension.LOCATION, code), place.before, place.visits))
        for code, place in zip(portals, view.places, strict=True)
    ]
    if len(portals) > 1:
        rows.append(SheetRow(cells(_("Together"), view.before, view.visits), Look.STRONG))
    for code in view.locations:
        if code not in portals:
            name = names.value(Dimension.LOCATION, code)
            apart = cells(name, view.romaniportti_before, view.romaniportti)
            rows.append(SheetRow(apart, Look.DIM))
    return Sheet((heading, *((compared,) if compared else ()), _("Visits")), tuple(rows))


def clock_sheet(view: PublicView) -> Sheet:
    """Weekdays by hours; a closed hour says nothing."""
    columns: Sequence[int] = hours(view)
    rows = []
    for weekday, name in weekdays(view).items():
        cells = [(weekday, hour) for hour in columns]
        visits = [view.clock.get(cell, 0 if cell in view.open_hours else None) for cell in cells]
        total = together([count for count in visits if count is not None])
        rows.append(SheetRow((name.full, *visits, total)))
    head = (_p("statistics", "Weekday"), *(str(hour) for hour in columns), _("Total"))
    return Sheet(head, tuple(rows))
