"""`visits`: handing visits over to another store, and taking them in."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import progress
from app.cli.options import add_format, add_language, add_sign_in, open_desk, typed
from app.cli.output import print_json, print_table
from app.domain.errors import Refused
from app.localization import _, _n
from app.words.handover import came_words, stopped_words
from app.words.sentences import sentence

if TYPE_CHECKING:
    from app.services.handover import TakenIn
    from app.services.unit import Desk

NAME = "visits"
HANDOVER_PASSWORD = "KOTOPORTTI_HANDOVER_PASSWORD"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Hands visits over to another database in an encrypted file, and takes in those of "
        "another, none twice. The password of the file, which both sides agree, comes from "
        "{variable} or the prompt.",
        variable=HANDOVER_PASSWORD,
    )


def add_arguments(parser: ArgumentParser) -> None:
    """The words of its own, each with its options."""
    found = parser.add_subparsers(metavar=_("WHAT"), required=True)

    def add(
        name: str, text: str, act: "Callable[[Namespace, Desk, str], int]", times: int
    ) -> ArgumentParser:
        own = found.add_parser(name, help=text, description=text, allow_abbrev=False)
        add_language(own)
        add_sign_in(own)
        own.set_defaults(act=act, times=times)
        return own

    out = add("export", _("writes a hand-over file and prints how many visits are in it"), _out, 2)
    out.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help=_("the hand-over file; an older one of that name is replaced"),
    )
    out.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help=_("only visits recorded or changed on this day or later"),
    )
    into = add(
        "import",
        _(
            "takes in a hand-over file in parts, between which others can work, and prints what "
            "came, what did not and why; ended early (Ctrl+C) it keeps whole parts, and taking the "
            "file in again brings the rest"
        ),
        _take_in,
        1,
    )
    into.add_argument("file", type=Path, metavar="FILE", help=_("the hand-over file"))
    add_format(into)


def run(arguments: Namespace) -> int:
    """Do what the second word says; 1 when visits had to be left out, or not all had their turn."""
    with open_desk(arguments) as desk:
        code: int = arguments.act(arguments, desk, _password(arguments.times))
    return code


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“{text}” is not a day such as 2026-11-24", text=text)) from None


def _password(times: int) -> str:
    """From the environment, or typed, twice where it is a new one.

    Errors: `password_missing`, `passwords_differ`.
    """
    given = os.environ.get(HANDOVER_PASSWORD)
    if given is not None:
        return given
    first = typed(_("Password of the hand-over file: "), HANDOVER_PASSWORD)
    if times > 1 and typed(_("Once more: "), HANDOVER_PASSWORD) != first:
        raise Refused("passwords_differ")
    return first


def _out(arguments: Namespace, desk: "Desk", password: str) -> int:
    from app.services.handover import hand_over

    to = arguments.to.absolute()
    n = hand_over(desk, to, password, arguments.since, progress.show).visits
    print(
        _n(
            "{n} visit is in the hand-over file.",
            "{n} visits are in the hand-over file.",
            n,
        )
    )
    return 0


def _take_in(arguments: Namespace, desk: "Desk", password: str) -> int:
    from app.services.handover import take_in

    taken = take_in(desk, arguments.file, password, progress.show)
    if arguments.format == "json":
        print_json(_object(taken))
    else:
        _print_for_people(taken)
    if taken.stopped is not None:
        fact, help_line = stopped_words(taken.done, taken.visits, taken.stopped)
        print(fact, help_line, file=sys.stderr)
    return 1 if taken.not_taken or taken.stopped else 0


def _object(taken: "TakenIn") -> dict[str, Any]:
    left_out = [
        {"reason": one.refused.code, "says": sentence(one.refused), "visits": one.visits}
        for one in taken.not_taken
    ]
    came: dict[str, int] = {str(kind): number for kind, number in taken.came.items()}
    rest = taken.visits - taken.done
    return {"file": str(taken.file_id), **came, "not_taken": left_out, "rest": rest}


def _print_for_people(taken: "TakenIn") -> None:
    rows = [(words, taken.came[came]) for came, words in came_words().items()]
    rows += [
        (_("Not taken: {why}", why=sentence(one.refused)), one.visits) for one in taken.not_taken
    ]
    print_table((_("What came"), _("Visits")), rows)
    if not taken.changed and taken.stopped is None:
        print(_("Nothing has changed."))
