"""The lines of a public answer, as a table for people and in codes for programs."""

from __future__ import annotations

from app.documents.csv import csv_text
from app.documents.sheet import Sheet, SheetRow
from app.documents.statistics.lines import named
from app.domain.hidden import Hidden
from app.domain.public import PublicFigures
from app.localization import _
from app.words.figures import Names, heading


def lines_sheet(figures: PublicFigures, names: Names) -> Sheet:
    """A column for each dimension, then visits or their mark."""
    rows = ((*named(figures.by, line.values, names), line.visits) for line in figures.lines)
    head = (*map(heading, figures.by), _("Visits"))
    return Sheet(head, tuple(map(SheetRow, rows)), sums=False, names=len(figures.by))


def lines_csv(figures: PublicFigures) -> str:
    """The same in codes: a hidden number is empty, with why, and between which it lies."""
    head = [*figures.by, "visits", "hidden", "least", "most", "internal"]
    rows = []
    for line in figures.lines:
        rows.append((*line.values, *_told(line.visits), "false"))
    return csv_text(head, rows)


def _told(one: int | Hidden) -> tuple[int | str | None, ...]:
    if isinstance(one, Hidden):
        return None, one.kind, one.least, one.most
    return one, None, None, None


def totals(figures: PublicFigures) -> list[tuple[str, int | Hidden]]:
    """The sum of the portals asked for, and Romaniportti apart where it has its yearly number."""
    title = _("Total") if figures.question.locations else _("The three portals")
    sums: list[tuple[str, int | Hidden]] = [(title, figures.portals)]
    if figures.romaniportti is not None:
        sums.append((_("Romaniportti, apart"), figures.romaniportti))
    return sums
