"""Statistics to the screen or into a file."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli import progress
from app.cli.figures import internal_text
from app.cli.public import public_text
from app.domain.days import local_day
from app.domain.errors import Refused
from app.domain.figures import Question
from app.domain.saved_report import SavedReport
from app.localization import _, _n

if TYPE_CHECKING:
    from app.services.unit import Desk, Unit
    from app.words.figures import Names

FILES: Final = ("xlsx", "pdf")
ENDINGS: Final = {"table": "txt"}


def hand_out(desk: "Desk", report: SavedReport, form: str, out: Path | None) -> None:
    """A workbook or a report, whose path is printed; all else to the screen or into `out`."""
    if form not in FILES:
        _print_out(desk, report, form, out)
        return
    from app.services.exports import Form, export, file_name, order_of

    question = report.question(local_day(desk.clock()))
    order, kind = order_of(question, report.internal), Form(form)
    to = target(out, file_name(order, kind, report.name))
    _tell_hidden(export(desk, order, kind, to, progress.show).hidden)
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
    to = target(out, rows_file_name(question.period, kind))
    count = export_rows(desk, question.period, question.locations, kind, to, progress.show)
    print(to)
    print(_n("{n} visit", "{n} visits", count))


def take_corrections(desk: "Desk", report: SavedReport) -> None:
    """Let the public numbers of the years asked for be handed out anew."""
    from app.services import publishing

    period = report.question(local_day(desk.clock())).period
    for year in range(period.first.year, period.last.year + 1):
        with desk.write() as unit:
            publishing.take_corrections(unit, year)
        print(_("The public numbers of {year} are handed out anew from now on.", year=year))


def _print_out(desk: "Desk", report: SavedReport, form: str, out: Path | None) -> None:
    """A table, JSON or CSV, to the screen or into the file or the folder `out`."""
    from app.documents.statistics.account import file_stem
    from app.services import exports, statistics
    from app.services.lists import read_lists
    from app.services.target import check_target

    question, internal = report.question(local_day(desk.clock())), report.internal
    to = None
    if out is not None:
        stem = file_stem(question.period, internal, "-".join(report.name.split()))
        to = target(out, f"{stem}.{ENDINGS.get(form, form)}")
        check_target(to)
    if not internal:
        exports.publish(desk, question)
    with desk.read() as unit:
        text, hidden = _text(unit, question, form, read_lists(unit).names, internal)
        statistics.log_export(unit, question, form, internal)
    _tell_hidden(hidden)
    put(text, to, out)


def put(text: str, to: Path | None, asked: Path | None) -> None:
    """To the screen, or into the file `to`, whose path is told where only its folder was said."""
    from app.services.target import whole_file

    if to is None:
        print(text, end="")
        return
    with whole_file(to) as path:
        path.write_text(text, "utf-8", newline="")
    if to.name != getattr(asked, "name", ""):
        print(to)


def target(out: Path | None, name: str) -> Path:
    """The file that was named, or one of this name in the folder that was named, or here."""
    if out is None:
        return Path.cwd() / name
    return (out / name if out.is_dir() else out).absolute()


def _tell_hidden(hidden: Mapping[str, int]) -> None:
    """Beside what is handed out, so that no file and no program gets it among the numbers."""
    if hidden:
        print(
            _(
                "Hidden: {primary} primary and {complementary} complementary cells.",
                primary=hidden["primary"],
                complementary=hidden["complementary"],
            ),
            file=sys.stderr,
        )


def _text(
    unit: "Unit", question: Question, form: str, names: "Names", internal: bool
) -> tuple[str, Mapping[str, int]]:
    """What is printed, and how many cells of it are hidden."""
    if internal:
        from app.services.statistics import figures

        return internal_text(figures(unit, question, progress.show), names, form), {}
    from app.services.public_figures import public_figures

    told = public_figures(unit, question)
    return public_text(told, names, form), told.hidden()
