"""`log`: what is on record of who did what."""

import csv
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json, print_table
from app.documents.csv import as_text
from app.domain.days import local
from app.localization import _, _p, current

if TYPE_CHECKING:
    from app.services.log import Logged

NAME: Final = "log"
_CODES: Final = ("number", "at", "user", "name", "action", "subject", "reason")


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints the log, oldest first: who did what, when, on which record and for what; never "
        "contents, never a client's name. It is for an auditor; that it was read is logged. "
        "Whether it is whole, says the word “check”."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Which entries, and how to print."""
    add_sign_in(parser)
    parser.add_argument("--from", dest="first", type=_day, metavar="DATE", help=_("the first day"))
    parser.add_argument("--to", dest="last", type=_day, metavar="DATE", help=_("the last day"))
    parser.add_argument("--by", default="", metavar="NAME", help=_("only what this user name did"))
    parser.add_argument(
        "--client",
        type=_client,
        metavar=_p("client", "NUMBER"),
        help=_("only what is about the client with this number or id"),
    )
    parser.add_argument(
        "--action",
        action="append",
        default=[],
        metavar=_p("log", "ACTION"),
        help=_("only this action, as client.open, or all of a kind, as client; may stand again"),
    )
    add_format(parser, "csv")


def run(arguments: Namespace) -> int:
    """Read and print."""
    from app.services.log import Wish, client_subject, entries

    with open_desk(arguments) as desk, desk.read() as unit:
        about = arguments.client
        subject = client_subject(unit, about) if isinstance(about, int) else str(about or "")
        days = arguments.first, arguments.last
        wish = Wish(*days, arguments.by, tuple(arguments.action), subject)
        _PRINT[arguments.format](entries(unit, wish))
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is not a day such as 2026-11-24", text=text)) from None


def _client(text: str) -> int | UUID:
    try:
        return int(text) if text.isdecimal() else UUID(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is no client number and no id", text=text)) from None


def _print_json(found: Iterable["Logged"]) -> None:
    print_json([dict(zip(_CODES, _plain(one), strict=True)) for one in found])


def _print_csv(found: Iterable["Logged"]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_CODES)
    writer.writerows(map(as_text, _plain(one)) for one in found)


def _plain(one: "Logged") -> tuple[int | str, ...]:
    """An entry for programs; its moment in UTC."""
    who = one.login, one.name
    return one.number, one.at.isoformat(), *who, one.action, one.subject, one.reason


def _print_table(found: Iterable["Logged"]) -> None:
    head = (
        _p("log", "Number"),
        _p("log", "When"),
        _p("log", "Who"),
        _p("log", "What"),
        _p("log", "Record"),
        _p("log", "Why"),
    )
    rows = [
        (one.number, _when(one.at), one.login, one.action, one.subject, one.reason) for one in found
    ]
    print_table(head, rows)
    if not rows:
        print(_("The log has no such entry."))


def _when(at: datetime) -> str:
    """The local time, to the second."""
    here = local(at)
    return f"{current().full_date(here.date())} {current().clock_time(here)}.{here.second:02}"


_PRINT: Final[Mapping[str, Callable[[Iterable["Logged"]], None]]] = {
    "json": _print_json,
    "csv": _print_csv,
    "table": _print_table,
}
