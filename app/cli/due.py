"""`due`: plans by when their reviews are due."""

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.domain.days import local_day
from app.domain.isolates import named
from app.localization import _, current
from app.words.reviews import state_word

if TYPE_CHECKING:
    from app.domain.clock.due_list import DueLine
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
        help=_("as it stands on this day, as 2026-11-24; today if it is left out"),
    )
    parser.add_argument(
        "--within",
        type=int,
        default=0,
        metavar="DAYS",
        help=_("what is due within so many days too"),
    )
    add_format(parser)


def run(arguments: Namespace) -> int:
    with open_desk(arguments) as desk:
        lines = _lines(desk, arguments)
        if arguments.format == "json":
            print_json([_packed(line) for line in lines])
        else:
            _print_table(lines)
    return 0


def _lines(desk: "Desk", arguments: Namespace) -> "list[DueLine]":
    from app.domain.clock.due_list import DueQuestion
    from app.services import due

    question = DueQuestion(arguments.on or local_day(desk.clock()), arguments.within)
    with desk.read() as unit:
        return list(due.every(unit, question))


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
