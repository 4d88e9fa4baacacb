"""The lines of an answer as a table, one number of visits and one of persons in each."""

from collections.abc import Sequence

from app.documents.csv import csv_text
from app.documents.sheet import Cell, InTime, Sheet, SheetRow
from app.documents.statistics.period_names import time_name
from app.domain.figures import NOT_ADDITIVE, Amount, Dimension, Figures, Value
from app.domain.periods import Grain, stretch_of
from app.localization import _
from app.words.figures import Names, heading

_GRAINS = {Dimension(grain.value): grain for grain in Grain}


def lines_sheet(figures: Figures, names: Names) -> Sheet:
    """A column for each dimension, then visits and persons; no sums, so that it can be filtered."""
    rows = (
        (*named(figures.by, line.values, names), line.amount.visits, line.amount.persons)
        for line in figures.lines
    )
    head = (*map(heading, figures.by), _("Visits"), _("Persons"))
    return Sheet(head, tuple(map(SheetRow, rows)), sums=False, names=len(figures.by))


def lines_csv(figures: Figures) -> str:
    """The same in codes, for programs: the same columns in every language."""
    head = [*figures.by, "visits", "persons", "internal"]
    rows = (
        (*line.values, line.amount.visits, line.amount.persons, "true") for line in figures.lines
    )
    return csv_text(head, rows)


def totals(figures: Figures) -> list[tuple[str, Amount]]:
    """The sum of the portals asked for, and Romaniportti apart if it was asked for."""
    sums = [(_("Total") if figures.question.locations else _("The three portals"), figures.portals)]
    if figures.romaniportti is not None:
        sums.append((_("Romaniportti, apart"), figures.romaniportti))
    return sums


def adds_up(figures: Figures) -> bool:
    """Whether the lines of the portals make their total."""
    return NOT_ADDITIVE.isdisjoint(figures.by)


def no_sum() -> str:
    """What is said where the lines do not."""
    return _("A visit can stand in several lines; they do not add up to the total.")


def named(by: Sequence[Dimension], values: Sequence[Value], names: Names) -> list[Cell]:
    """The values of a line as cells."""
    return [_cell(one, value, names) for one, value in zip(by, values, strict=True)]


def _cell(dimension: Dimension, value: Value, names: Names) -> Cell:
    grain = _GRAINS.get(dimension)
    if grain is None:
        return names.value(dimension, value)
    period = stretch_of(grain, str(value))
    return InTime(grain, period, time_name(grain, period))
