"""The numbers of an overview as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.documents.sheet import InTime, Look, Sheet, SheetRow
from app.documents.statistics.lists import Lists
from app.documents.statistics.period_names import (
    compared_head,
    grain_name,
    period_name,
    stretch_names,
)
from app.domain.figures import NOT_ADDITIVE
from app.domain.overview import Cross, Overview, Row
from app.domain.periods import stretches
from app.localization import _, _p
from app.words.figures import heading


def whole_sheet(overview: Overview, lists: Lists) -> Sheet:
    """Locations by stretches: the sum of the portals, what was before, Romaniportti apart."""
    names = stretch_names(overview.period, overview.grain)
    portals = [code for code in overview.locations if code in lists.portals]
    rows = [_location_row(overview, lists, code, Look.PLAIN) for code in portals]
    if len(portals) > 1:
        sums = [sum(bar.visits[code] for code in portals) for bar in overview.bars]
        rows.append(SheetRow((_("Together"), *sums, sum(sums)), Look.STRONG))
    if portals and overview.compared is not None and overview.before is not None:
        past = [bar.before for bar in overview.bars]
        total = overview.before.amount.visits
        rows.append(SheetRow((period_name(overview.compared), *past, total), Look.DIM))
    for code in overview.locations:
        if code not in lists.portals:
            rows += _apart_rows(overview, lists, code)
    head = (_("Location"), *(name.short for name in names), _("Total"))
    return Sheet(head, tuple(rows))


def stretches_sheet(overview: Overview, lists: Lists) -> Sheet:
    """Stretches by locations, for the chart over time."""
    portals = [code for code in overview.locations if code in lists.portals]
    names = stretch_names(overview.period, overview.grain)
    compared = () if overview.compared is None else (compared_head(overview),)
    several = len(portals) > 1
    places = tuple(lists.short(code) for code in portals)
    head = (*places, *compared, _("Together")) if several else (*compared, *places)
    rows = []
    parts = stretches(overview.period, overview.grain)
    for part, name, bar in zip(parts, names, overview.bars, strict=True):
        visits = [bar.visits[code] for code in portals]
        before = (bar.before,) if compared else ()
        cells = (*visits, *before, sum(visits)) if several else (*before, *visits)
        rows.append(SheetRow((InTime(overview.grain, part, name.full), *cells)))
    return Sheet((grain_name(overview.grain), *head), tuple(rows))


def values_sheet(first: str, named: Iterable[tuple[str, Row]], compared: str) -> Sheet:
    """A breakdown: visits and persons of each value, and what was before."""
    rows = []
    for name, row in named:
        before = (row.before.visits if row.before else 0,) if compared else ()
        rows.append(SheetRow((name, *before, row.amount.persons, row.amount.visits)))
    head = (first, *((compared,) if compared else ()), _("Persons"), _("Visits"))
    return Sheet(head, tuple(rows))


def clock_sheet(overview: Overview, weekdays: Mapping[int, str], hours: Sequence[int]) -> Sheet:
    """Weekdays by hours; a closed hour says nothing."""
    rows = []
    for weekday, name in weekdays.items():
        cells = [(weekday, hour) for hour in hours]
        visits = [
            overview.clock.get(cell, 0 if cell in overview.open_hours else None) for cell in cells
        ]
        rows.append(SheetRow((name, *visits, sum(count or 0 for count in visits))))
    head = (_p("statistics", "Weekday"), *(str(hour) for hour in hours), _("Total"))
    return Sheet(head, tuple(rows))


def cross_sheet(cross: Cross, lists: Lists) -> Sheet:
    """Two breakdowns against each other, each row with its sum where its values add up."""
    adds_up = cross.columns not in NOT_ADDITIVE
    head = [
        f"{heading(cross.rows)} / {heading(cross.columns)}",
        *(lists.short_value(cross.columns, code) for code in cross.column_codes),
    ]
    rows = []
    for row in cross.row_codes:
        found = [cross.cells.get((row, column)) for column in cross.column_codes]
        visits = [amount.visits if amount else 0 for amount in found]
        total = (sum(visits),) if adds_up else ()
        rows.append(SheetRow((lists.names.value(cross.rows, row), *visits, *total)))
    return Sheet((*head, *((_("Total"),) if adds_up else ())), tuple(rows), sums=adds_up)


def _location_row(overview: Overview, lists: Lists, code: str, look: Look) -> SheetRow:
    visits = [bar.visits[code] for bar in overview.bars]
    return SheetRow((lists.short(code), *visits, sum(visits)), look)


def _apart_rows(overview: Overview, lists: Lists, code: str) -> list[SheetRow]:
    """Romaniportti, and in all what it had before."""
    rows, before = [_location_row(overview, lists, code, Look.DIM)], overview.romaniportti_before
    if before is not None and overview.compared is not None:
        name = f"{lists.short(code)} {period_name(overview.compared)}"
        rows.append(SheetRow((name, *(None for _bar in overview.bars), before.visits), Look.DIM))
    return rows
