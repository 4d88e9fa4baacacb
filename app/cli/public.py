"""Public figures on the screen: a table for people, JSON and CSV for programs."""

from typing import Any

from app.cli.output import print_json, print_table, printed
from app.documents.public.lines import lines_csv, lines_sheet, totals
from app.documents.sheet import written
from app.documents.statistics.lines import no_sum
from app.domain.figures import NOT_ADDITIVE, Dimension
from app.domain.hidden import Count, Hidden
from app.domain.public import PublicFigures
from app.localization import _
from app.words.figures import Names, heading


def public_text(answer: PublicFigures, names: Names, form: str) -> str:
    """The answer as `csv`, `json` or a table."""
    if form == "csv":
        return lines_csv(answer)
    if form == "json":
        return printed(lambda: _print_json(answer))
    return printed(lambda: _print_table(answer, names))


def _print_json(answer: PublicFigures) -> None:
    total = _count(answer.portals)
    if answer.romaniportti is not None:
        total["romaniportti"] = _count(answer.romaniportti)
    print_json(
        {
            "from": answer.question.period.first.isoformat(),
            "to": answer.question.period.last.isoformat(),
            "internal": False,
            "adds_up": NOT_ADDITIVE.isdisjoint(answer.by),
            "rows": [
                {**dict(zip(answer.by, line.values, strict=True)), **_count(line.visits)}
                for line in answer.lines
            ],
            "total": total,
            "hidden_cells": answer.hidden(),
        }
    )


def _count(count: Count) -> dict[str, Any]:
    """Persons are not published; of a hidden number, between which it lies."""
    if isinstance(count, Hidden):
        between = {"least": count.least, "most": count.most}
        return {"visits": None, "persons": None, "hidden": count.kind, **between}
    return {"visits": count, "persons": None}


def _print_table(answer: PublicFigures, names: Names) -> None:
    by = answer.by or (Dimension.LOCATION,)
    rows: list[list[object]] = []
    if answer.by:
        for line in lines_sheet(answer, names).rows:
            rows.append([written(cell) for cell in line.cells])
    blank = [""] * (len(by) - 1)
    rows += [[title, *blank, written(count)] for title, count in totals(answer)]
    print_table([*map(heading, by), _("Visits")], rows)
    if not NOT_ADDITIVE.isdisjoint(answer.by):
        print(no_sum())
