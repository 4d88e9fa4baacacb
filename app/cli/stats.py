"""`stats`: visits and persons of a period, by whatever is asked."""

import io
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.documents.csv import csv_text
from app.domain.figures import NOT_ADDITIVE, Amount, Dimension, Figures, Question
from app.domain.periods import Period
from app.figure_names import Names, heading
from app.localization import _

if TYPE_CHECKING:
    from app.services.unit import Unit

NAME: Final = "stats"


def summary() -> str:
    return _(
        "Prints how many visits and persons there were from one day to another, both counted. "
        "Romaniportti is a line of its own and in no sum. Weekdays are 1 (Monday) to 7; topic is "
        "the main topic. A visit counts once in each of its topics (any_topic) and outcomes, so "
        "that these do not add up to the total."
    )


def add_arguments(parser: ArgumentParser) -> None:
    add_sign_in(parser)
    parser.add_argument(
        "--from", dest="first", type=_day, required=True, metavar="DATE", help=_("the first day")
    )
    parser.add_argument(
        "--to", dest="last", type=_day, required=True, metavar="DATE", help=_("the last day")
    )
    parser.add_argument(
        "--location",
        action="append",
        default=[],
        metavar="CODE",
        help=_("only this portal location; may stand several times"),
    )
    parser.add_argument(
        "--by",
        type=_dimensions,
        default=(),
        metavar="LIST",
        help=_("one or several, with commas: {names}", names=", ".join(Dimension)),
    )
    parser.add_argument(
        "--internal",
        action="store_true",
        required=True,
        help=_("exact numbers, for use within the unit only"),
    )
    add_format(parser, "csv")
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("write to this file"))


def run(arguments: Namespace) -> int:
    from app.services import statistics

    period = Period(arguments.first, arguments.last)
    question = Question(period, arguments.by, tuple(arguments.location))
    with open_desk(arguments) as desk:
        with desk.read() as unit:
            answer = statistics.figures(unit, question, _progress)
            names = _names(unit)
            statistics.log_export(unit, question, arguments.format)
        _hand_out(_written(answer, names, arguments.format), arguments.out)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is not a day such as 2026-11-24", text=text)) from None


def _dimensions(text: str) -> tuple[Dimension, ...]:
    try:
        return tuple(Dimension(name.strip()) for name in text.split(","))
    except ValueError:
        names = ", ".join(Dimension)
        raise ArgumentTypeError(_("“{text}” is not of: {names}", text=text, names=names)) from None


def _names(unit: "Unit") -> Names:
    from app.services import chips, places

    locations = {location.code: location for location in places.locations(unit)}
    return Names(locations, chips.reference(unit))


def _progress(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{whole}", end="" if done < whole else "\n", file=sys.stderr, flush=True)


def _hand_out(text: str, target: Path | None) -> None:
    """Print the text, or put it into a file that is never there half."""
    if target is None:
        print(text, end="")
        return
    from app.store.file_place import write_whole

    write_whole(target, text.encode())


def _written(answer: Figures, names: Names, form: str) -> str:
    if form == "csv":
        headings = [*answer.by, "visits", "persons", "internal"]
        lines = ((*one.values, *_pair(one.amount), "true") for one in answer.lines)
        return csv_text(headings, lines)
    out = io.StringIO()
    with redirect_stdout(out):
        if form == "json":
            print_json(_object(answer))
        else:
            _print_for_people(answer, names)
    return out.getvalue()


def _object(answer: Figures) -> dict[str, Any]:
    total: dict[str, Any] = _amount(answer.portals)
    if answer.romaniportti is not None:
        total["romaniportti"] = _amount(answer.romaniportti)
    return {
        "from": answer.question.period.first.isoformat(),
        "to": answer.question.period.last.isoformat(),
        "internal": True,
        "adds_up": _adds_up(answer),
        "rows": [
            dict(zip(answer.by, line.values, strict=True)) | _amount(line.amount)
            for line in answer.lines
        ],
        "total": total,
    }


def _print_for_people(answer: Figures, names: Names) -> None:
    by = answer.by or (Dimension.LOCATION,)
    rows: list[list[object]] = [
        [*map(names.value, by, line.values), *_pair(line.amount)]
        for line in answer.lines
        if answer.by
    ]
    blank = [""] * (len(by) - 1)
    rows += [[title, *blank, *_pair(amount)] for title, amount in _totals(answer)]
    print(_("Internal: exact numbers, not for publication"))
    print_table([*map(heading, by), _("Visits"), _("Persons")], rows)
    if not _adds_up(answer):
        print(_("A visit can stand in several lines; they do not add up to the total."))


def _totals(answer: Figures) -> list[tuple[str, Amount]]:
    sums = [(_("Total") if answer.question.locations else _("The three portals"), answer.portals)]
    if answer.romaniportti is not None:
        sums.append((_("Romaniportti, apart"), answer.romaniportti))
    return sums


def _adds_up(answer: Figures) -> bool:
    return NOT_ADDITIVE.isdisjoint(answer.by)


def _amount(amount: Amount) -> dict[str, int]:
    return {"visits": amount.visits, "persons": amount.persons}


def _pair(amount: Amount) -> tuple[int, int]:
    return amount.visits, amount.persons
