"""Statistics handed out as a file: read at once, told once, on record, whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.documents.statistics.account import Account, file_stem
from app.documents.statistics.lines import lines_csv
from app.documents.statistics.telling import account
from app.domain.days import local
from app.domain.figures import Amount, Dimension, Figures, Question
from app.domain.numbers import Numbers
from app.domain.overview import Overview, Row, Wish
from app.domain.roles import Right, demand
from app.services import overview as overviews
from app.services import statistics
from app.services.lists import read_lists
from app.services.statistics import Progress, in_silence
from app.services.target import check_target, whole_file
from app.services.unit import Desk, Unit
from app.store.trouble import told


class Form(StrEnum):
    """The kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be handed out: the answer to `question`, and the overview of `wish` around it.

    `dimension` is a breakdown that is shown beside; `detailed` says that the lines of the answer
    are wanted in a report too.
    """

    question: Question
    wish: Wish
    dimension: Dimension | None = None
    detailed: bool = True


def order_of(question: Question) -> Order:
    """A question alone, with the overview of its days."""
    wish = Wish(question.period, None, question.locations)
    return Order(question, wish, detailed=bool(question.by))


def file_name(order: Order, form: Form, called: str = "") -> str:
    """The name that the file is offered; it says that the numbers are internal."""
    part = "-".join(called.split())
    return f"{file_stem(order.question.period, internal=True, part=part)}.{form}"


@told()
def export(desk: Desk, order: Order, form: Form, to: Path, progress: Progress = in_silence) -> Path:
    """Write the file `to`, which is there whole or stays as it was.

    `progress` is told (done, whole) while visits have to be counted; what it raises ends the work.
    Errors: `no_right`, `location_unknown`, those of `check_target`, `disk_full`.
    """
    demand(desk.actor.roles, Right.STATISTICS_INTERNAL)
    check_target(to)
    # The log is written when the unit ends, the file gets its place after that.
    with whole_file(to) as path:
        with desk.read() as unit:
            write = _writer(unit, order, form, progress)
            statistics.log_export(unit, order.question, form)
        write(path)
    return to


def read_account(unit: Unit, order: Order, progress: Progress = in_silence) -> Account:
    """The numbers of an order in words, as every form of paper has them."""
    figures = statistics.figures(unit, order.question, progress)
    view = overviews.overview(unit, order.wish)
    rows: tuple[Row, ...] = ()
    if order.dimension is not None:
        rows = overviews.breakdown(unit, order.wish, order.dimension)
    places = _places(unit, order.wish, view)
    numbers = Numbers(figures, view, places, order.dimension, rows, order.detailed)
    return account(numbers, read_lists(unit), made_at(unit))


def made_at(unit: Unit) -> datetime:
    """The local wall-clock time of a unit, without its zone: paper has none."""
    return local(unit.now).replace(tzinfo=None, microsecond=0)


def _writer(unit: Unit, order: Order, form: Form, progress: Progress) -> Callable[[Path], None]:
    """Read everything now; what is handed back only writes."""
    if form is Form.CSV:
        return _csv_writer(statistics.figures(unit, order.question, progress))
    found = read_account(unit, order, progress)
    if form is Form.XLSX:
        from app.documents.workbook import write_workbook

        return lambda path: write_workbook(path, found)
    from app.documents.report.report import write_report

    return lambda path: write_report(path, found)


def _csv_writer(figures: Figures) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(lines_csv(figures), "utf-8", newline="")

    return write


def _places(unit: Unit, wish: Wish, view: Overview) -> tuple[Row, ...]:
    """A row for every location asked for, those to which nobody came too."""
    found = {row.code: row for row in overviews.breakdown(unit, wish, Dimension.LOCATION)}
    before = Amount() if wish.compared is not None else None
    return tuple(found.get(code, Row(code, Amount(), before)) for code in view.locations)
