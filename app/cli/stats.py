"""`stats`: visits and persons of a period, by whatever is asked."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import Final

from app.cli.handing_out import FILES, hand_out, hand_out_rows, print_out
from app.cli.options import add_format, add_sign_in, open_desk
from app.domain.figures import Dimension, Question
from app.domain.periods import Period
from app.localization import _

NAME: Final = "stats"
FIGURES, ROWS = "figures", "rows"


def summary() -> str:
    return _(
        "Prints how many visits and persons there were from one day to another, both counted. "
        "Romaniportti is a line of its own and in no sum. Weekdays are 1 (Monday) to 7; topic is "
        "the main topic. A visit counts once in each of its topics (any_topic) and outcomes, so "
        "that these do not add up to the total. xlsx and pdf are files, with charts, tables and "
        "what they mean, and the name of the file is printed."
    )


def add_arguments(parser: ArgumentParser) -> None:
    add_sign_in(parser)
    parser.add_argument(
        "what",
        nargs="?",
        choices=(FIGURES, ROWS),
        default=FIGURES,
        help=_(
            "rows: the visits one by one, without notes, into a file (csv or xlsx); Romaniportti "
            "only if it is named"
        ),
    )
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
    add_format(parser, "csv", "xlsx", "pdf")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=_("write to this file; in a folder the file gets a name that says what is in it"),
    )


def run(arguments: Namespace) -> int:
    period = Period(arguments.first, arguments.last)
    question = Question(period, arguments.by, tuple(arguments.location))
    with open_desk(arguments) as desk:
        if arguments.what == ROWS:
            hand_out_rows(desk, question, arguments.format, arguments.out)
        elif arguments.format in FILES:
            hand_out(desk, question, arguments.format, arguments.out)
        else:
            print_out(desk, question, arguments.format, arguments.out)
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
