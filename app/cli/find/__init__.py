"""`find`: clients by any spelling of a name, by birth, number, telephone or reference."""

import sys
from argparse import ArgumentParser, Namespace
from typing import Final

from app.cli.find import answer, card
from app.cli.options import add_format, add_sign_in, open_desk
from app.domain.client import Why
from app.localization import _, _p
from app.words.clients import why_word

NAME: Final = "find"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Prints the clients that may be meant, best first, with the reason: a name in any script "
        "and spelling, its parts in any order, a birth date or year, a client number, a telephone "
        "number or a Koto-AJ reference. The search is logged, without its text. With --open the "
        "record of one client."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """What to look for, or whose record to open and for what."""
    add_sign_in(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "text",
        nargs="?",
        metavar="TEXT",
        help=_(
            "as Yusuf 1990, or 040 123 4567; without it the text is asked for, so that it stays in "
            "no list of commands"
        ),
    )
    what.add_argument(
        "--open",
        dest="number",
        type=int,
        metavar=_p("client", "NUMBER"),
        help=_("print the record of the client with this number"),
    )
    reasons = ", ".join(f"{why} ({why_word(why)})" for why in Why)
    parser.add_argument(
        "--why",
        choices=[why.value for why in Why],
        metavar="REASON",
        help=_("for what it is opened: {reasons}", reasons=reasons),
    )
    add_format(parser)


def run(arguments: Namespace) -> int:
    """Look clients up, or open one."""
    if arguments.number is None and arguments.text is None:
        arguments.text = _asked()
    with open_desk(arguments) as desk:
        if arguments.number is not None:
            card.print_card(desk, arguments)
        else:
            answer.print_answer(desk, arguments)
    return 0


def _asked() -> str:
    """What somebody types or another program sends; the question is no part of the answer."""
    if sys.stdin.isatty():
        print(_("Whom to find: "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()
