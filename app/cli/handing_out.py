"""Statistics to the screen or into a file."""

import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli import progress
from app.cli.figures import print_figures_json, print_figures_table
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.figures import Figures, Question
from app.domain.saved_report import SavedReport
from app.localization import _n

if TYPE_CHECKING:
    from app.figure_names import Names
    from app.services.unit import Desk

FILES: Final = ("xlsx", "pdf")


def hand_out(desk: "Desk", report: SavedReport, form: str, out: Path | None) -> None:
    """A workbook or a report, whose path is printed; all else to the screen or into `out`."""
    question = report.question(local_day(desk.clock()))
    if form not in FILES:
        _print_out(desk, question, form, out)
        return
    from app.services.exports import Form, export, file_name, order_of

    order, kind = order_of(question), Form(form)
    to = _target(out, file_name(order, kind, report.name))
    export(desk, order, kind, to, progress.show)
    print(to)


def hand_out_rows(desk: "Desk", report: SavedReport, form: str, out: Path | None) -> None:
    """The visits one by one; the path and how many they are is printed.

    Errors: `rows_need_file_form` for any form but csv and xlsx.
    """
    from app.services.exports import Form
    from app.services.visit_rows import export_rows, rows_file_name

    if form not in (Form.CSV, Form.XLSX):
        raise Refused("rows_need_file_form")
    question, kind = report.question(local_day(desk.clock())), Form(form)
    to = _target(out, rows_file_name(question.period, kind))
    count = export_rows(desk, question.period, question.locations, kind, to, progress.show)
    print(to)
    print(_n("{n} visit", "{n} visits", count))


def _print_out(desk: "Desk", question: Question, form: str, out: Path | None) -> None:
    """A table, JSON or CSV, to the screen or into the file `out`."""
    from app.services import statistics
    from app.services.lists import read_lists
    from app.services.target import check_target, whole_file

    with desk.read() as unit:
        answer = statistics.figures(unit, question, progress.show)
        if out is not None:
            check_target(out)
        names = read_lists(unit).names
        statistics.log_export(unit, question, form)
    text = _text(answer, names, form)
    if out is None:
        print(text, end="")
        return
    with whole_file(out) as path:
        path.write_text(text, "utf-8", newline="")


def _target(out: Path | None, name: str) -> Path:
    """The file that was named, or one of this name in the folder that was named, or here."""
    if out is None:
        return Path.cwd() / name
    return (out / name if out.is_dir() else out).absolute()


def _text(answer: Figures, names: "Names", form: str) -> str:
    from app.documents.statistics.lines import lines_csv

    if form == "csv":
        return lines_csv(answer)
    out = io.StringIO()
    with redirect_stdout(out):
        if form == "json":
            print_figures_json(answer)
        else:
            print_figures_table(answer, names)
    return out.getvalue()
