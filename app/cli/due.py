"""`due`: plans by when their reviews are due."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.domain.days import local_day
from app.domain.isolates import named
from app.localization import _, current
from app.words.reviews import state_word

if TYPE_CHECKING:
    from app.domain.clock.due_list import DueLine, DueQuestion
    from app.services.unit import Desk

NAME: Final = "due"


def summary() -> str:
    return _(
        "Prints the plans whose review is due, the soonest first: always those that are overdue or "
        "have expired, and with --within those that are due within so many days. json has the ids "
        "of client and plan, the day, the state, who is responsible, and the rule of the day."
    )


def add_arguments(parser: ArgumentParser) -> None:
    add_sign_in(parser)
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DATE",
        help=_(
            "as it stands on this day, as 2026-11-24; today if it is left out. Of a past day it is "
            "told what is recorded now, later reviews included"
        ),
    )
    parser.add_argument(
        "--within",
        type=int,
        default=0,
        metavar="DAYS",
        help=_("what is due within so many days too"),
    )
    add_format(parser, "csv", "ics")
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("write csv or ics to this file"))


def run(arguments: Namespace) -> int:
    with open_desk(arguments) as desk:
        question = _question(desk, arguments)
        if arguments.format in ("csv", "ics"):
            _hand_out(desk, question, arguments.format, arguments.out)
        else:
            _print(desk, question, arguments.format)
    return 0


def _question(desk: "Desk", arguments: Namespace) -> "DueQuestion":
    from app.domain.clock.due_list import DueQuestion

    return DueQuestion(arguments.on or local_day(desk.clock()), arguments.within)


def _hand_out(desk: "Desk", question: "DueQuestion", form: str, out: Path | None) -> None:
    from app.services.due_files import due_calendar, due_table
    from app.services.target import check_target, whole_file

    if out is not None:
        check_target(out)

    with desk.read() as unit:
        if form == "csv":
            content = due_table(unit, question).encode("utf-8")
        else:
            content = due_calendar(unit, question)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    with whole_file(out) as place:
        place.write_bytes(content)
    print(out)


def _print(desk: "Desk", question: "DueQuestion", form: str) -> None:
    from app.services import due

    with desk.read() as unit:
        lines = due.listed(unit, question)
    if form == "json":
        print_json([_packed(line) for line in lines])
    else:
        _print_table(lines)


def _packed(line: "DueLine") -> dict[str, Any]:
    return {
        "client": str(line.client),
        "plan": str(line.plan),
        "due": line.due.day.isoformat(),
        "state": line.state,
        "on_leave": line.on_leave,
        "responsible": line.body,
        "rule": line.due.rule,
    }


def _print_table(lines: "list[DueLine]") -> None:
    if not lines:
        print(_("No review is due."))
        return
    rows = [
        (
            current().full_date(line.due.day),
            state_word(line.state),
            line.number,
            named(line.name),
            current().full_date(line.last_day),
        )
        for line in lines
    ]
    print_table((_("Due"), _("State"), _("Number"), _("Name"), _("Plan ends")), rows)
