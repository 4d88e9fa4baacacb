"""Exact figures on the screen: a table for people, JSON and CSV for programs."""

from typing import Any

from app.cli.output import print_json, print_table, printed
from app.documents.sheet import written
from app.documents.statistics.account import internal_mark
from app.documents.statistics.lines import adds_up, lines_csv, lines_sheet, no_sum, totals
from app.domain.figures import Amount, Dimension, Figures
from app.localization import _
from app.words.figures import Names, heading


def internal_text(answer: Figures, names: Names, form: str) -> str:
    """The answer as `csv`, `json` or a table."""
    if form == "csv":
        return lines_csv(answer)
    if form == "json":
        return printed(lambda: print_figures_json(answer))
    return printed(lambda: print_figures_table(answer, names))


def print_figures_json(answer: Figures) -> None:
    """One object, as the architecture says."""
    total: dict[str, Any] = _amount(answer.portals)
    if answer.romaniportti is not None:
        total["romaniportti"] = _amount(answer.romaniportti)
    print_json(
        {
            "from": answer.question.period.first.isoformat(),
            "to": answer.question.period.last.isoformat(),
            "internal": True,
            "adds_up": adds_up(answer),
            "rows": [
                {**dict(zip(answer.by, line.values, strict=True)), **_amount(line.amount)}
                for line in answer.lines
            ],
            "total": total,
        }
    )


def print_figures_table(answer: Figures, names: Names) -> None:
    """The lines by their names, and the sums below."""
    by = answer.by or (Dimension.LOCATION,)
    rows: list[list[object]] = []
    if answer.by:
        for line in lines_sheet(answer, names).rows:
            cells = [cell if isinstance(cell, int) else written(cell) for cell in line.cells]
            rows.append([*cells])
    blank = [""] * (len(by) - 1)
    rows += [[title, *blank, one.visits, one.persons] for title, one in totals(answer)]
    print(internal_mark())
    print_table([*map(heading, by), _("Visits"), _("Persons")], rows)
    if not adds_up(answer):
        print(no_sum())


def _amount(amount: Amount) -> dict[str, int]:
    return {"visits": amount.visits, "persons": amount.persons}
