"""Statistics handed out as a file: read at once, told once, on record, whole or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.documents.public.account import public_account
from app.documents.public.lines import lines_csv as public_csv
from app.documents.statistics.account import Account, file_stem
from app.documents.statistics.lines import lines_csv
from app.documents.statistics.referral_sheet import BY, referral_part
from app.documents.statistics.telling import account
from app.domain.days import local
from app.domain.figures import Amount, Dimension, Question
from app.domain.numbers import Numbers
from app.domain.overview import Overview, Row, Wish
from app.domain.periods import Period
from app.domain.public import FACTS, PublicFigures, breakdown_of
from app.domain.referral_figures import ReferralQuestion
from app.domain.roles import Right, demand
from app.services import overview as overviews
from app.services import publishing, referral_figures, statistics
from app.services.lists import read_lists
from app.services.public_figures import public_figures
from app.services.public_view import public_view
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
    are wanted in a report too. Public unless a person with the right chose `internal`.
    """

    question: Question
    wish: Wish
    dimension: Dimension | None = None
    detailed: bool = True
    internal: bool = False


class Handed(NamedTuple):
    """The file, and how many of its lines are hidden, primary and complementary."""

    path: Path
    hidden: Mapping[str, int]


def order_of(question: Question, internal: bool) -> Order:
    """A question alone, with the overview of its days."""
    wish = Wish(question.period, None, question.locations)
    return Order(question, wish, detailed=bool(question.by), internal=internal)


def file_name(order: Order, form: Form, called: str = "") -> str:
    """The name that the file is offered; it says where the numbers are internal."""
    part = "-".join(called.split())
    return f"{file_stem(order.question.period, order.internal, part)}.{form}"


@told()
def export(
    desk: Desk, order: Order, form: Form, to: Path, progress: Progress = in_silence
) -> Handed:
    """Write the file `to`, which is there whole or stays as it was.

    `progress` is told (done, whole) while visits have to be counted; what it raises ends the work.
    Errors: `no_right`, `location_unknown`, those of `public.breakdown_of`, of `check_target`,
    `disk_full`.
    """
    demand(desk.actor.roles, _right(order))
    check_target(to)
    # The log is written when the unit ends, the file gets its place after that.
    with whole_file(to) as path:
        if not order.internal:
            publish(desk, order.question, order.wish.compared)
        with desk.read() as unit:
            hidden, write = _writer(unit, order, form, progress)
            statistics.log_export(unit, order.question, form, order.internal)
        write(path)
    return Handed(to, hidden)


def publish(desk: Desk, question: Question, *more: Period | None) -> None:
    """Keep the numbers of a public question as they are about to be handed out.

    Errors: `no_right`, `location_unknown`, those of `public.breakdown_of`.
    """
    with desk.write() as unit:
        unit.demand(Right.STATISTICS_PUBLIC)
        breakdown_of(question, unit.today)
        statistics.asked_for(unit, question.locations)
        publishing.hand_out(unit, question.period, *(one for one in more if one is not None))


def _right(order: Order) -> Right:
    return Right.STATISTICS_INTERNAL if order.internal else Right.STATISTICS_PUBLIC


def internal_account(unit: Unit, order: Order, progress: Progress = in_silence) -> Account:
    """The exact numbers of an order in words, as every form of paper has them."""
    figures = statistics.figures(unit, order.question, progress)
    view = overviews.overview(unit, order.wish)
    rows: tuple[Row, ...] = ()
    if order.dimension is not None:
        rows = overviews.breakdown(unit, order.wish, order.dimension)
    places = _places(unit, order.wish, view)
    numbers = Numbers(figures, view, places, order.dimension, rows, order.detailed)
    found = account(numbers, read_lists(unit), made_at(unit))
    asked = ReferralQuestion(order.wish.period, BY, order.wish.locations)
    referred = referral_part(referral_figures.figures(unit, asked), referral_figures.names(unit))
    return found if referred is None else replace(found, parts=(*found.parts, referred))


def public_part(unit: Unit, order: Order) -> tuple[PublicFigures, Account]:
    """The published numbers of an order, by its lines and in words."""
    figures = public_figures(unit, order.question)
    dimension = order.dimension or next(iter(order.question.facts & FACTS.keys()), Dimension.TOPIC)
    view = public_view(unit, order.wish, dimension)
    lines = figures if order.detailed else None
    return figures, public_account(view, lines, read_lists(unit), made_at(unit))


def made_at(unit: Unit) -> datetime:
    """The local wall-clock time of a unit, without its zone: paper has none."""
    return local(unit.now).replace(tzinfo=None, microsecond=0)


def _writer(
    unit: Unit, order: Order, form: Form, progress: Progress
) -> tuple[Mapping[str, int], Callable[[Path], None]]:
    """Read everything now; what is handed back only writes."""
    if form is Form.CSV and order.internal:
        return {}, _text_writer(lines_csv(statistics.figures(unit, order.question, progress)))
    if form is Form.CSV:
        figures = public_figures(unit, order.question)
        return figures.hidden(), _text_writer(public_csv(figures))
    if order.internal:
        return {}, _paper_writer(internal_account(unit, order, progress), form)
    figures, found = public_part(unit, order)
    return figures.hidden(), _paper_writer(found, form)


def _paper_writer(found: Account, form: Form) -> Callable[[Path], None]:
    if form is Form.XLSX:
        from app.documents.workbook import write_workbook

        return lambda path: write_workbook(path, found)
    from app.documents.report.report import write_report

    return lambda path: write_report(path, found)


def _text_writer(text: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(text, "utf-8", newline="")

    return write


def _places(unit: Unit, wish: Wish, view: Overview) -> tuple[Row, ...]:
    """A row for every location asked for, those to which nobody came too."""
    found = {row.code: row for row in overviews.breakdown(unit, wish, Dimension.LOCATION)}
    before = Amount() if wish.compared is not None else None
    return tuple(found.get(code, Row(code, Amount(), before)) for code in view.locations)
